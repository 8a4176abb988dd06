# SPDX-License-Identifier: MIT
"""The tab «Samtykker» as its user meets it: by keyboard, with what a screen reader says."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu

from models.queries.child_views import child_views_of
from models.queries.consents import sharing_decisions_of
from models.queries.documents import document_list
from models.queries.journal import journal
from models.records.child_view import Heard
from models.rules.consent_state import ConsentState
from models.rules.visibility import Information
from models.work.share import SharingDraft, log_sharing
from models.work.undo import undo_act
from tests.eye import PRESSABLE, TABLE, TEXT, Eye, settle
from tests.received_files import pdf
from tests.stand_ins import Stage
from tests.views.rules import faults
from tests.work.consent_case import HEALTH, MEASURES, Case
from views.navigation import Navigator
from views.pages.consents.page import ConsentsTab

MATRIX = "Hvem kan få vite hva i dag"


@pytest.fixture
def case(desk, story):
    return Case(desk, story)


@pytest.fixture
def open_tab(workspace, case, show):
    def opened(**place):
        stage = Stage()
        tab = ConsentsTab(workspace, Navigator(stage), case.id)
        tab.told = []
        tab.done.connect(lambda text, _undo: tab.told.append(text))
        eye = show(tab, 1100, 640)
        if place:
            tab.go_to(place)
            settle()
        return tab, eye

    return opened


def test_a_family_without_consents_is_told_what_needs_one(open_tab, case, desk, story, show, workspace):
    other = story.family("Vik").child("Liv")
    tab = ConsentsTab(workspace, Navigator(Stage()), other.id)
    eye = show(tab)
    assert eye.says("Ingen samtykker ennå")
    eye.press("Lag samtykke")
    assert eye.says("Velg hva samtykket gjelder, så ser du hvem som må samtykke, og hvorfor.")
    assert faults(tab) == []


def test_from_question_to_yes_to_withdrawal_by_keyboard_alone(open_tab, case, desk):
    tab, eye = open_tab()
    eye.press("Lag samtykke")
    eye.press("Dele opplysninger")
    assert eye.says("Siri Dahl, forelder med foreldreansvar")
    assert eye.says("Har foreldreansvar (barnelova § 30).")
    eye.press("NAV Mellomvik")
    eye.press("Tiltak")
    eye.write("Hvem kan fortelle?", "Barnehabiliteringen")
    eye.write("Hva skal det brukes til?", "Planlegge praksis")
    eye.write("Gjelder til", "om 4 uker")
    eye.leave()
    tab.commands()[-1].run()
    settle()
    assert case.rows()[0].state is ConsentState.ASKED
    eye.press("Familien sier ja")
    eye.press("Lagre samtykket")
    row = case.rows()[0]
    assert (row.state, [one.name for one in row.signers]) == (ConsentState.ENDS_30, ["Siri Dahl", "Per Dahl"])
    desk.do(
        log_sharing,
        case.id,
        SharingDraft(recipient="NAV", shared_on=desk.today(), what="Planen", family_service_id=case.nav),
    )
    tab.reload()
    settle()
    eye.press("Trekk tilbake")
    eye.press("Trekk tilbake nå")
    assert eye.says("Dette var delt før samtykket ble trukket tilbake")
    assert eye.says("NAV, 16. mars 2026")
    assert tab.told[-1] == "Samtykket er trukket tilbake. Ingen nye kopier bygger på det."
    desk.do(undo_act, case.id)
    assert case.rows()[0].state is ConsentState.ENDS_30


def test_the_matrix_says_every_cell_and_enter_opens_what_is_behind_it(open_tab, case, desk):
    case.given(expires_on=desk.today() + timedelta(90))
    tab, eye = open_tab()
    matrix = eye.find(TABLE, MATRIX)
    said = [matrix.model().index(0, n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(9)]
    assert said[0] == "NAV Mellomvik"
    assert said[4] == "NAV Mellomvik, helse: ja, til 14. juni 2026"
    assert said[3] == "NAV Mellomvik, skole: nei"
    assert eye.says("Én tjeneste har ikke samtykke: Fjellskolen.")
    matrix.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        QTest.keyClick(matrix, Qt.Key.Key_Right)
    settle()
    assert eye.says("NAV Mellomvik, helse: ja, til 14. juni 2026")
    eye.key(Qt.Key.Key_Return)
    assert eye.says("Hva samtykket gjelder")
    assert faults(tab) == []
    eye.press("Til samtykkene")
    matrix.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    eye.key(Qt.Key.Key_Return)
    assert eye.sees("Spør om samtykke")


def test_one_parent_alone_is_asked_for_a_reason_beside_the_field(open_tab, case):
    consent = case.asked()
    _, eye = open_tab(item=str(consent))
    eye.press("Familien sier ja")
    eye.press("Per Dahl")
    eye.press("Lagre samtykket")
    assert eye.says("Ikke alle som skal samtykke, har gjort det. Skriv hvorfor samtykket likevel gjelder.")
    eye.write("Grunn når ikke alle har sagt ja", "Far er ute av landet.")
    eye.press("Lagre samtykket")
    assert case.rows()[0].signers_reason == "Far er ute av landet."


def test_a_form_is_made_of_the_question_and_lies_beside_it(open_tab, case, desk):
    consent = case.asked()
    _, eye = open_tab(item=str(consent))
    eye.press("Lag skjema")
    menu = eye.find(PRESSABLE, "Lag skjema").findChild(QMenu)
    assert [one.text() for one in menu.actions()] == [
        "Samtykkeskjema",
        "Samtykkeskjema, lettlest",
        "Samtykkeskjema for barn",
        "Brev om samtykke",
    ]
    menu.actions()[0].trigger()
    menu.close()
    settle()
    assert eye.says("Samtykkeskjema: utkast")
    assert eye.sees("Åpne samtykkeskjema")


def test_a_signed_paper_is_put_in_beside_the_consent_under_a_name_that_tells_nothing(
    open_tab, case, desk, tmp_path, monkeypatch
):
    consent = case.asked()
    file = tmp_path / "Ola Dahl.pdf"
    file.write_bytes(pdf())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    _, eye = open_tab(item=str(consent))
    eye.press("Legg inn underskrevet skjema")
    assert eye.says("Mottatt dokument: underskrevet kopi er lagt inn")
    (paper,) = desk.read(document_list, case.id)
    assert paper.title == "Underskrevet samtykke"


def test_a_no_is_kept_without_asking_why(open_tab, case):
    consent = case.asked()
    tab, eye = open_tab(item=str(consent))
    eye.press("Familien sier nei")
    eye.press("Lagre svaret")
    assert case.rows()[0].state is ConsentState.REFUSED
    assert tab.told == ["Svaret er lagret. Ingenting blir delt."]
    assert eye.says("Svaret er nei")


def test_half_a_question_comes_back(open_tab, case):
    tab, eye = open_tab(part="asking")
    eye.press("Ansvarsgruppe")
    eye.press("Fjellskolen")
    eye.press("Skole")
    eye.write("Unntak", "Ikke om far")
    tab.flush()
    tab.close()
    _, again = open_tab(part="asking")
    assert again.says("Ikke om far")
    again.press("Spør om samtykke")
    row = case.rows()[0]
    assert [(one.service, one.information) for one in row.scopes] == [("Fjellskolen", {Information.SCHOOL})]


def test_a_question_that_waits_is_mended_and_asked_again_from_an_old_one(open_tab, case):
    consent = case.asked()
    _, eye = open_tab(item=str(consent))
    eye.press("Endre spørsmålet")
    assert eye.find(TEXT, "Hvem kan fortelle?").toPlainText() == "Barnehabiliteringen"
    eye.press("Tiltak")
    eye.press("Lagre endringene")
    assert [one.information for one in case.rows()[0].scopes] == [{HEALTH}]
    eye.press("Familien sier ja")
    eye.press("Lagre samtykket")
    eye.press("Spør på nytt")
    eye.press("Lag nytt spørsmål")
    assert [row.state for row in case.rows()] == [ConsentState.ASKED, ConsentState.VALID]
    assert eye.says("Venter på svar")


def test_the_childs_view_is_planned_and_written_once(open_tab, case, desk):
    _, eye = open_tab(part="views")
    eye.press("Avtal at barnet skal høres")
    eye.write("Hvem snakker med barnet?", "Lærer Ås")
    eye.write("Innen", "om 2 uker")
    eye.write("Om hva?", "Planen")
    eye.press("Lagre avtalen")
    assert eye.rows("Barnets syn") == ["Lærer Ås skal høre hva Ola mener, Planen, om 14 dager"]
    eye.open_row("Barnets syn", "Lærer Ås")
    eye.write("Når?", "i dag")
    eye.write("Hva sier barnet?", "Ikke si det til klassen.")
    eye.press("Lagre")
    view = desk.read(child_views_of, case.id)[0]
    assert (view.heard, view.words, view.heard_by) == (Heard.HEARD, "Ikke si det til klassen.", "Lærer Ås")
    assert eye.rows("Barnets syn") == [
        "«Ikke si det til klassen.», Ola · Planen · Lærer Ås · 16.03.2026, Barnet er hørt"
    ]


def test_sharing_without_consent_names_the_rule_of_the_giver_and_never_reports_for_anybody(open_tab, case, desk):
    tab, eye = open_tab(part="without")
    assert eye.says("Plikten er personlig og kan ikke overlates til koordinatoren.")
    eye.press("Noter at du er gjort kjent med en melding")
    notes = desk.read(journal, case.id, desk.staff_id, desk.today())
    assert any(one.note and "etter egen plikt" in one.note.text for one in notes)
    eye.press("Del uten samtykke")
    eye.choose("Hva slags tjeneste forteller?", "Helsepersonell")
    assert eye.says("nødvendig for forsvarlig helsehjelp")
    for field, text in (
        ("Hvem forteller?", "Lege Lund"),
        ("Hvem får vite det?", "Legevakta"),
        ("Hva skal deles?", "Epilepsi"),
        ("Hvorfor er det nødvendig?", "Riktig hjelp"),
        ("Hva er best for barnet?", "Trygghet"),
        ("Hvem har avgjort det?", "Lege Lund"),
    ):
        eye.write(field, text)
    eye.press("Lagre avgjørelsen")
    assert [one.rule for one in desk.read(sharing_decisions_of, case.id)] == ["hpl_25"]
    eye.press("Noter at det er delt")
    assert not eye.sees("Noter at det er delt")
    tab.go_to({"part": "shared"})
    settle()
    assert eye.rows("Hva som er delt") == ["Legevakta, 16. mars 2026, Epilepsi, Uten samtykke"]
    assert faults(tab) == []


def test_what_was_told_by_word_of_mouth_is_stopped_without_a_consent(open_tab, case):
    case.given({case.nav: {MEASURES}})
    _, eye = open_tab(part="shared")
    eye.press("Noter at noe er delt")
    eye.choose("Hvem får vite det?", "Fjellskolen")
    eye.write("Hva ble delt?", "Ny time")
    eye.press("Lagre")
    assert eye.says("Tjenesten har ikke et samtykke som gjelder.")
    eye.choose("Hvem får vite det?", "NAV Mellomvik")
    eye.press("Lagre")
    assert eye.rows("Hva som er delt") == ["NAV Mellomvik, 16. mars 2026, Ny time, Samtykke"]


@pytest.mark.parametrize("part", ["overview", "views", "shared", "without", "asking"])
def test_every_part_keeps_the_rules_in_a_small_window(open_tab, case, part):
    case.given()
    tab, _ = open_tab(part=part)
    tab.resize(760, 380)
    settle()
    assert faults(tab) == []
    assert Eye(tab).tree()
