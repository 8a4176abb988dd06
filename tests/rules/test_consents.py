# SPDX-License-Identifier: MIT
"""Who signs a consent, how it stands on a day, and what may be shared without one."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.consent_state import (
    HOLDING,
    OVER,
    ConsentDays,
    ConsentState,
    answer_due,
    birthday_since,
    childhood_end,
    state_of,
)
from models.rules.consent_to_right import AdultFacts
from models.rules.law import law_on
from models.rules.sharing_rules import GIVERS, giver_of, rules_for
from models.rules.signers import ChildFacts, Matter, birthdays_of, missing, one_parent_missing, who_signs
from resources.catalogue import keys

TODAY = date(2026, 11, 22)
LAW = law_on(TODAY)
CHILD = UUID(int=9)
MOTHER = AdultFacts(UUID(int=1), "mother", "yes", "yes")
FATHER = AdultFacts(UUID(int=2), "father", "yes")
WELFARE = AdultFacts(UUID(int=3), "child_welfare", "no")
GUARDIAN = AdultFacts(UUID(int=4), "guardian", "yes")
KINDS = ("child_coordinator", "individual_plan", "care_team", "sharing")
TRACKS = ("general", "health", "child_welfare")
CARES = ("home", "two_homes", "voluntary_placement", "care_order_foster", "care_order_institution")


def signing(kind, track, age, *adults, care="home", day=TODAY):
    born = None if age is None else date(day.year - age, 1, 1)
    return who_signs(Matter(kind, track), ChildFacts(CHILD, born), care, adults, day, law_on(day))


def names(found):
    return [(one.person_id, one.capacity, one.basis) for one in found.signers]


def remarks(found):
    return [one.key for one in found.remarks]


@pytest.mark.parametrize(
    ("kind", "track", "age", "capacity"),
    [
        ("sharing", "health", 15, "parent"),
        ("sharing", "health", 16, "youth"),
        ("individual_plan", "child_welfare", 14, "parent"),
        ("individual_plan", "child_welfare", 15, "youth"),
        ("care_team", "general", 15, "parent"),
        ("care_team", "general", 16, "youth"),
        ("child_coordinator", "health", 17, "parent"),
        ("child_coordinator", "general", 18, "youth"),
        ("sharing", "health", None, "parent"),
    ],
)
def test_the_young_take_over_at_the_age_of_the_track(kind, track, age, capacity):
    assert {one.capacity for one in signing(kind, track, age, MOTHER, FATHER).signers} == {capacity}


def test_parents_with_shared_responsibility_both_sign_and_a_missing_one_is_told_of():
    found = signing("sharing", "general", 8, MOTHER, FATHER)
    assert names(found) == [(MOTHER.id, "parent", "barnel_30"), (FATHER.id, "parent", "barnel_30")]
    assert one_parent_missing(found, {MOTHER.id})
    assert not one_parent_missing(found, {MOTHER.id, FATHER.id})
    assert [one.person_id for one in missing(found, {MOTHER.id})] == [FATHER.id]


def test_a_guardian_signs_as_guardian():
    assert names(signing("care_team", "health", 8, GUARDIAN)) == [(GUARDIAN.id, "guardian", "pbrl_4_4")]


@pytest.mark.parametrize("known", [True, False])
def test_after_a_care_order_child_welfare_signs_also_when_nobody_there_is_registered(known):
    found = signing("individual_plan", "health", 9, MOTHER, *([WELFARE] if known else []), care="care_order_foster")
    assert names(found) == [(WELFARE.id if known else None, "child_welfare", "bvl_5_1")]
    assert "signers.no_complaint_from_parents" in remarks(found)


def test_with_nobody_who_has_foreldreansvar_nobody_is_proposed_and_it_is_said():
    found = signing("sharing", "general", 8, AdultFacts(UUID(int=7), "father"))
    assert found.signers == ()
    assert "decides.nobody" in remarks(found)


def test_at_fifteen_in_child_welfare_the_other_age_of_health_is_told():
    assert "signers.other_track" in remarks(signing("sharing", "child_welfare", 15, MOTHER))
    assert "signers.other_track" not in remarks(signing("sharing", "child_welfare", 16, MOTHER))


@given(
    st.sampled_from(KINDS),
    st.sampled_from(TRACKS),
    st.none() | st.dates(date(2005, 1, 1), TODAY),
    st.sampled_from(CARES),
    st.sets(st.sampled_from((MOTHER, FATHER, WELFARE, GUARDIAN))),
    st.dates(date(2022, 8, 1), date(2040, 1, 1)),
)
def test_every_proposal_has_a_reason_in_words_and_a_provision_in_force(kind, track, born, care, adults, day):
    law = law_on(day)
    found = who_signs(Matter(kind, track), ChildFacts(CHILD, born), care, sorted(adults, key=str), day, law)
    known = keys("nb") & keys("nn")
    assert {one.why for one in found.signers} | set(remarks(found)) <= known
    assert all(law.has(one.basis) for one in (*found.signers, *found.remarks))
    youth = [one for one in found.signers if one.capacity == "youth"]
    assert not youth or (found.signers == tuple(youth) and youth[0].person_id == CHILD)
    assert len(missing(found, ())) == len(found.signers)


def on(**days):
    return state_of(ConsentDays(**days), TODAY)


@pytest.mark.parametrize(
    ("left", "state"),
    [(61, "valid"), (60, "ends_60"), (31, "ends_60"), (30, "ends_30"), (1, "ends_30"), (0, "ends_0"), (-1, "expired")],
)
def test_the_end_is_told_sixty_thirty_and_no_days_before(left, state):
    assert on(given_on=date(2026, 1, 1), expires_on=TODAY + timedelta(left)) == state


def test_a_question_a_refusal_and_a_withdrawal_each_have_their_word():
    given_on = date(2026, 1, 1)
    assert on() is ConsentState.ASKED
    assert on(refused_on=TODAY) is ConsentState.REFUSED
    assert on(given_on=given_on, withdrawn_on=TODAY) is ConsentState.WITHDRAWN
    assert on(given_on=given_on, withdrawn_on=TODAY + timedelta(1)) is ConsentState.VALID
    assert answer_due(date(2026, 11, 1)) == date(2026, 11, 15)


def test_with_ends_of_their_own_the_consent_lasts_as_long_as_the_last_service():
    own = (TODAY - timedelta(1), TODAY + timedelta(100))
    assert on(given_on=date(2026, 1, 1), own_ends=own) is ConsentState.VALID
    assert on(given_on=date(2026, 1, 1), own_ends=own, expires_on=TODAY) is ConsentState.ENDS_0
    assert on(given_on=date(2026, 1, 1), own_ends=(None, TODAY)) is ConsentState.VALID


@given(st.builds(ConsentDays, *[st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))] * 4), st.dates())
def test_a_consent_is_asked_for_holds_or_is_over_and_once_over_stays_so(days, today):
    state = state_of(days, today)
    assert (state is ConsentState.ASKED) + (state in HOLDING) + (state in OVER) == 1
    if state in OVER and today < date.max:
        assert state_of(days, today + timedelta(1)) in OVER


def test_a_birthday_since_the_consent_was_given_is_noticed_from_that_day():
    born, given_on = date(2010, 11, 22), date(2026, 1, 1)
    assert birthday_since(born, given_on, TODAY - timedelta(1), (12, 16)) is None
    assert birthday_since(born, given_on, TODAY, (12, 16)) == 16
    assert birthday_since(born, TODAY, TODAY, (12, 16)) is None


def test_what_a_parent_signed_ends_with_childhood_and_what_the_young_signed_does_not():
    born = date(2008, 11, 23)
    assert childhood_end(born, {"parent"}) == TODAY
    assert childhood_end(born, {"parent", "youth"}) is None
    assert childhood_end(None, ()) is None
    assert on(given_on=date(2026, 1, 1), childhood_ends=TODAY, own_ends=(None,)) is ConsentState.ENDS_0


def test_one_asks_anew_at_the_age_of_the_track():
    assert birthdays_of("sharing", "health") == (12, 16)
    assert birthdays_of("care_team", "child_welfare") == (12, 15)
    assert birthdays_of("child_coordinator", "health") == (12,)


def test_what_health_personnel_and_family_counselling_know_is_never_opened_by_the_administration_act():
    for giver in ("health_personnel", "family_counselling"):
        assert "fvl_13b" not in rules_for(giver, LAW)
    for sector in ("health", "specialist_health", "dental", "family_counselling"):
        assert "fvl_13b" not in rules_for(giver_of(sector), LAW)


@pytest.mark.parametrize("day", [date(2022, 9, 1), date(2025, 1, 1), TODAY])
def test_every_giver_has_a_duty_and_a_rule_in_force(day):
    law = law_on(day)
    for giver in GIVERS.values():
        assert law.has(giver.secrecy)
        assert rules_for(giver.key, law)
    assert rules_for("nobody", law) == ()
    assert giver_of("nothing") == ""
