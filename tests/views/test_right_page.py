# SPDX-License-Identifier: MIT
"""The tab «Rett og avgjørelse» as its user meets it: by keyboard, with what a screen reader says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from desktop.letterpress import ReportLetterpress
from models.records.determination import DeterminationState
from models.work.child_views import WrittenView, write_child_view
from models.work.close_family import CloseDraft, close_family
from models.work.issue_determination import finish_and_issue
from tests.eye import Eye, settle
from tests.stand_ins import Paper, Stage
from tests.work.right_case import Case
from views.letterpress import use_letterpress
from views.navigation import Navigator
from views.pages.right.page import RightTab
from views.printing import use_printing
from views.texts import use_language

CONDITIONS = (
    "Familien har eller venter et barn under 18 år",
    "Alvorlig sykdom, skade eller nedsatt funksjonsevne",
    "Langvarige og sammensatte eller koordinerte behov",
    "Både helse- og omsorgstjenester og andre velferdstjenester",
    "Familien ønsker barnekoordinator",
)
CHOICE = (QAccessible.Role.Grouping, QAccessible.Role.Client, QAccessible.Role.Pane)


@pytest.fixture
def paper():
    way = Paper()
    use_printing(way)
    use_letterpress(ReportLetterpress())
    return way


@pytest.fixture
def case(desk, story, paper):
    found = Case(desk, story)
    found.wishes()
    return found


@pytest.fixture
def open_tab(workspace, case):
    made = []

    def opened(step=None):
        tab = RightTab(workspace, Navigator(Stage()), case.family.id)
        tab.resize(1100, 640)
        tab.show()
        if step:
            tab.go_to({"item": step})
        settle()
        made.append(tab)
        return tab, Eye(tab)

    yield opened
    for tab in made:
        tab.close()
        tab.deleteLater()
    settle()


def answer(eye, condition, key):
    choice = eye.find(CHOICE, f"Er vilkåret oppfylt? {condition}")
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    eye.key(key)


def test_the_keys_j_n_and_u_answer_a_condition(open_tab, case):
    _, eye = open_tab("conditions")
    for condition, key in zip(CONDITIONS, (Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_U), strict=False):
        answer(eye, condition, key)
    findings = [one.finding.value for one in case.picture().conditions]
    assert findings == ["met", "not_met", "unclear", "open", "open"]


def test_a_field_is_kept_when_it_is_left_and_stands_there_again(open_tab, case):
    tab, eye = open_tab("child")
    eye.press("Barnet er hørt")
    eye.write("Hva mener barnet?", "Jeg vil ha det rolig.")
    eye.leave()
    assert case.picture().assessment.child_view == "Jeg vil ha det rolig."
    tab.close()
    _, again = open_tab("child")
    assert again.says("Jeg vil ha det rolig.")


def test_half_typed_text_comes_back(open_tab, case):
    tab, eye = open_tab("child")
    eye.press("Barnet er hørt")
    eye.write("Hva er best for barnet?", "At noen")
    tab.flush()
    tab.close()
    _, again = open_tab("child")
    assert again.says("At noen")


def test_a_child_that_is_not_heard_asks_for_the_reason(open_tab):
    _, eye = open_tab("child")
    assert not eye.sees("Hvorfor er barnet ikke hørt?")
    eye.press("Ikke hørt, fordi …")
    assert eye.sees("Hvorfor er barnet ikke hørt?")
    assert not eye.sees("Hva mener barnet?")


def test_from_answers_to_sent_letter_by_keyboard_alone(open_tab, case, paper):
    tab, eye = open_tab("child")
    eye.press("Barnet er hørt")
    eye.write("Hva mener barnet?", "Jeg vil at noen skal vite alt.")
    eye.write("Hva er best for barnet?", "Faste voksne.")
    for condition in CONDITIONS:
        answer(eye, condition, Qt.Key.Key_J)
        eye.leave()
        QTest.keyClicks(tab.window().focusWidget(), "Slik er det.")
    eye.leave()
    run(tab, "right.main")
    assert eye.says("Svarene peker mot innvilget. Du bestemmer.")
    eye.write("Koordinator", "Berit")
    eye.key(Qt.Key.Key_Return)
    eye.write("Begrunnelse", "Emma trenger hjelp fra mange.")
    eye.leave()
    run(tab, "right.main")
    assert eye.says("2026-001 · Innvilget")
    eye.press("Skriv ut")
    assert [(name, content[:5]) for name, content in paper.printed] == [("Dokument 2026-001", b"%PDF-")]
    eye.press("Marker som signert og sendt")
    assert case.picture().current.sent_on == case.desk.today()


def test_finishing_too_early_says_what_is_missing_and_leads_to_it(open_tab, case):
    case.assessed()
    case.drafted(coordinator_id=case.berit, grounds="", signer_name="")
    tab, eye = open_tab("determination")
    run(tab, "right.main")
    assert eye.says("Rett 2 ting før du ferdigstiller avgjørelsen")
    eye.press("Begrunnelsen mangler. Skriv hva som avgjorde saken. (forvaltningsloven §§ 24–25)")
    assert eye.focus() == "Begrunnelse"
    assert case.picture().draft.state is DeterminationState.DRAFT


def test_an_error_in_the_assessment_leads_back_to_it(open_tab, case):
    case.assessed()
    case.do_edit(best_interests="")
    case.drafted(coordinator_id=case.berit)
    tab, eye = open_tab("determination")
    run(tab, "right.main")
    eye.press("Barnets beste mangler. Skriv hva som er best for barnet, og hvorfor. (Grunnloven § 104)")
    settle()
    assert eye.focus() == "Hva er best for barnet?"


def test_a_date_in_words_becomes_the_knowledge_date_and_the_deadline_explains_itself(open_tab, case):
    case.granted()
    _, eye = open_tab("appeal")
    assert eye.says("Klagefristen er ikke kjent ennå")
    eye.write("Når fikk familien vite om avgjørelsen?", "i dag")
    eye.leave()
    assert eye.says("Siste dag for å klage: mandag 13. april 2026")
    assert eye.says("4 uker senere, på samme ukedag, er 13. april 2026.")


def test_a_preliminary_answer_is_noted_with_a_promised_day_and_can_be_undone(open_tab, case):
    tab, eye = open_tab("wish")
    told = []
    tab.done.connect(lambda text, undo: told.append((text, undo)))
    eye.press("Foreløpig svar er sendt i dag")
    assert eye.says("Foreløpig svar sendt 16. mars 2026")
    assert told[0][0] == "Foreløpig svar er notert. Svar lovet 16. april 2026"
    told[0][1]()
    settle()
    assert eye.sees("Foreløpig svar er sendt i dag")


def test_who_coordinates_is_written_down_and_the_family_told(open_tab, case):
    _, eye = open_tab("coordination")
    eye.write("Tjeneste", "Habiliteringstjenesten")
    eye.write("Fra", "i dag")
    eye.press("Lagre hvem som samordner")
    assert eye.says("Familien vet det ikke ennå")
    eye.press("Familien har fått vite det i dag")
    assert case.picture().coordination[0].family_told_on == case.desk.today()


def run(tab, id):
    next(command for command in tab.commands() if command.id == id).run()
    settle()


@pytest.mark.parametrize(
    ("language", "print_it", "replace"),
    [
        ("nb", "Skriv ut", "Lag en ny som erstatter den"),
        ("nn", "Skriv ut", "Lag ei ny som kjem i staden"),
    ],
)
def test_what_was_decided_is_read_and_printed_after_the_family_is_closed(
    open_tab, case, paper, language, print_it, replace
):
    case.assessed()
    case.do(finish_and_issue, case.drafted(coordinator_id=case.berit), ReportLetterpress().press)
    case.do(close_family, case.family.id, CloseDraft(reason="Familien har flyttet."))
    use_language(language)
    _, eye = open_tab("determination")
    assert not eye.sees(replace)
    eye.press(print_it)
    assert "Emma" in paper.text()


@pytest.mark.parametrize(
    ("language", "change", "back"),
    [("nb", "Endre tekstene", "Tilbake til avgjørelsen"), ("nn", "Endre tekstane", "Tilbake til avgjerda")],
)
def test_the_texts_can_be_changed_even_before_the_letter_is_drawn(open_tab, case, language, change, back):
    case.assessed()
    case.drafted(coordinator_id=case.berit)
    use_language(language)
    _, eye = open_tab("determination")
    eye.press(change)
    assert eye.sees(back)


def test_whoever_may_sign_is_offered_by_name_and_the_title_follows(open_tab, case):
    case.drafted(coordinator_id=case.berit)
    _, eye = open_tab("determination")
    eye.write("Hvem skriver under", "Torunn")
    eye.key(Qt.Key.Key_Return)
    eye.leave()
    settle()
    draft = case.picture().determinations[0]
    assert (draft.signer_name, draft.signer_title) == ("Torunn Dal", "kommunalsjef")
    eye.write("Hvem skriver under", "En annen")
    eye.leave()
    assert case.picture().determinations[0].signer_name == "En annen"


def test_what_the_child_has_said_before_is_taken_over_and_not_written_twice(open_tab, case, desk):
    child = case.family.children[0]
    said = WrittenView(heard="heard", heard_on=desk.today(), heard_by="Lærer Ås", how="Samtale", words="Jeg vil ha ro.")
    desk.do(write_child_view, child, said)
    _, eye = open_tab("child")
    eye.press("Hent det Emma har sagt")
    found = case.picture().assessment
    assert (found.child_heard.value, found.child_view, found.child_view_on) == ("heard", "Jeg vil ha ro.", desk.today())
    assert found.child_view_how == "Samtale, Lærer Ås"
    assert eye.says("Jeg vil ha ro.")
