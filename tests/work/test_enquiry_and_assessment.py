# SPDX-License-Identifier: MIT
"""The wish with its clock, and the assessment filled in bit by bit."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from models.queries.right_picture import right_picture
from models.records.assessment import CoordinatorKind, Finding
from models.records.enquiry import Channel
from models.values.act import Role
from models.values.refusal import Refusal
from models.work.assess import AnswerDraft, AssessmentDraft, answer_condition, edit_assessment, start_assessment
from models.work.record_enquiry import (
    EnquiryChanges,
    EnquiryDraft,
    edit_enquiry,
    note_information_given,
    note_interim_reply,
    record_enquiry,
    resume_enquiry,
    withdraw_enquiry,
)


@pytest.fixture
def family(story):
    return story.family("Dahl").child("Ola").adult("Siri").id


@pytest.fixture
def wish(desk, family):
    return desk.do(record_enquiry, family, EnquiryDraft(received_on=desk.today(), from_whom="Siri Dahl"))


def picture(desk, family):
    return desk.read(right_picture, family, desk.today(), "nb")


@pytest.mark.parametrize("channel", list(Channel))
def test_a_wish_is_kept_however_it_came(desk, family, channel):
    desk.do(record_enquiry, family, EnquiryDraft(received_on=desk.today(), channel=channel))
    assert picture(desk, family).enquiry.channel is channel
    assert picture(desk, family).enquiry.received_by == "Ingrid Bakken"


def test_a_preliminary_answer_moves_the_clock_to_the_promised_day(desk, family, wish):
    assert picture(desk, family).answer_due_on == date(2026, 4, 16)
    promised = desk.today() + timedelta(days=60)
    desk.do(note_interim_reply, wish, desk.today(), promised)
    assert picture(desk, family).answer_due_on == promised
    desk.do(note_interim_reply, wish, None)
    assert picture(desk, family).answer_due_on == date(2026, 4, 16)


def test_the_promised_day_is_not_before_the_preliminary_answer(desk, wish):
    with pytest.raises(Refusal) as refused:
        desk.do(note_interim_reply, wish, desk.today(), desk.today() - timedelta(days=1))
    assert refused.value.field == "expected_answer_on"


def test_a_withdrawn_wish_can_be_taken_up_again(desk, family, wish):
    desk.do(withdraw_enquiry, wish, desk.today())
    assert picture(desk, family).answer_due_on is None
    desk.do(resume_enquiry, wish)
    assert picture(desk, family).answer_due_on is not None


def test_that_the_family_was_informed_is_noted_and_taken_back(desk, family, wish):
    desk.do(note_information_given, wish, desk.today())
    assert picture(desk, family).enquiry.information_given_on == desk.today()
    desk.do(note_information_given, wish, None)
    assert picture(desk, family).enquiry.information_given_on is None


def test_only_what_is_mended_is_changed(desk, family, wish):
    desk.do(edit_enquiry, wish, EnquiryChanges(wish="En som har oversikt."))
    enquiry = picture(desk, family).enquiry
    assert (enquiry.wish, enquiry.from_whom) == ("En som har oversikt.", "Siri Dahl")


def test_an_assessment_starts_by_itself_and_is_one(desk, family, wish):
    desk.do(answer_condition, family, "lasting_needs", AnswerDraft(finding=Finding.MET))
    desk.do(answer_condition, family, "lasting_needs", AnswerDraft(facts="To år til."))
    found = picture(desk, family)
    answer = next(one for one in found.conditions if one.condition == "lasting_needs")
    assert (answer.finding, answer.facts) == (Finding.MET, "To år til.")
    assert desk.do(start_assessment, family) == found.right.assessment_id


def test_a_date_can_be_emptied_again(desk, family):
    desk.do(edit_assessment, family, AssessmentDraft(consent_to_assess_on=desk.today()))
    desk.do(edit_assessment, family, AssessmentDraft(consent_to_assess_on=None))
    assert picture(desk, family).assessment.consent_to_assess_on is None


def test_the_kind_the_family_wants_decides_what_is_asked(desk, family):
    desk.do(edit_assessment, family, AssessmentDraft(wished_kind=CoordinatorKind.COORDINATOR))
    for condition in ("lasting_needs", "family_wishes"):
        desk.do(answer_condition, family, condition, AnswerDraft(finding=Finding.MET))
    assert picture(desk, family).proposal.outcome == "granted"


def test_a_condition_that_does_not_exist_is_refused(desk, family):
    with pytest.raises(Refusal, match="no_such_condition"):
        desk.do(answer_condition, family, "likes_music", AnswerDraft(finding=Finding.MET))


def test_each_condition_comes_with_help_and_the_law_of_today(desk, family):
    for condition in picture(desk, family).conditions:
        assert condition.help
        assert any("§ 7-2 a" in law.text for law in condition.law)


def test_somebody_elses_family_is_not_assessed(desk, family):
    other = desk.as_staff(desk.staff_id.__class__(int=7), "Nils Aas", Role.COORDINATOR)
    with pytest.raises(Refusal):
        other.do(answer_condition, family, "lasting_needs", AnswerDraft(finding=Finding.MET))


def test_ten_thousand_characters_are_kept_and_thirty_thousand_said_no_to(desk, family):
    desk.do(answer_condition, family, "lasting_needs", AnswerDraft(facts="å" * 10_000))
    kept = next(one for one in picture(desk, family).conditions if one.condition == "lasting_needs")
    assert len(kept.facts) == 10_000
    with pytest.raises(ValidationError):
        AnswerDraft(facts="å" * 30_000)


def test_a_preliminary_answer_that_promised_no_day_gives_another_month(desk, family, wish):
    desk.do(note_interim_reply, wish, desk.today())
    assert picture(desk, family).answer_due_on == date(2026, 4, 16)
    desk.do(edit_enquiry, wish, EnquiryChanges(expected_answer_on=date(2026, 4, 30)))
    assert picture(desk, family).answer_due_on == date(2026, 4, 30)
    with pytest.raises(Refusal, match="expected_before_reply"):
        desk.do(edit_enquiry, wish, EnquiryChanges(expected_answer_on=date(2026, 3, 1)))
