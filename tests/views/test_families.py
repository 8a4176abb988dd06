# SPDX-License-Identifier: MIT
"""The list of families and the form for a new one, by keyboard and by what a screen reader hears."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.palette import family_finder
from models.queries.families import Chip, family_rows
from models.records.family import FamilyState
from models.records.person import AddressProtection
from models.values.act import Role
from tests.eye import Eye, settle
from tests.views import rules
from tests.views.desk_window import OnePage
from views.discreet import be_discreet
from views.pages.families.page import FamiliesPage
from views.pages.new_family.page import NewFamilyPage

SEARCH = "Søk på navn, fødselsdato, koordinator eller tjeneste"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def families(story):
    haugen = story.family("Haugen").child("Emil", born_on=date(2009, 4, 14)).adult("Anne")
    story.family("Ødegård").child("Åse", age=4).enquiry()
    story.family("Johansen").child("", expected_on=date(2026, 6, 1))
    story.family("Gammel", state=FamilyState.CLOSED, closed_on=story.today).child("Ole", age=17)
    return haugen


@pytest.fixture
def show(qtbot, qapp, workspace):
    def made(page=FamiliesPage):
        window = OnePage(qtbot, qapp, workspace, page)
        return window, Eye(window)

    return made


def first_cells(eye):
    return [row.partition(", ")[0] for row in eye.rows("Familier")]


def test_the_list_reads_as_agreed(show, families):
    _, eye = show()
    assert eye.rows("Familier") == [
        "Familie og barn: Haugen – Emil, Alder: 16, Koordinator: Ikke oppnevnt, Status: Registrert, "
        "Neste frist: mangler",
        "Familie og barn: Johansen – ventet i juni, Alder: –, Koordinator: Ikke oppnevnt, Status: Registrert, "
        "Neste frist: mangler",
        "Familie og barn: Ødegård – Åse, Alder: 4, Koordinator: Ikke oppnevnt, Status: Registrert, "
        "Neste frist: Svar innen 16. april",
    ]
    assert eye.says("3 familier")


def test_a_search_narrows_the_list_at_every_key_and_enter_opens(show, families):
    window, eye = show()
    eye.write(SEARCH, "odeg")
    assert first_cells(eye) == ["Familie og barn: Ødegård – Åse"]
    eye.write(SEARCH, "14.4.09")
    assert first_cells(eye) == ["Familie og barn: Haugen – Emil"]
    eye.key(Qt.Key.Key_Return)
    assert (window.opened[-1].page, window.opened[-1].place["id"]) == ("family", str(families.id))


def test_what_nobody_is_called_is_said_and_escape_gives_the_list_back(show, families):
    _, eye = show()
    eye.write(SEARCH, "zzz")
    assert eye.says("Fant ingen familie som passer til «zzz».")
    eye.key(Qt.Key.Key_Escape)
    assert len(first_cells(eye)) == 3


def test_chips_count_and_choose(show, families):
    _, eye = show()
    eye.press("Avsluttede 1")
    assert first_cells(eye) == ["Familie og barn: Gammel – Ole"]


def test_a_place_brings_back_search_chip_and_row(show, families):
    window, eye = show()
    eye.press("Avsluttede 1")
    place = window.page.place()
    fresh, again = show()
    fresh.page.go_to(place)
    settle()
    assert first_cells(again) == ["Familie og barn: Gammel – Ole"]


def test_an_empty_vault_says_what_belongs_here(show):
    window, eye = show()
    assert eye.sees("Ingen familier ennå")
    eye.press("Ny familie")
    assert window.opened[-1].page == "new_family"


def test_a_new_family_appears_in_the_list_by_itself(show, families, story, workspace):
    _, eye = show()
    from models.work.register_family import FamilyDraft, register_family

    workspace.do(register_family, FamilyDraft(child_given_name="Bo", child_family_name="Berg"))
    settle()
    assert "Familie og barn: Berg – Bo" in first_cells(eye)


def test_names_become_initials_in_the_discreet_view(show, families):
    be_discreet(True)
    _, eye = show()
    assert "Haugen" not in " ".join(eye.rows("Familier"))


def test_another_coordinators_family_is_found_by_exact_name_and_birth_date_alone(
    qtbot, qapp, desk, database, clock, story
):
    from desktop.workspace import Person, Workspace

    berit = story.staff("Berit Fjell")
    story.family("Haugen").child("Emil", born_on=date(2009, 4, 14))
    story.family("Lund").child("Liv", born_on=date(2010, 1, 2), address_protection=AddressProtection.STRICT)
    person = Person(berit, "Berit Fjell", frozenset({Role.COORDINATOR}))
    window = OnePage(qtbot, qapp, Workspace(database, person, clock), FamiliesPage)
    eye = Eye(window)
    eye.write(SEARCH, "Emil Haugen")
    assert not eye.says("Åpne med grunn")
    eye.write(SEARCH, "Emil Haugen 14.4.09")
    eye.press("Åpne med grunn")
    assert window.opened[-1].page == "family"
    eye.write(SEARCH, "Liv Lund 2.1.2010")
    assert eye.says("Kontakt koordinerende enhet.")
    assert not eye.says("Åpne med grunn")


def test_the_palette_finds_open_and_closed_families(show, families, workspace):
    window, _ = show()
    find = family_finder(workspace, window.navigator)
    assert [hit.title for hit in find("gammel")] == ["Gammel – Ole"]
    find("haugen")[0].run()
    assert str(window.opened[-1].place["id"]) == str(families.id)


@pytest.mark.slow
@pytest.mark.parametrize(("look", "language", "size"), [("light", "nb", (1366, 690)), ("dark", "nn", (1093, 550))])
@pytest.mark.parametrize("page", [FamiliesPage, NewFamilyPage])
def test_the_pages_keep_the_rules(qtbot, qapp, workspace, families, page, look, language, size):
    shown = OnePage(qtbot, qapp, workspace, page, look=look, language=language)
    shown.resize(*size)
    settle()
    assert rules.faults(shown) == []


def fill(eye):
    eye.write("Fornavn", "Emil")
    eye.write("Etternavn", "Haugen")
    eye.write("Fødselsdato", "14.4.09")


def test_a_family_is_registered_by_keyboard_and_lands_in_the_assessment(show, workspace):
    window, eye = show(NewFamilyPage)
    fill(eye)
    eye.write("Fornavn til den voksne", "Anne")
    eye.press("Opprett")
    row = workspace.read(family_rows, workspace.staff_id, workspace.today(), "emil", Chip.ALL).rows[0]
    assert (window.opened[-1].page, window.opened[-1].place) == ("family", {"id": str(row.id), "tab": "right"})
    assert window.told == ["Familien er registrert. Nå kan du vurdere retten."]


def test_what_is_missing_is_said_beside_the_field_and_nothing_is_registered(show, workspace):
    _, eye = show(NewFamilyPage)
    eye.write("Fødselsdato", "31.2.2009")
    eye.press("Opprett")
    assert eye.says("Rett")
    assert workspace.read(family_rows, workspace.staff_id, workspace.today()).total == 0


def test_a_child_that_is_here_already_is_told_of_while_one_types(show, families):
    window, eye = show(NewFamilyPage)
    fill(eye)
    assert eye.says("Navnet og fødselsdatoen er de samme.")
    eye.press("Åpne")
    assert window.opened[-1].place["id"] == str(families.id)


def test_an_odd_national_id_is_remarked_on_and_never_refused(show, workspace):
    _, eye = show(NewFamilyPage)
    fill(eye)
    eye.write("Fødselsnummer", "01891550062")
    eye.leave()
    eye.press("Opprett")
    assert workspace.read(family_rows, workspace.staff_id, workspace.today(), "emil").total == 1


def test_half_a_family_comes_back_where_it_was_left(show):
    window, eye = show(NewFamilyPage)
    fill(eye)
    window.page.flush()
    _, again = show(NewFamilyPage)
    assert again.says("Emil")
