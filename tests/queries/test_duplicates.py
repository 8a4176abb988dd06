# SPDX-License-Identifier: MIT
"""A child that is here already is told of while it is typed, as far as the one who types may know."""

from datetime import date

import pytest

from models.queries.access import Sight
from models.queries.duplicates import Sameness, Sought, duplicates
from models.records.family import FamilyState
from models.records.person import AddressProtection
from models.values.act import Role

BORN = date(2009, 4, 14)
# Synthetic: month + 80.
NUMBER = "01891550061"


def found(desk, **typed):
    return desk.read(duplicates, desk.staff_id, Sought(**typed))


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil", born_on=BORN, national_id=NUMBER)


@pytest.mark.parametrize(
    ("typed", "sameness"),
    [
        ({"national_id": NUMBER}, Sameness.NATIONAL_ID),
        ({"national_id": "018915 50061"}, Sameness.NATIONAL_ID),
        ({"given_name": "Emil", "family_name": "Haugen", "born_on": BORN}, Sameness.NAME_AND_BIRTH),
        ({"given_name": "emil", "family_name": "HAUGEN", "born_on": BORN}, Sameness.NAME_AND_BIRTH),
        ({"given_name": "Emil Andreas", "family_name": "Haugen", "born_on": BORN}, Sameness.SIMILAR_NAME),
        ({"given_name": "Emill", "family_name": "Haugen", "born_on": BORN}, Sameness.SIMILAR_NAME),
        ({"given_name": "Emil", "family_name": "Haugen"}, Sameness.SIMILAR_NAME),
    ],
)
def test_the_same_child_is_recognised(desk, family, typed, sameness):
    (one,) = found(desk, **typed)
    assert (one.sameness, one.family, one.family_id) == (sameness, "Haugen", family.id)


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"given_name": "Emil"},
        {"given_name": "Ida", "family_name": "Sandvik", "born_on": BORN},
        {"given_name": "Emil", "family_name": "Haugen", "born_on": date(2011, 1, 1)},
        {"national_id": "123"},
    ],
)
def test_another_child_is_not_warned_of(desk, family, typed):
    assert found(desk, **typed) == ()


def test_a_closed_family_is_found_too(desk, story):
    story.family("Berg", state=FamilyState.CLOSED, closed_on=story.today).child("Bo", born_on=BORN)
    (one,) = found(desk, given_name="Bo", family_name="Berg", born_on=BORN)
    assert one.closed


def test_anothers_family_is_told_of_without_its_name(desk, story, family):
    berit = desk.as_staff(story.staff("Berit Fjell"), "Berit Fjell", Role.COORDINATOR)
    (one,) = found(berit, given_name="Emil", family_name="Haugen", born_on=BORN)
    assert (one.sight, one.family, one.child) == (Sight.REASON, "", "")
    assert found(berit, given_name="Emill", family_name="Haugen", born_on=BORN) == ()


def test_a_protected_family_tells_nothing_of_itself(desk, story):
    story.family("Berg").child("Bo", born_on=BORN, address_protection=AddressProtection.STRICT)
    berit = desk.as_staff(story.staff("Berit Fjell"), "Berit Fjell", Role.COORDINATOR)
    (one,) = found(berit, given_name="Bo", family_name="Berg", born_on=BORN)
    assert (one.sight, one.family_id, one.family, one.coordinator) == (Sight.SEALED, None, "", "")


@pytest.mark.parametrize("odd", ["%", "_", "'", "💚", "محمد", "a" * 10_000])
def test_odd_signs_do_no_harm(desk, family, odd):
    assert found(desk, given_name=odd, family_name=odd) == ()
