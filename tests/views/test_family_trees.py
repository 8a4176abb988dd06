# SPDX-License-Identifier: MIT
"""What a screen reader meets on the pages about families, word for word: the golden files are read in the diff.

`pytest tests --golden -k family_trees` writes them anew.
"""

from datetime import date
from pathlib import Path

import pytest

from models.records.person import AddressProtection, Relation
from tests.eye import Eye, settle
from tests.views.desk_window import OnePage
from views.pages.families.page import FamiliesPage
from views.pages.family.page import FamilyPage
from views.pages.new_family.page import NewFamilyPage

TREES = Path(__file__).parent / "trees"


@pytest.fixture
def family(story):
    family = story.family("Haugen").child("Emil", born_on=date(2009, 4, 14), what_matters="Jeg vil snakke først.")
    family.adult("Anne", phone="900 00 001")
    return family.adult("Per", Relation.FATHER, information_limited=True, address_protection=AddressProtection.STRICT)


@pytest.mark.parametrize(
    "name", ["families", "new_family", "overview", "services", "person", "edit", "merge", "move", "close"]
)
def test_a_page_is_heard_as_agreed(qtbot, qapp, workspace, family, agreed, name):
    pages = {"families": FamiliesPage, "new_family": NewFamilyPage}
    window = OnePage(qtbot, qapp, workspace, pages.get(name, FamilyPage))
    if name not in pages:
        window.page.go_to({"id": str(family.id), "tab": name, "person": str(family.adults[1])})
        settle()
    agreed(TREES / f"{name}.txt", Eye(window).tree() + "\n")
