# SPDX-License-Identifier: MIT
"""The list of families finds what is typed, in Norwegian order, and only what the person may see."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.queries.families import Chip, family_counts, family_hits, family_rows
from models.records.family import FamilyState
from models.records.family_service import FamilyService, ServiceState
from models.records.person import AddressProtection
from models.values.act import Role


def names(desk, text="", chip=Chip.ALL, limit=200):
    return [row.name for row in desk.read(family_rows, desk.staff_id, desk.today(), text, chip, limit).rows]


@pytest.fixture
def families(story):
    story.family("Haugen").child("Emil", born_on=date(2009, 4, 14)).adult("Anne").adult("Per")
    story.family("Ødegård").child("Åse", age=4)
    story.family("Aasen").child("Sara", age=8).child("Elias", age=11)
    story.family("Čáhput").child("Máret", age=9)
    story.family("Johansen").child("", expected_on=date(2026, 6, 1))
    return story


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("haug", ["Haugen"]),
        ("emil hau", ["Haugen"]),
        ("anne", ["Haugen"]),
        ("odegard", ["Ødegård"]),
        ("ødegård", ["Ødegård"]),
        ("ase", ["Ødegård"]),
        ("caahput", []),
        ("cahput maret", ["Čáhput"]),
        ("elias", ["Aasen"]),
        ("haugen elias", []),
        ("100%", []),
        ("'; drop table family", []),
        ("<b>", ["Haugen", "Johansen", "Čáhput", "Ødegård", "Aasen"]),
    ],
)
def test_every_word_typed_must_begin_a_word_of_the_family(desk, families, typed, found):
    if typed == "<b>":
        families.family("Berg").child("Bo", age=3)
        assert names(desk, typed) == ["Berg"]
        return
    assert names(desk, typed) == found


@pytest.mark.parametrize(
    "typed", ["14.4.09", "140409", "14.04.2009", "14042009", "14. april 2009", "2009-04-14", "14.4", "14/4-09", "1404"]
)
def test_a_birth_date_is_found_however_it_is_typed(desk, families, typed):
    assert names(desk, typed) == ["Haugen"]


def test_a_family_is_found_by_its_coordinator(desk, families, story):
    from models.records.appointment import CoordinatorAppointment
    from models.records.assessment import CoordinatorKind

    tor = story.staff("Tor Helge Vik")
    family = story.family("Nilsen").child("Oda", age=2)
    story.add(
        CoordinatorAppointment(
            family_id=family.id, staff_id=tor, kind=CoordinatorKind.CHILD_COORDINATOR, from_on=story.today
        )
    )
    assert names(desk, "vik tor") == ["Nilsen"]
    assert desk.read(family_rows, tor, desk.today(), "", Chip.MINE).total == 1


def test_families_stand_in_norwegian_order_with_aa_as_å(desk, families):
    assert names(desk) == ["Čáhput", "Haugen", "Johansen", "Ødegård", "Aasen"]


def test_an_expected_child_has_a_date_and_no_name(desk, families):
    row = desk.read(family_rows, desk.staff_id, desk.today(), "johansen").rows[0]
    assert [(child.name, child.born_on, child.expected_on) for child in row.children] == [("", None, date(2026, 6, 1))]


def test_the_count_tells_of_more_than_the_part_that_is_shown(desk, families):
    found = desk.read(family_rows, desk.staff_id, desk.today(), "", Chip.ALL, 2)
    assert (len(found.rows), found.total) == (2, 5)


def test_what_comes_after_a_row_follows_it_in_order(desk, families):
    first = desk.read(family_rows, desk.staff_id, desk.today(), "", Chip.ALL, 2)
    rest = desk.read(family_rows, desk.staff_id, desk.today(), "", Chip.ALL, 10, first.rows[-1])
    assert [row.name for row in first.rows + rest.rows] == ["Čáhput", "Haugen", "Johansen", "Ødegård", "Aasen"]


def test_a_closed_family_stands_only_under_closed(desk, families, story):
    story.family("Berg", state=FamilyState.CLOSED, closed_on=story.today)
    assert "Berg" not in names(desk, "berg")
    assert names(desk, "berg", Chip.CLOSED) == ["Berg"]
    assert desk.read(family_counts, desk.staff_id, desk.today())[Chip.CLOSED] == 1
    assert [row.name for row in desk.read(family_hits, desk.staff_id, desk.today(), "berg")] == ["Berg"]


def test_a_family_whose_answer_is_late_needs_action_until_it_is_answered(desk, story):
    story.family("Berg").child().enquiry(received_on=story.today - timedelta(days=40))
    story.family("Dahl").child()
    assert names(desk, chip=Chip.NEEDS_ACTION) == ["Berg"]


def test_a_coordinator_sees_only_her_own_families(desk, story):
    mine = story.staff("Kari Nordvik")
    story.family("Berg", responsible_id=mine).child()
    story.family("Dahl").child()
    kari = desk.as_staff(mine, "Kari Nordvik", Role.COORDINATOR)
    assert names(kari) == ["Berg"]
    assert kari.read(family_counts, mine, kari.today())[Chip.ALL] == 1


def test_one_with_no_part_in_the_cases_sees_no_family(desk, story):
    clerk = story.staff("Arne Arkiv", roles="archivist")
    story.family("Berg").child()
    assert names(desk.as_staff(clerk, "Arne Arkiv", Role.ARCHIVIST)) == []


def test_the_row_says_when_an_address_is_protected(desk, story):
    story.family("Berg").child(address_protection=AddressProtection.STRICT)
    assert desk.read(family_rows, desk.staff_id, desk.today()).rows[0].protected


def test_the_palette_offers_nothing_before_something_is_typed(desk, families):
    assert desk.read(family_hits, desk.staff_id, desk.today(), "  ") == ()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
def test_whatever_is_typed_gives_a_list(desk, families, text):
    assert len(names(desk, text)) <= 5


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(alphabet="abcæøåáčđŋšŧžéüßÀ' -", min_size=1, max_size=20).filter(lambda text: text.strip(" '-")))
def test_a_family_is_found_by_its_own_name(desk, story, name):
    family = story.family(name)
    found = desk.read(family_rows, desk.staff_id, desk.today(), name, Chip.ALL, 1000).rows
    assert family.id in [row.id for row in found]


def test_a_family_is_found_by_its_services_and_its_school_unless_its_address_is_secret(desk, story):
    open_one = story.family("Lie").child("Ida", school="Fjordvik skole")
    hidden = story.family("Dahl").child("Leah", school="Fjordvik skole", address_protection=AddressProtection.STRICT)
    for family in (open_one, hidden):
        story.add(FamilyService(family_id=family.id, name="Barnehabiliteringen"))
        story.add(FamilyService(family_id=family.id, name="Ridesenteret", state=ServiceState.ENDED))
    assert names(desk, "barnehab") == names(desk, "fjordvik sko") == ["Lie"]
    assert names(desk, "ridesenteret") == []
