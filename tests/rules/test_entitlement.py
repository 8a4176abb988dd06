# SPDX-License-Identifier: MIT
"""From the answers to the five conditions to a proposal; from an avgjørelse to what it lacks."""

from dataclasses import replace
from datetime import date
from itertools import product
from uuid import UUID

import pytest

from models.rules.coordinator_rules import Standing, clashes
from models.rules.decision_checks import ConditionFacts, DecisionFacts, what_is_missing, worth_a_thought
from models.rules.entitlement import CONDITIONS, coordinator_proposal, propose
from models.rules.law import law_on
from models.rules.reasons import REASONS
from resources.catalogue import keys

ALL_MET = dict.fromkeys(CONDITIONS, "met")
ANNE, BERIT = UUID(int=1), UUID(int=2)


def test_there_are_five_conditions_told_in_both_languages_with_law_in_force():
    law = law_on(date(2026, 11, 22))
    assert len(CONDITIONS) == 5
    for condition in CONDITIONS.values():
        assert all(law.has(id) for id in condition.provisions)
        for language in ("nb", "nn"):
            assert condition.title[language]
            assert condition.help[language].endswith(".")
            assert condition.reminders[language]


def test_all_met_points_at_granting():
    assert propose(ALL_MET).outcome == "granted"
    assert propose(ALL_MET, has_coordinator=True).outcome == "changed"


@pytest.mark.parametrize("id", CONDITIONS)
def test_one_failing_condition_points_at_refusal_and_says_which(id):
    proposal = propose(ALL_MET | {id: "not_met"})
    assert proposal.outcome == "refused"
    assert proposal.not_met == (id,)
    assert [step.values["condition"] for step in proposal.why] == [id]
    assert propose(ALL_MET | {id: "not_met"}, has_coordinator=True).outcome == "ended"


@pytest.mark.parametrize(("id", "finding"), list(product(CONDITIONS, ["unclear", "open"])))
def test_an_unclear_or_open_condition_points_at_nothing_yet(id, finding):
    proposal = propose(ALL_MET | {id: finding})
    assert proposal.outcome is None
    assert proposal.unanswered == (id,)


def test_an_ordinary_coordinator_is_suggested_when_the_special_conditions_fail():
    """hol § 7-2"""
    assert propose(ALL_MET | {"both_services": "not_met"}).consider_coordinator
    assert propose(ALL_MET | {"child_under_18": "not_met"}).consider_coordinator
    assert not propose(ALL_MET | {"lasting_needs": "not_met"}).consider_coordinator
    assert not propose(ALL_MET | {"family_wishes": "not_met"}).consider_coordinator


def test_an_ordinary_coordinator_asks_for_lasting_needs_and_the_wish():
    assert coordinator_proposal({"lasting_needs": "met", "family_wishes": "met"}).outcome == "granted"
    assert coordinator_proposal({"lasting_needs": "met"}).outcome is None
    assert coordinator_proposal({"lasting_needs": "not_met"}).outcome == "refused"


WHOLE = DecisionFacts(
    outcome="granted",
    grounds="Alle vilkår er oppfylt.",
    signer_name="Ingrid Bakken",
    signer_title="enhetsleder",
    has_coordinator=True,
    effective_on=date(2026, 12, 1),
    decided_on=date(2026, 11, 23),
    child_heard="heard",
    child_view="Vil ha færre møter.",
    best_interests="Samordning er best.",
    delegated_by="Kommunedirektøren",
    delegated_on=date(2026, 1, 1),
    conditions=dict.fromkeys(CONDITIONS, ConditionFacts("met", reasoned=True)),
)


def missing(**changes):
    return [refusal.key.removeprefix("checks.") for refusal in what_is_missing(replace(WHOLE, **changes))]


def test_a_whole_decision_can_be_finished():
    assert missing() == []


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({"grounds": "  "}, ["grounds"]),
        ({"complaint_notice": False}, ["complaint_notice"]),
        ({"signer_name": "", "signer_title": ""}, ["signer_name", "signer_title"]),
        ({"child_heard": "open"}, ["child_heard"]),
        ({"child_heard": "heard", "child_view": ""}, ["child_view"]),
        ({"child_heard": "not_heard"}, ["not_heard_reason"]),
        ({"child_heard": "not_heard", "not_heard_reason": "For ung."}, []),
        ({"child_heard": "open", "child_expected": True}, []),
        ({"best_interests": ""}, ["best_interests"]),
        ({"has_coordinator": False}, ["coordinator"]),
        ({"delegated_by": "", "delegated_on": None}, ["delegated_by", "delegated_on"]),
        ({"effective_on": None}, ["effective_on"]),
        ({"overlap_to": date(2026, 11, 1)}, ["overlap_before_start"]),
        ({"conditions": {}}, ["condition_not_met"] * 5),
        ({"outcome": "refused", "has_coordinator": False, "effective_on": None}, ["no_condition_failed"]),
        ({"outcome": "ended", "has_coordinator": False}, ["reason_code"]),
        ({"outcome": "ended", "reason_code": "turned_18", "conditions": {}}, []),
        ({"outcome": "person_changed", "conditions": {}}, []),
    ],
)
def test_what_stops_finishing(changes, lacking):
    assert missing(**changes) == lacking


def test_a_condition_without_reason_stops_finishing_beside_its_own_field():
    answers = dict(WHOLE.conditions) | {"both_services": ConditionFacts("met")}
    [refusal] = what_is_missing(replace(WHOLE, conditions=answers))
    assert (refusal.key, refusal.field, refusal.basis) == ("checks.condition_reason", "both_services", "fvl_25")


def test_a_refusal_needs_a_failed_condition_with_reason():
    answers = dict(WHOLE.conditions) | {"both_services": ConditionFacts("not_met", reasoned=True)}
    assert missing(outcome="refused", has_coordinator=False, delegated_by="", conditions=answers) == []


def test_every_stop_has_a_sentence_and_a_basis_in_force():
    law = law_on(date(2026, 11, 22))
    empty = [DecisionFacts(outcome=outcome, complaint_notice=False, child_heard=heard)
             for outcome in REASONS for heard in ("open", "heard", "not_heard")]  # fmt: skip
    refusals = [refusal for decision in empty for refusal in what_is_missing(decision)]
    assert {refusal.key for refusal in refusals} <= keys("nb") & keys("nn")
    assert all(refusal.basis is None or law.has(refusal.basis) for refusal in refusals)
    assert all(refusal.field for refusal in refusals)


def test_every_reason_has_a_sentence_in_the_letters():
    for reason in (reason for reasons in REASONS.values() for reason in reasons):
        assert f"letters_reasons.{reason}" in keys("nb") & keys("nn")


def test_good_practice_is_a_thought_and_no_stop():
    ended = replace(WHOLE, outcome="ended", reason_code="moved")
    assert [thought.field for thought in worth_a_thought(ended)] == ["prior_notice_on", "alternatives"]
    assert worth_a_thought(replace(ended, prior_notice_on=date(2026, 11, 1), alternatives="Koordinator.")) == []


FIRST = Standing(ANNE, "child_coordinator", date(2026, 1, 1))
SECOND = Standing(BERIT, "coordinator", date(2026, 6, 1))


@pytest.mark.parametrize(
    ("standing", "new", "overlap_to", "lacking"),
    [
        ([], SECOND, None, []),
        ([FIRST], SECOND, None, ["checks.two_coordinators"]),
        ([replace(FIRST, to_on=date(2026, 5, 31))], SECOND, None, []),
        ([replace(FIRST, to_on=date(2026, 6, 30))], SECOND, None, ["checks.two_coordinators"]),
        ([replace(FIRST, to_on=date(2026, 6, 30))], SECOND, date(2026, 6, 30), []),
        ([replace(FIRST, to_on=date(2026, 7, 31))], SECOND, date(2026, 6, 30), ["checks.two_coordinators"]),
        ([replace(FIRST, specialist=True)], SECOND, None, []),
        ([FIRST], replace(SECOND, specialist=True), None, []),
        ([FIRST], replace(FIRST, from_on=date(2026, 6, 1)), None, ["checks.coordinator_already"]),
    ],
)
def test_never_two_coordinators_with_whole_responsibility(standing, new, overlap_to, lacking):
    assert [refusal.key for refusal in clashes(standing, new, overlap_to)] == lacking
