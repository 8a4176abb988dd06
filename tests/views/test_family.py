# SPDX-License-Identifier: MIT
"""One family's workspace: what its first page says, how it is changed, and what stays hidden."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.workspace import Person, Workspace
from models.queries.family import family_overview
from models.queries.history import family_access
from models.queries.people import people_of
from models.records.family import CareArrangement
from models.records.person import AddressProtection, Answer, Relation
from models.values.act import Role
from models.work.edit_family import FamilyEditDraft, edit_family
from models.work.merge_families import MergeDraft, merge_families
from tests.eye import Eye, settle
from tests.views import rules
from tests.views.desk_window import OnePage
from views.pages.family.page import FamilyPage

BORN = date(2009, 4, 14)


@pytest.fixture
def family(story):
    family = story.family("Haugen").child("Emil", born_on=BORN, what_matters="Jeg vil snakke først.")
    return family.adult("Anne", phone="900 00 001").adult("Per", Relation.FATHER)


@pytest.fixture
def show(qtbot, qapp, workspace):
    """The workspace of a family; places it asks for are gone to, as the window does."""

    def made(family, at=workspace, **place):
        look = {name: place.pop(name) for name in ("look", "language") if name in place}
        window = OnePage(qtbot, qapp, at, FamilyPage, **look)
        window.show_stop = lambda stop: (window.opened.append(stop), stop.page == "family" and go(stop.place))

        def go(place):
            window.page.go_to(dict(place))
            settle()

        go({"id": str(family.id), **place})
        return window, Eye(window)

    return made


def overview(desk, family):
    return desk.read(family_overview, family.id, desk.today())


def test_the_first_page_says_who_what_matters_and_what_to_do(show, family):
    _, eye = show(family)
    for said in (
        "Familien Haugen",
        "Emil, 16 år · født 14. april 2009  ·  Ingen koordinator er oppnevnt · Ingrid Bakken har saken",
        "«Jeg vil snakke først.»",
    ):
        assert eye.says(" ".join(said.split())) or eye.says(said), said
    assert len(eye.rows("Neste steg")) == 3
    assert eye.rows("Familien") == [
        "Emil Haugen, 16 år · født 14. april 2009",
        "Anne Haugen, Mor · foreldreansvar · 900 00 001",
        "Per Haugen, Far · foreldreansvar",
    ]


def test_opening_is_logged_once_a_sitting(show, desk, family):
    show(family)
    show(family)
    assert [line.what for line in desk.read(family_access, family.id)].count("family.opened") == 1


def test_the_childs_words_are_changed_in_place(show, desk, family):
    _, eye = show(family)
    eye.press("Endre hva som er viktig for Emil")
    eye.write("Barnets egne ord", "Jeg vil bo for meg selv.")
    eye.press("Lagre ordene")
    assert overview(desk, family).children[0].what_matters == "Jeg vil bo for meg selv."
    assert eye.says("«Jeg vil bo for meg selv.»")


def test_a_person_is_edited_and_the_head_follows(show, desk, family):
    window, eye = show(family)
    eye.open_row("Familien", "Emil")
    eye.write("Fornavn", "Emil Andreas")
    eye.press("Lagre personen")
    assert window.told == ["Personen er lagret."]
    assert any("Emil Andreas Haugen" in row for row in eye.rows("Familien"))


def test_an_adult_is_added_and_can_be_taken_out_and_in_again(show, desk, family):
    window, eye = show(family, tab="person", person="new")
    eye.write("Fornavn", "Guri")
    eye.choose("Forhold til barnet", "Annen pårørende")
    eye.press("Lagre personen")
    eye.open_row("Familien", "Guri")
    eye.press("Ikke lenger i familien")
    assert [one.given_name for one in overview(desk, family).adults] == ["Anne", "Per"]
    window.undo_last()
    assert [one.given_name for one in overview(desk, family).adults] == ["Anne", "Per", "Guri"]


def test_a_limit_on_information_needs_its_reason(show, desk, family):
    _, eye = show(family, tab="person", person=str(family.adults[1]))
    eye.press("Retten til opplysninger er begrenset")
    eye.press("Lagre personen")
    assert eye.says("Grunnen til at retten til opplysninger er begrenset mangler.")
    assert not desk.read(people_of, family.id)[2].information_limited


def test_a_protected_address_is_shown_only_after_a_reason(show, desk, story):
    family = story.family("Berg").child("Bo", address_protection=AddressProtection.STRICT, address="Skjulveien 9")
    _, eye = show(family)
    assert eye.says("Vernet adresse. Adresse, telefon og skole er skjult og kommer ikke på utskrifter.")
    assert not eye.says("Skjulveien")
    eye.open_row("Familien", "Bo")
    eye.press("Vis adresse")
    assert not eye.says("Skjulveien")
    eye.write("Hvorfor trenger du adressen?", "Skal sende brev")
    eye.press("Vis adresse")
    assert eye.says("Skjulveien 9")
    lines = [(line.what, line.reason) for line in desk.read(family_access, family.id)]
    assert ("person.address_revealed", "Skal sende brev") in lines


def test_the_family_itself_is_edited_and_its_care_explained(show, desk, family):
    _, eye = show(family, tab="edit")
    eye.write("Familiens navn", "Haugen Berg")
    eye.choose("Hvor bor barnet, og på hvilket grunnlag?", "Omsorgsovertakelse, fosterhjem")
    eye.press("Lagre familien")
    assert eye.says("Familien Haugen Berg")
    assert eye.says("Barnevernstjenesten har omsorgen")
    assert overview(desk, family).family.care is CareArrangement.CARE_ORDER_FOSTER


def test_closing_asks_for_a_reason_and_can_be_undone(show, desk, family):
    window, eye = show(family, tab="close")
    eye.press("Avslutt arbeidet")
    assert eye.says("Grunnen mangler. Skriv den med én setning.")
    eye.write("Hvorfor?", "Flyttet til en annen kommune")
    eye.press("Avslutt arbeidet")
    assert eye.says("Arbeidet med familien ble avsluttet 16. mars 2026. Flyttet til en annen kommune")
    assert not eye.sees("Neste steg")
    window.undo_last()
    settle()
    assert eye.sees("Neste steg")


def test_two_families_become_one_and_are_parted_again(show, desk, story, family):
    double = story.family("Haugen Berg").child("Emil", born_on=BORN)
    window, eye = show(family, tab="merge")
    eye.write("Hvilken familie er den samme?", "haugen berg")
    eye.key(Qt.Key.Key_Return)
    eye.write("Hvordan vet du at de er den samme?", "Samme fødselsdato og mor")
    eye.press("Slå sammen")
    assert len(overview(desk, family).children) == 2
    window.page.go_to({"id": str(family.id), "tab": "merge"})
    settle()
    eye.press("Skill igjen")
    assert len(overview(desk, family).children) == 1
    assert overview(desk, double) is not None


def test_a_child_is_moved_to_another_family(show, desk, story, family):
    other = story.family("Lund").adult("Mia")
    window, eye = show(family, tab="move")
    eye.choose("Hvilket barn?", "Emil Haugen")
    eye.write("Til hvilken familie?", "lund")
    eye.key(Qt.Key.Key_Return)
    eye.write("Hvorfor?", "Bor hos mormor")
    eye.press("Flytt barnet")
    assert [one.given_name for one in overview(desk, other).children] == ["Emil"]
    window.undo_last()
    assert [one.given_name for one in overview(desk, family).children] == ["Emil"]


def test_a_merged_family_opens_the_one_that_goes_on(show, desk, story, family):
    double = story.family("Haugen Berg").child("Emil")
    desk.do(merge_families, MergeDraft(keep_id=family.id, merge_id=double.id, reason="Dobbelt"))
    window, _ = show(double)
    assert window.page.place()["id"] == str(family.id)


def test_a_family_that_is_not_here_says_so(show, family):
    _, eye = show(family)
    window, eye = show(type("Gone", (), {"id": "ikke en id"}))
    assert eye.sees("Familien finnes ikke her")
    eye.press("Til listen over familier")
    assert window.opened[-1].page == "families"


def test_somebody_elses_family_asks_for_a_reason_that_the_family_can_read(
    show, desk, story, family, database, clock, qtbot, qapp
):
    berit = story.staff("Berit Fjell")
    other = Workspace(database, Person(berit, "Berit Fjell", frozenset({Role.COORDINATOR})), clock)
    _, eye = show(family, at=other)
    assert not eye.says("Anne")
    eye.press("Åpne familien")
    assert eye.says("Skriv hvorfor du åpner familien.")
    eye.write("Hvorfor åpner du familien?", "Vikar for Ingrid")
    eye.press("Åpne familien")
    assert any("Anne" in row for row in eye.rows("Familien"))
    lines = [(line.what, line.name, line.reason) for line in desk.read(family_access, family.id)]
    assert ("family.opened", "Berit Fjell", "Vikar for Ingrid") in lines


def test_a_protected_family_is_opened_by_the_coordinating_unit_alone(show, story, database, clock):
    family = story.family("Berg").child("Bo", address_protection=AddressProtection.STRICT)
    berit = story.staff("Berit Fjell")
    other = Workspace(database, Person(berit, "Berit Fjell", frozenset({Role.COORDINATOR})), clock)
    _, eye = show(family, at=other)
    assert eye.says("Kontakt koordinerende enhet.")
    assert not eye.says("Berg")


def test_alt_numbers_keep_their_tabs(show, family):
    window, _ = show(family)
    keys = {command.text: command.shortcut for command in window.page.commands()}
    assert keys["family.tab.overview"] == "Alt+1"
    assert keys["family.tab.right"] == "Alt+2"
    assert keys["family.tab.journal"] == "Alt+7"
    assert keys["family.tab.documents"] == "Alt+8"


def test_a_missing_parent_is_told_with_the_law(show, story):
    family = story.family("Berg").child("Bo").adult("Anne").adult("Per", parental_responsibility=Answer.NO)
    _, eye = show(family)
    assert eye.says("Bare Anne Berg er skrevet opp med foreldreansvar.")
    assert eye.says("barnelova § 30")


@pytest.mark.slow
@pytest.mark.parametrize(("look", "language", "size"), [("light", "nb", (1366, 690)), ("dark", "nn", (1093, 550))])
@pytest.mark.parametrize("tab", ["overview", "person", "edit", "merge", "move", "close"])
def test_the_tabs_keep_the_rules(show, family, tab, look, language, size):
    window, _ = show(family, tab=tab, look=look, language=language)
    window.resize(*size)
    settle()
    assert rules.faults(window) == []


def test_the_head_stays_before_the_tabs_after_it_was_read_again(show, desk, family):
    window, _ = show(family)
    desk.do(edit_family, family.id, FamilyEditDraft(name="Haugen Dahl", responsible_id=desk.staff_id))
    settle()
    assert Eye(window).says("Familien Haugen Dahl")
    assert rules.faults(window) == []


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_an_adult_who_needs_an_interpreter_is_told_with_the_language(show, story, language):
    family = story.family("Nowak").child("Jan").adult("Ewa", interpreter=True, language="pl")
    _, eye = show(family, language=language)
    assert eye.says("Tolk: polsk")
    assert any("tolk: polsk" in row for row in eye.rows("Familien"))
