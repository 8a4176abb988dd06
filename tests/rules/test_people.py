# SPDX-License-Identifier: MIT
"""Who decides, what comes with age, and what is hidden."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.consent_to_right import AdultFacts, Decider, who_decides
from models.rules.cooperation import SECTORS, cooperation_reference
from models.rules.law import law_on
from models.rules.milestones import birth_windows, coming_milestones, milestones
from resources.catalogue import keys

TODAY = date(2026, 11, 22)
LAW = law_on(TODAY)
MOTHER = AdultFacts(UUID(int=1), "mother", "yes", "yes")
FATHER = AdultFacts(UUID(int=2), "father", "yes")
SERVICE = AdultFacts(UUID(int=3), "child_welfare", "no")
FOSTER = AdultFacts(UUID(int=4), "foster_parent", "no", "yes")


def decided(age, care, *adults, law=LAW):
    born = None if age is None else date(TODAY.year - age, 1, 1)
    found = who_decides(born, care, adults, TODAY, law)
    return found, [remark.key.removeprefix("decides.") for remark in found.remarks]


def test_parents_with_shared_responsibility_decide_together():
    """barnelova § 30"""
    found, remarks = decided(5, "two_homes", MOTHER, FATHER)
    assert found.who == (MOTHER.id, FATHER.id)
    assert remarks == ["both_parents", "heard_when_able"]


def test_one_parent_alone_decides_alone():
    found, _ = decided(5, "home", MOTHER)
    assert (found.capacity, found.who) == (Decider.PARENTS, (MOTHER.id,))


def test_an_unknown_responsibility_is_warned_of():
    found, remarks = decided(5, "home", AdultFacts(UUID(int=9), "father"))
    assert found.capacity is Decider.NOBODY
    assert remarks[:2] == ["nobody", "responsibility_unknown"]


@pytest.mark.parametrize(("day", "foster_may"), [(date(2025, 6, 1), False), (date(2026, 6, 1), True)])
def test_after_a_care_order_child_welfare_decides_and_since_2026_foster_parents_may(day, foster_may):
    """bvl § 5-4"""
    found, remarks = decided(9, "care_order_foster", MOTHER, SERVICE, FOSTER, law=law_on(day))
    assert (found.capacity, found.who) == (Decider.CHILD_WELFARE, (SERVICE.id,))
    assert ("foster_may_decide" in remarks) is foster_may


def test_in_a_voluntary_placement_the_parents_decide():
    found, remarks = decided(9, "voluntary_placement", MOTHER, FOSTER)
    assert found.who == (MOTHER.id,)
    assert "voluntary_placement" in remarks


@pytest.mark.parametrize(
    ("age", "voice"),
    [(None, None), (6, "heard_when_able"), (7, "must_be_heard"), (12, "great_weight"), (16, "youth_great_weight")],
)
def test_the_voice_of_the_child_grows(age, voice):
    found, remarks = decided(age, "home", MOTHER)
    assert found.capacity is Decider.PARENTS
    assert remarks == ([voice] if voice else [])


def test_at_eighteen_the_young_decide_themselves():
    assert decided(18, "home", MOTHER)[0].capacity is Decider.YOUTH


def test_every_remark_on_who_decides_has_a_sentence_and_a_basis_in_force():
    situations = [
        who_decides(born, care, adults, TODAY, LAW)
        for born in (None, date(2008, 1, 1), date(2010, 1, 1), date(2013, 1, 1), date(2018, 1, 1), date(2024, 1, 1))
        for care in ("home", "voluntary_placement", "care_order_foster", "care_order_institution")
        for adults in ((), (MOTHER, FATHER), (AdultFacts(UUID(int=9), "father"),))
    ]
    remarks = [remark for found in situations for remark in found.remarks]
    assert {remark.key for remark in remarks} <= keys("nb") & keys("nn")
    assert all(LAW.has(remark.basis) for remark in remarks)


def test_birthdays_and_transitions_come_in_order():
    found = [(step.key, step.on) for step in milestones(date(2009, 4, 14))]
    assert found == [
        ("school_start", date(2015, 8, 15)),
        ("turns_7", date(2016, 4, 14)),
        ("turns_12", date(2021, 4, 14)),
        ("lower_secondary", date(2022, 8, 15)),
        ("turns_15", date(2024, 4, 14)),
        ("upper_secondary_application", date(2025, 2, 1)),
        ("upper_secondary_ordinary", date(2025, 3, 1)),
        ("turns_16", date(2025, 4, 14)),
        ("upper_secondary", date(2025, 8, 15)),
        ("before_18", date(2026, 10, 14)),
        ("turns_18", date(2027, 4, 14)),
    ]
    assert [step.key for step in coming_milestones(date(2009, 4, 14), TODAY, 180)] == ["turns_18"]


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.dates(date(2022, 1, 1), date(2050, 12, 31)))
def test_a_birth_date_with_something_coming_is_always_among_those_asked_for(born, today):
    ahead = {"turns_18": 365, "before_18": 365, "school_start": 270, "upper_secondary_application": 120}
    coming = [step for step in coming_milestones(born, today, 365) if (step.on - today).days <= ahead.get(step.key, 60)]
    inside = any(first <= born <= last for first, last in birth_windows(today, ahead, 60))
    assert inside or not coming


def test_each_sector_has_its_duty_to_cooperate():
    for sector in SECTORS:
        assert cooperation_reference(LAW, sector, "nn").id == f"cooperation_{sector}"
    assert cooperation_reference(LAW, "school", "nb").text == "opplæringslova § 24-1"
    assert cooperation_reference(law_on(date(2022, 9, 15)), "child_welfare", "nb").text == "barnevernloven § 3-2"
