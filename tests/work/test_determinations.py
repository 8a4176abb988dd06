# SPDX-License-Identifier: MIT
"""From the wish to each of the five outcomes, on a real encrypted vault."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from models.records.appointment import CoordinatorAppointment
from models.records.assessment import CoordinatorKind, Finding, Heard
from models.records.determination import Determination, DeterminationState, Outcome
from models.rules.conditions import CONDITIONS
from models.values.act import Role
from models.values.refusal import Refusal, Refusals
from models.work.assess import AnswerDraft, AssessmentDraft, answer_condition, edit_assessment
from models.work.decide import (
    DeterminationDraft,
    discard_determination,
    edit_determination,
    propose_determination,
    replace_determination,
)
from models.work.finish_determination import finish_determination
from models.work.record_enquiry import withdraw_enquiry
from tests.work.right_case import Case


@pytest.fixture
def case(desk, story):
    return Case(desk, story)


def test_a_new_assessment_starts_from_the_conditions_but_hears_the_child_anew(case, clock):
    case.granted()
    clock.forward(days=200)
    case.do(propose_determination, case.family.id)
    picture = case.picture()
    assert {one.finding for one in picture.conditions} == {Finding.MET}
    assert picture.assessment.child_heard is Heard.OPEN


def missing(case, id):
    with pytest.raises(Refusals) as stopped:
        case.do(finish_determination, id)
    return [one.field for one in stopped.value.refusals]


def test_a_granted_right_gets_number_and_date_and_appoints_the_coordinator(case):
    case.wishes()
    done = case.the(case.granted())
    assert (done.number, done.decided_on, done.state) == ("2026-001", case.desk.today(), DeterminationState.FINAL)
    (appointed,) = case.picture().right.appointments
    assert (appointed.name, appointed.from_on, appointed.delegated_by) == (
        "Berit Fjell",
        case.desk.today(),
        "Torunn Dal",
    )


def test_finishing_answers_the_wish_and_closes_the_assessment(case):
    case.wishes()
    case.granted()
    picture = case.picture()
    assert picture.enquiry.answered_on == case.desk.today()
    assert picture.assessment.closed_on == case.desk.today()
    assert picture.answer_due_on is None


def test_answers_that_all_say_yes_propose_to_grant(case):
    case.assessed()
    assert case.picture().proposal.outcome == "granted"
    assert case.the(case.drafted()).outcome is Outcome.GRANTED


def test_one_no_proposes_a_refusal_which_appoints_nobody(case):
    case.assessed(serious_condition=Finding.NOT_MET)
    id = case.drafted()
    assert case.the(id).outcome is Outcome.REFUSED
    case.do(finish_determination, id)
    assert case.the(id).number == "2026-001"
    assert case.picture().right.appointments == ()


def test_another_person_takes_over_and_the_two_overlap_as_agreed(case, clock):
    case.granted()
    clock.forward(days=100)
    turid = case.story.staff("Turid Moen")
    case.child_heard()
    until = case.desk.today() + timedelta(days=14)
    id = case.drafted(outcome="person_changed", coordinator_id=turid, overlap_to=until)
    case.do(finish_determination, id)
    assert {one.name for one in case.coordinators_on(until)} == {"Berit Fjell", "Turid Moen"}
    assert [one.name for one in case.coordinators_on(until + timedelta(days=1))] == ["Turid Moen"]


def test_a_change_of_kind_leaves_one_coordinator(case, clock):
    case.granted()
    clock.forward(days=30)
    case.child_heard()
    id = case.drafted(outcome="changed", kind="coordinator", coordinator_id=case.berit)
    case.do(finish_determination, id)
    (now,) = case.coordinators_on(case.desk.today())
    assert now.kind is CoordinatorKind.COORDINATOR


def test_an_end_lets_the_coordinator_go_the_day_before(case, clock):
    case.granted()
    clock.forward(days=30)
    case.child_heard()
    stops = case.desk.today() + timedelta(days=10)
    id = case.drafted(outcome="ended", reason_code="moved", effective_on=stops)
    case.do(finish_determination, id)
    assert len(case.coordinators_on(stops - timedelta(days=1))) == 1
    assert case.coordinators_on(stops) == []


def test_an_end_needs_its_reason(case, clock):
    case.granted()
    clock.forward(days=1)
    assert "reason_code" in missing(case, case.drafted(outcome="ended"))


def test_finishing_stops_without_grounds_complaint_notice_and_signature(case):
    case.assessed()
    id = case.drafted(
        coordinator_id=case.berit, grounds="", complaint_notice=False, signer_name="", signer_title="", delegated_by=""
    )
    assert missing(case, id) == ["grounds", "delegated_by", "signer_name", "signer_title", "complaint_notice"]
    assert case.the(id).state is DeterminationState.DRAFT


def test_what_is_missing_comes_in_the_order_of_the_form(case):
    id = case.do(propose_determination, case.family.id)
    fields = missing(case, id)
    assert fields[:2] == ["child_heard", "best_interests"]
    assert fields[2:7] == list(CONDITIONS)
    assert fields[7:] == ["coordinator_id", "grounds"]


def test_a_child_that_was_not_heard_needs_a_reason(case):
    case.assessed()
    case.do(edit_assessment, case.family.id, AssessmentDraft(child_heard=Heard.NOT_HEARD))
    id = case.drafted(coordinator_id=case.berit)
    assert missing(case, id) == ["not_heard_reason"]
    case.do(edit_assessment, case.family.id, AssessmentDraft(not_heard_reason="Emma er for syk nå."))
    case.do(finish_determination, id)
    assert case.the(id).number


def test_a_second_grant_is_refused_while_somebody_is_coordinator(case, clock):
    case.granted()
    clock.forward(days=1)
    case.assessed()
    assert missing(case, case.drafted(outcome="granted", coordinator_id=case.berit)) == ["outcome"]


@pytest.mark.parametrize("outcome", ["ended", "changed", "person_changed"])
def test_nothing_can_be_changed_or_ended_where_nobody_is_coordinator(case, outcome):
    case.assessed()
    id = case.drafted(outcome=outcome, coordinator_id=case.berit, reason_code="moved")
    assert "outcome" in missing(case, id)


def test_a_finished_determination_is_never_changed(case):
    id = case.granted()
    for work, *rest in (
        (edit_determination, DeterminationDraft(grounds="Noe annet.")),
        (discard_determination,),
        (finish_determination,),
    ):
        with pytest.raises(Refusal, match=r"right_refused\.final_is_locked"):
            case.do(work, id, *rest)
    assert case.the(id).grounds == "Emma trenger hjelp fra mange."


def test_a_new_one_replaces_a_finished_one_and_keeps_one_coordinator(case, clock):
    old = case.granted()
    clock.forward(days=3)
    new = case.do(replace_determination, old)
    assert case.the(new).grounds == case.the(old).grounds
    case.do(edit_determination, new, DeterminationDraft(grounds="Rettet begrunnelse."))
    case.do(finish_determination, new)
    assert case.the(old).state is DeterminationState.REPLACED
    assert (case.the(new).number, case.the(new).replaces_number) == ("2026-002", "2026-001")
    assert len(case.coordinators_on(case.desk.today())) == 1
    assert case.the(old).grounds == "Emma trenger hjelp fra mange."


def test_a_refusal_that_replaces_a_grant_takes_the_appointment_back(case):
    old = case.granted()
    new = case.do(replace_determination, old)
    case.do(answer_condition, case.family.id, "serious_condition", AnswerDraft(finding=Finding.NOT_MET))
    case.do(edit_determination, new, DeterminationDraft(outcome=Outcome.REFUSED))
    case.do(finish_determination, new)
    assert case.coordinators_on(case.desk.today()) == []
    assert case.picture().right.appointments == ()


def test_there_is_one_draft_at_a_time_and_it_can_be_discarded(case):
    case.assessed()
    first = case.drafted()
    assert case.do(propose_determination, case.family.id) == first
    case.do(discard_determination, first)
    assert case.picture().draft is None
    assert case.do(propose_determination, case.family.id) != first


def test_numbers_run_on_past_a_thousand_and_start_anew_each_year(case, clock):
    def numbered(session, act, number, family_id):
        session.add(
            Determination(
                created_at=act.now,
                family_id=family_id,
                outcome=Outcome.REFUSED,
                number=number,
                state=DeterminationState.REPLACED,
            )
        )

    for number in ("2026-999", "2026-1000"):
        case.do(numbered, number, case.family.id)
    assert case.the(case.granted()).number == "2026-1001"
    clock.forward(days=366)
    case.child_heard()
    id = case.drafted(outcome="ended", reason_code="moved")
    assert case.the(case.do(finish_determination, id)).number == "2027-001"


def test_an_expected_child_need_not_be_heard(desk, story):
    case = Case(desk, story)
    case.family = story.family("Dahl").child("", age=None, expected_on=desk.today() + timedelta(days=60)).adult()
    case.assessed()
    case.do(edit_assessment, case.family.id, AssessmentDraft(child_heard=Heard.OPEN))
    assert case.the(case.do(finish_determination, case.drafted(coordinator_id=case.berit))).number


def test_only_the_coordinating_unit_finishes(case, desk):
    case.assessed()
    id = case.drafted(coordinator_id=case.berit)
    alone = desk.as_staff(desk.staff_id, "Ingrid Bakken", Role.COORDINATOR)
    with pytest.raises(Refusal, match="role_missing"):
        alone.do(finish_determination, id)


def test_a_withdrawn_wish_stops_the_clock(case):
    id = case.wishes()
    assert case.picture().answer_due_on == date(2026, 4, 16)
    case.do(withdraw_enquiry, id, case.desk.today())
    assert case.picture().answer_due_on is None


def test_a_wish_cannot_come_tomorrow(case):
    with pytest.raises(Refusal) as refused:
        case.wishes(case.desk.today() + timedelta(days=1))
    assert refused.value.field == "received_on"


@pytest.mark.slow
def test_whatever_is_decided_in_whatever_order_there_are_never_two_coordinators(case, clock):
    """Walks outcomes and overlaps through one family's years and looks at every day of them."""
    people = [case.berit, case.story.staff("Turid Moen"), case.story.staff("Nils Aas")]
    steps = ["granted", "person_changed", "changed", "person_changed", "ended", "granted", "changed", "ended"]
    agreed = set()
    for turn, outcome in enumerate(steps):
        case.assessed()
        changes = {"outcome": outcome, "coordinator_id": people[turn % 3], "reason_code": "family_asked"}
        if outcome == "ended":
            changes["reason_code"] = "withdrawn"
        if outcome == "person_changed":
            changes["overlap_to"] = case.desk.today() + timedelta(days=7)
            agreed |= {case.desk.today() + timedelta(days=n) for n in range(8)}
        case.do(finish_determination, case.drafted(**changes))
        clock.forward(days=20)
    first = date(2026, 3, 16)
    for day in (first + timedelta(days=n) for n in range(200)):
        assert len(case.coordinators_on(day)) <= (2 if day in agreed else 1), day


def test_everything_written_stands_in_the_vault_and_not_only_in_memory(case, database):
    case.granted()
    with database.reading() as session:
        assert session.exec(select(CoordinatorAppointment)).one().staff_id == case.berit
