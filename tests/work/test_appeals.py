# SPDX-License-Identifier: MIT
"""A complaint from the day it comes to Statsforvalteren's answer, with the deadline behind it."""

from datetime import date, timedelta

import pytest

from models.queries.letters import letter_of
from models.records.appeal import Reassessment
from models.records.determination import DeterminationState
from models.values.dates import is_working_day
from models.values.refusal import Refusal, Refusals
from models.work.appeal_deadline import override_complaint_deadline, set_knowledge_date
from models.work.finish_determination import finish_determination
from models.work.issue_letter import draft_determination_letters
from models.work.receive_appeal import (
    AppealDraft,
    CountyOutcomeDraft,
    ForwardingDraft,
    ReassessmentDraft,
    edit_appeal,
    forward_appeal,
    note_copy_to_party,
    reassess_appeal,
    receive_appeal,
    record_county_outcome,
    reopen_reassessment,
    take_back_forwarding,
)
from reports.papers import document
from tests.reports.printed import printed
from tests.work.right_case import Case


@pytest.fixture
def case(desk, story):
    return Case(desk, story)


@pytest.fixture
def decided(case):
    return case.granted()


def complains(case, decided, **changed):
    draft = {"received_on": case.desk.today(), "from_whom": "Kari Hansen", **changed}
    return case.do(receive_appeal, decided, AppealDraft(**draft))


def assessed_anew(case, appeal, result, **changed):
    draft = {"reassessment": result, "reassessment_text": "Slik ser vi det.", "reassessed_on": case.desk.today()}
    return case.do(reassess_appeal, appeal, ReassessmentDraft(**(draft | changed)))


def the(case, appeal):
    return next(one for one in case.picture().appeals if one.id == appeal)


def refused_fields(case, appeal, result, **changed):
    with pytest.raises(Refusals) as stopped:
        assessed_anew(case, appeal, result, **changed)
    return {one.field: one.key for one in stopped.value.refusals}


def test_the_deadline_is_unknown_until_somebody_knew(case, decided):
    (deadline,) = case.picture().deadlines
    assert (deadline.due_on, deadline.estimated) == (None, False)
    case.do(set_knowledge_date, decided, case.desk.today())
    assert case.picture().deadlines[0].due_on == date(2026, 4, 13)
    case.do(set_knowledge_date, decided, None)
    assert case.picture().deadlines[0].due_on is None


def test_easter_moves_the_last_day_and_the_steps_say_so(case, decided, clock):
    clock.forward(days=-11)
    decided = case.do(finish_determination, case.drafted(outcome="changed", **heard_again(case)))
    case.do(set_knowledge_date, decided, date(2026, 3, 5))
    deadline = next(one for one in case.picture().deadlines if one.determination_id == decided)
    assert deadline.due_on == date(2026, 4, 7)
    assert "deadline.step.holiday" in [step.key for step in deadline.steps]


def heard_again(case):
    case.child_heard()
    return {"coordinator_id": case.berit}


def test_the_last_day_is_a_working_day_at_least_four_weeks_on(case, decided, clock):
    """Each day of four months as knowledge date, through the use-case."""
    clock.forward(days=130)
    for day in (date(2026, 3, 16) + timedelta(days=n) for n in range(0, 125, 4)):
        case.do(set_knowledge_date, decided, day)
        due = case.picture().deadlines[0].due_on
        assert is_working_day(due)
        assert timedelta(weeks=4) <= due - day <= timedelta(weeks=4, days=5)


def test_a_person_may_set_another_deadline_with_a_reason(case, decided):
    case.do(set_knowledge_date, decided, case.desk.today())
    with pytest.raises(Refusal) as refused:
        case.do(override_complaint_deadline, decided, date(2026, 5, 4), " ")
    assert refused.value.field == "due_override_reason"
    case.do(override_complaint_deadline, decided, date(2026, 5, 4), "Brevet kom bort i posten.")
    deadline = case.picture().deadlines[0]
    assert (deadline.due_on, deadline.overridden, deadline.override_reason) == (
        date(2026, 5, 4),
        True,
        "Brevet kom bort i posten.",
    )
    case.do(override_complaint_deadline, decided, None, "")
    assert case.picture().deadlines[0].due_on == date(2026, 4, 13)


def test_whether_it_came_in_time_is_judged_when_the_knowledge_date_is_known(case, decided, clock):
    clock.forward(days=40)
    appeal = complains(case, decided)
    assert the(case, appeal).in_time is None
    case.do(set_knowledge_date, decided, date(2026, 3, 17))
    assert the(case, appeal).in_time is False
    case.do(set_knowledge_date, decided, date(2026, 4, 20))
    assert the(case, appeal).in_time is True


def test_a_complaint_that_is_met_gives_a_draft_that_replaces(case, decided):
    appeal = complains(case, decided)
    new = assessed_anew(case, appeal, Reassessment.REVERSED)
    draft = case.picture().draft
    assert (draft.id, draft.replaces_id, draft.appeal_id) == (new, decided, appeal)
    case.do(finish_determination, new)
    assert case.the(decided).state is DeterminationState.REPLACED
    assert len(case.coordinators_on(case.desk.today())) == 1


def test_a_complaint_that_is_not_met_goes_to_the_county_governor_and_is_answered(case, decided, clock):
    appeal = complains(case, decided)
    assessed_anew(case, appeal, Reassessment.UPHELD)
    clock.forward(days=2)
    sent = ForwardingDraft(forwarded_on=case.desk.today(), documents="Klagen\nAvgjørelsen")
    case.do(forward_appeal, appeal, sent)
    case.do(note_copy_to_party, appeal, case.desk.today())
    clock.forward(days=60)
    answer = CountyOutcomeDraft(outcome="Avgjørelsen stadfestes.", outcome_on=case.desk.today())
    case.do(record_county_outcome, appeal, answer)
    folder = the(case, appeal)
    assert (folder.documents, folder.outcome) == ("Klagen\nAvgjørelsen", "Avgjørelsen stadfestes.")
    assert folder.copy_to_party_on == date(2026, 3, 18)


def test_it_is_sent_on_only_after_a_reassessment(case, decided):
    appeal = complains(case, decided)
    with pytest.raises(Refusal, match="forward_only_upheld"):
        case.do(forward_appeal, appeal, ForwardingDraft(forwarded_on=case.desk.today(), documents="Klagen"))


def test_a_late_complaint_needs_a_reason_to_be_taken_up(case, decided, clock):
    case.do(set_knowledge_date, decided, case.desk.today())
    clock.forward(days=40)
    appeal = complains(case, decided)
    assert refused_fields(case, appeal, Reassessment.UPHELD) == {
        "late_accepted_reason": "right_refused.late_reason_missing"
    }
    assessed_anew(case, appeal, Reassessment.UPHELD, late_accepted_reason="Familien var på sykehus.")
    assert the(case, appeal).reassessment is Reassessment.UPHELD


def test_after_a_year_a_late_complaint_can_only_be_dismissed(case, decided, clock):
    case.do(set_knowledge_date, decided, case.desk.today())
    clock.forward(days=370)
    appeal = complains(case, decided)
    late = {"late_accepted_reason": "Familien var på sykehus."}
    assert refused_fields(case, appeal, Reassessment.UPHELD, **late) == {"reassessment": "right_refused.over_a_year"}
    assessed_anew(case, appeal, Reassessment.DISMISSED)
    assert the(case, appeal).reassessment is Reassessment.DISMISSED


def test_a_signed_complaint_in_time_cannot_be_dismissed(case, decided):
    case.do(set_knowledge_date, decided, case.desk.today())
    appeal = complains(case, decided)
    assert "reassessment" in refused_fields(case, appeal, Reassessment.DISMISSED)
    case.do(edit_appeal, appeal, AppealDraft(received_on=case.desk.today(), from_whom="Kari Hansen", signed=False))
    assessed_anew(case, appeal, Reassessment.DISMISSED)


def test_a_reassessment_can_be_done_again_until_it_is_sent(case, decided):
    appeal = complains(case, decided)
    assessed_anew(case, appeal, Reassessment.REVERSED)
    case.do(reopen_reassessment, appeal)
    assert (the(case, appeal).reassessment, case.picture().draft) == (Reassessment.OPEN, None)
    assessed_anew(case, appeal, Reassessment.UPHELD)
    case.do(forward_appeal, appeal, ForwardingDraft(forwarded_on=case.desk.today(), documents="Klagen"))
    with pytest.raises(Refusal, match="already_forwarded"):
        case.do(reopen_reassessment, appeal)
    case.do(take_back_forwarding, appeal)
    case.do(reopen_reassessment, appeal)


@pytest.mark.parametrize("days", [-1, 1])
def test_a_complaint_comes_after_the_determination_and_not_tomorrow(case, decided, days):
    with pytest.raises(Refusal) as refused:
        complains(case, decided, received_on=case.desk.today() + timedelta(days=days))
    assert refused.value.field == "received_on"


def test_a_draft_cannot_be_complained_on(case):
    case.assessed()
    draft = case.drafted()
    with pytest.raises(Refusal, match="not_finished"):
        complains(case, draft)


def test_the_letter_on_a_complaint_that_is_met_says_so_and_what_it_takes_the_place_of(case, decided):
    new = assessed_anew(case, complains(case, decided), Reassessment.REVERSED)
    (letter,) = case.do(draft_determination_letters, new)
    words = printed(document(case.desk.read(letter_of, letter, case.desk.staff_id, case.desk.clock())))
    assert "Vi har behandlet klagen deres på nytt og endret den forrige avgjørelsen." in words
    assert f"Erstatter avgjørelsen: {case.the(decided).number}" in words
