# SPDX-License-Identifier: MIT
"""A family's first page says what matters, what is missing and what to do next, and hides what is protected."""

from datetime import date, timedelta

import pytest

from models.queries.family import family_overview, goes_on_as
from models.queries.people import person_sheet
from models.records.family import CareArrangement
from models.records.note import ContactNote
from models.records.person import AddressProtection, Answer, Relation
from models.work.close_family import CloseDraft, close_family
from models.work.merge_families import MergeDraft, merge_families


def overview(desk, family):
    return desk.read(family_overview, family.id, desk.today())


def remarks(desk, family):
    return [remark.key.removeprefix("family.remark.") for remark in overview(desk, family).remarks]


@pytest.fixture
def family(story):
    family = story.family("Haugen").child("Emil", born_on=date(2008, 4, 14), address="Fjellveien 1", phone="900")
    return family.adult("Anne").adult("Per", Relation.FATHER)


def test_three_next_steps_are_always_proposed(desk, story, family):
    assert len(overview(desk, family).steps) == 3
    assert len(overview(desk, story.family("Berg").child("", expected_on=date(2026, 6, 1))).steps) == 3
    new = story.family("Dahl").child("Live").enquiry(received_on=story.today - timedelta(days=40)).assessment()
    steps = overview(desk, new).steps
    assert [step.key for step in steps] == ["answer_enquiry", "assess_conditions", "hear_child"]
    assert steps[0].due_on == date(2026, 3, 4)


def test_a_promised_call_comes_before_everything_later(desk, story, family):
    story.add(
        ContactNote(
            family_id=family.id,
            at=desk.clock(),
            with_whom="Anne",
            text="Avtalt ny samtale",
            next_on=story.today - timedelta(days=1),
            author_id=desk.staff_id,
        )
    )
    found = overview(desk, family)
    assert (found.steps[0].key, found.steps[0].name) == ("follow_up", "Anne")
    assert (found.happenings[0].kind, found.happenings[0].second) == ("note", "Anne · Avtalt ny samtale")


def test_a_closed_family_proposes_nothing(desk, family):
    desk.do(close_family, family.id, CloseDraft(reason="Flyttet"))
    assert overview(desk, family).steps == ()


def test_the_last_year_before_18_is_told(desk, family):
    assert overview(desk, family).adult_soon == ("Emil", date(2026, 4, 14))
    assert "plan_adulthood" in [step.key for step in overview(desk, family).steps]


def test_children_come_first_and_left_ones_are_not_counted(desk, story, family):
    family.child("Selma", age=12).child("Nils", age=3, left_on=story.today)
    assert [child.name for child in overview(desk, family).children] == ["Emil Haugen", "Selma Haugen"]


def test_the_whereabouts_of_a_protected_person_stay_in_the_vault(desk, story):
    family = story.family("Berg").child("Bo", address_protection=AddressProtection.STRICT, address="Skjulveien 9")
    found = overview(desk, family)
    assert found.protected
    assert "Skjulveien" not in repr(found)
    assert "address" not in desk.read(person_sheet, family.children[0]).values


@pytest.mark.parametrize(
    ("adults", "told"),
    [
        ([Answer.YES, Answer.YES], []),
        ([Answer.YES, Answer.NO], ["one_responsible"]),
        ([Answer.UNKNOWN, Answer.NO], ["responsibility_unknown"]),
        ([Answer.NO], ["nobody_responsible"]),
        ([], ["nobody_responsible"]),
    ],
)
def test_a_missing_parent_is_warned_of(desk, story, adults, told):
    family = story.family("Berg").child("Bo")
    for number, answer in enumerate(adults):
        family.adult(f"Voksen{number}", parental_responsibility=answer)
    assert remarks(desk, family) == told


def test_limits_on_a_parent_and_the_care_arrangement_are_explained(desk, story):
    family = story.family("Berg", care=CareArrangement.CARE_ORDER_FOSTER).child("Bo")
    family.adult("Per", Relation.FATHER, information_limited=True, contact_allowed=False)
    assert remarks(desk, family) == ["information_limited", "no_contact", "care.care_order_foster"]
    two = story.family("Lund", care=CareArrangement.TWO_HOMES).child("Liv").adult("A").adult("B")
    assert remarks(desk, two) == ["care.two_homes", "who_coordinates"]


def test_a_merged_family_points_on_to_the_one_that_goes_on(desk, story, family):
    double = story.family("Haugen Berg").child("Emil")
    desk.do(merge_families, MergeDraft(keep_id=family.id, merge_id=double.id, reason="Dobbelt"))
    assert desk.read(goes_on_as, double.id) == family.id
    assert desk.read(family_overview, double.id, desk.today()) is None
    assert [merged.name for merged in overview(desk, family).merged] == ["Haugen Berg"]
