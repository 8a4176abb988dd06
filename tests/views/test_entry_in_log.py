# SPDX-License-Identifier: MIT
"""No screen shows a family without leaving an entry in its log, whatever way led there."""

from datetime import date

import pytest
from sqlmodel import select

from desktop.workspace import Person, Workspace
from models.records.history import AuditEntry
from models.records.person import AddressProtection
from models.records.person import Person as PersonRecord
from models.values.act import Role
from tests.eye import settle
from tests.letter_press import edit
from views.pages.families.page import FamiliesPage
from views.pages.family.page import FamilyPage
from views.pages.family.tabs import TABS


class Nowhere:
    """A navigator for a page that stands alone."""

    def open(self, page, **place):
        pass


@pytest.fixture
def haugen(story):
    story.municipality()
    return story.family("Haugen").child("Emil", born_on=date(2019, 4, 14)).adult("Anne")


@pytest.fixture
def berit(database, story, clock, qapp):
    """Another coordinator's workspace."""
    return Workspace(database, Person(story.staff("Berit Fjell"), "Berit Fjell", frozenset({Role.COORDINATOR})), clock)


def entries(desk, what, staff_id):
    def of(session):
        asked = select(AuditEntry).where(AuditEntry.what == what, AuditEntry.staff_id == staff_id)
        return [(entry.family_id, entry.reason) for entry in session.exec(asked)]

    return desk.read(of)


@pytest.mark.parametrize("tab", [tab.key for tab in TABS if tab.exists()])
def test_a_tab_that_shows_a_family_leaves_an_entry(workspace, desk, haugen, show, tab):
    page = FamilyPage(workspace, Nowhere())
    show(page)
    page.go_to({"id": str(haugen.id), "tab": tab, "person": str(haugen.children[0])})
    settle()
    assert entries(desk, "family.opened", desk.staff_id) == [(haugen.id, "")]


@pytest.mark.slow
@pytest.mark.parametrize("tab", [tab.key for tab in TABS if tab.exists()])
def test_another_s_family_shows_nothing_on_any_tab_before_a_reason(desk, haugen, berit, show, tab):
    page = FamilyPage(berit, Nowhere())
    eye = show(page)
    page.go_to({"id": str(haugen.id), "tab": tab})
    settle()
    assert not eye.says("Emil")
    eye.write("Hvorfor åpner du familien?", "Vikarierer")
    eye.press("Åpne familien")
    assert entries(desk, "family.opened", berit.staff_id) == [(haugen.id, "Vikarierer")]


@pytest.mark.slow
@pytest.mark.parametrize("tab", [tab.key for tab in TABS if tab.exists()])
def test_another_s_protected_family_shows_nothing_on_any_tab_even_with_a_reason(desk, haugen, berit, show, tab):
    edit(desk, PersonRecord, haugen.children[0], address_protection=AddressProtection.CONFIDENTIAL)
    page = FamilyPage(berit, Nowhere())
    eye = show(page)
    page.go_to({"id": str(haugen.id), "tab": tab, "reason": "Vikarierer"})
    settle()
    assert eye.says("ontakt koordinerende enhet")
    assert not eye.says("Haugen")
    assert entries(desk, "family.opened", berit.staff_id) == []


def test_a_search_that_reaches_another_s_family_is_logged_and_one_that_does_not_is_not(desk, haugen, berit, show):
    eye = show(FamiliesPage(berit, Nowhere()))
    search = "Søk på navn, fødselsdato, koordinator eller tjeneste"
    eye.write(search, "Ada Lie 14.04.2019")
    assert entries(desk, "search.elsewhere", berit.staff_id) == []
    eye.write(search, "Emil Haugen 14.04.2019")
    ((family_id, reason),) = entries(desk, "search.elsewhere", berit.staff_id)
    assert family_id is None
    assert reason.endswith("· 1")
