# SPDX-License-Identifier: MIT
"""A meeting is planned, gets its people and agenda, and nobody is invited past the consents."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from models.queries.meetings import coming_meetings, meeting_sheet, meetings_of
from models.records.child_view import ChildView, Heard
from models.records.consent import Consent, ConsentKind, ConsentScope
from models.records.family_service import FamilyService
from models.records.meeting import MeetingState, TeamMeeting
from models.records.task import Task, TaskSource
from models.records.transition import Transition
from models.rules.visibility import Information
from models.values.refusal import Refusal, Refusals
from models.work.care_team import CareTeamDraft, MemberDraft, add_team_member, start_care_team
from models.work.edit_agenda import (
    AgendaItemDraft,
    add_agenda_item,
    edit_agenda_item,
    move_agenda_item,
    remove_agenda_item,
)
from models.work.invite import CalledDraft, add_participant, call_to_items, invite_to_meeting, remove_participant
from models.work.plan_meeting import (
    CancelDraft,
    MeetingDraft,
    cancel_meeting,
    edit_meeting,
    plan_meeting,
    plan_meeting_again,
)
from models.work.undo import undo_act
from models.work.who_takes_part import WhoDraft
from tests.letter_press import edit

CHILD, SUMMARY = "Barnets syn, og det barnet vil ta opp", "Oppsummering: hvem gjør hva, og når møtes vi igjen?"


@pytest.fixture
def family(story):
    return story.family("Dahl").child("Ola", age=9).adult("Siri")


@pytest.fixture
def bup(story, family):
    return story.add(FamilyService(family_id=family.id, name="BUP", contact="Per Lie"))


@pytest.fixture
def meeting(desk, family, bup):
    """Siri, BUP and whoever plans, in three weeks."""
    team = desk.do(start_care_team, family.id, CareTeamDraft(started_on=desk.today(), ground="Mange hjelper."))
    for who in ({"person_id": family.adults[0]}, {"family_service_id": bup}):
        desk.do(add_team_member, team, MemberDraft(from_on=desk.today(), **who))
    return desk.do(plan_meeting, family.id, draft(desk))


def draft(desk, days=21, **values):
    return MeetingDraft(on=desk.today() + timedelta(days=days), begins="13", ends="1430", **values)


def ready(desk, **values):
    child = {"child_takes_part": "part", "child_prepared_by": "Siri", "child_view_by": desk.today()}
    return draft(desk, **{"place": "Rådhuset", "leader": "Ingrid", "recorder": "Ingrid", **child, **values})


def consent(story, family, service, information):
    given = story.add(Consent(family_id=family.id, kind=ConsentKind.CARE_TEAM, given_on=story.today))
    scope = {"consent_id": given, "family_service_id": service, "information": information}
    story.add(ConsentScope(family_id=family.id, **scope))
    return given


def sheet(desk, meeting):
    return desk.read(meeting_sheet, meeting)


def titles(desk, meeting):
    return [one.title for one in sheet(desk, meeting).items]


def why_not(desk, meeting):
    with pytest.raises(Refusals) as stopped:
        desk.do(invite_to_meeting, meeting)
    return [(one.key.removeprefix("meeting_refused."), one.field) for one in stopped.value.refusals]


def test_the_members_are_invited_and_the_child_comes_first(desk, meeting):
    found = sheet(desk, meeting)
    assert (found.row.number, found.row.state, found.begins, found.ends) == (1, MeetingState.PLANNED, "13:00", "14:30")
    assert [one.name for one in found.participants] == ["Ingrid Bakken", "Siri Dahl", "Per Lie"]
    assert (found.leader, found.recorder) == ("Ingrid Bakken", "Ingrid Bakken")
    assert (found.items[0].title, found.items[-1].title) == (CHILD, SUMMARY)
    assert found.items[0].information == {Information.WORDS}


def test_the_next_agenda_takes_up_what_is_open_and_what_comes(desk, story, family, meeting):
    edit(desk, TeamMeeting, meeting, state=MeetingState.HELD, starts_at=desk.clock() - timedelta(days=30))
    story.add(Task(family_id=family.id, what="Søke", source=TaskSource.MEETING, meeting_id=meeting))
    view = {"heard": Heard.HEARD, "heard_on": desk.today(), "words": "Jeg vil ha friminutt."}
    story.add(ChildView(family_id=family.id, child_id=family.children[0], **view))
    youth = story.family("Vik").child("Eva", born_on=desk.today().replace(year=desk.today().year - 16, month=6))
    later = desk.do(plan_meeting, family.id, draft(desk))
    assert sheet(desk, later).row.number == 2
    assert titles(desk, later) == [CHILD, "Siden sist: det vi ble enige om", SUMMARY]
    assert sheet(desk, later).items[0].child_view == "Jeg vil ha friminutt."
    found = titles(desk, desk.do(plan_meeting, youth.id, draft(desk)))
    assert found[1:3] == ["Runde: hvem vi er, og hva vi kan bidra med", "Hva vi vet, og hva som er i gang"]
    assert "Overgang: 16 år, hvem bestemmer hva" in found


def test_items_come_before_the_summary_are_moved_and_taken_away(desk, meeting):
    words = AgendaItemDraft(title="Avlastning", minutes=15, information={Information.MEASURES})
    item = desk.do(add_agenda_item, meeting, words)
    assert titles(desk, meeting)[-2:] == ["Avlastning", SUMMARY]
    desk.do(move_agenda_item, item, -20)
    assert titles(desk, meeting)[0] == "Avlastning"
    desk.do(edit_agenda_item, item, words.model_copy(update={"title": "Avlastning i påsken"}))
    desk.do(move_agenda_item, item, 1)
    assert titles(desk, meeting)[1] == "Avlastning i påsken"
    desk.do(remove_agenda_item, item)
    assert "Avlastning i påsken" not in titles(desk, meeting)
    assert [one.position for one in sheet(desk, meeting).items] == list(range(1, len(titles(desk, meeting)) + 1))


def test_the_child_is_asked_for_before_anybody_is_invited(desk, story, family, bup, meeting):
    """R41."""
    consent(story, family, bup, "measures")
    assert why_not(desk, meeting) == [
        ("place_missing", "place"),
        ("child_part_missing", "child_takes_part"),
        ("child_prepared_by_missing", "child_prepared_by"),
        ("child_view_by_missing", "child_view_by"),
    ]
    desk.do(edit_meeting, meeting, ready(desk, child_takes_part="not"))
    assert why_not(desk, meeting) == [("child_why_not", "child_how")]
    desk.do(edit_meeting, meeting, ready(desk, child_view_by=desk.today() + timedelta(days=22)))
    assert why_not(desk, meeting) == [("child_view_after_meeting", "child_view_by")]
    desk.do(edit_meeting, meeting, ready(desk))
    desk.do(invite_to_meeting, meeting)
    row = sheet(desk, meeting).row
    assert (row.state, row.invited_on) == (MeetingState.INVITED, desk.today())
    assert row.minutes_due_on == row.on + timedelta(days=14)


def test_one_without_consent_is_stopped_called_to_less_or_given_a_reason(desk, story, family, bup, meeting):
    """R42."""
    desk.do(edit_meeting, meeting, ready(desk))
    desk.do(add_agenda_item, meeting, AgendaItemDraft(title="Medisiner", information={Information.HEALTH}))
    lie = sheet(desk, meeting).participants[-1]
    assert why_not(desk, meeting) == [("no_consent", f"participant.{lie.id}")]
    consent(story, family, bup, "measures")
    assert why_not(desk, meeting) == [("some_not_covered", f"participant.{lie.id}")]
    others = {one.id for one in sheet(desk, meeting).items if one.title != "Medisiner"}
    desk.do(call_to_items, lie.id, CalledDraft(items=others))
    desk.do(invite_to_meeting, meeting)
    desk.do(call_to_items, lie.id, CalledDraft(without_consent_reason="Siri har bedt om det i telefonen."))
    desk.do(invite_to_meeting, meeting)


def test_what_nobody_has_sorted_counts_as_everything(desk, story, family, bup, meeting):
    desk.do(edit_meeting, meeting, ready(desk))
    consent(story, family, bup, "measures school")
    desk.do(add_agenda_item, meeting, AgendaItemDraft(title="Annet"))
    assert [key for key, _ in why_not(desk, meeting)] == ["some_not_covered"]


def test_people_come_to_and_go_from_a_meeting(desk, story, family, meeting):
    gro = desk.do(add_participant, meeting, WhoDraft(name="Gro Lund", role="støttekontakt"))
    with pytest.raises(Refusal, match="already_invited"):
        desk.do(add_participant, meeting, WhoDraft(person_id=family.adults[0]))
    desk.do(edit_meeting, meeting, ready(desk))
    assert [key for key, _ in why_not(desk, meeting)] == ["no_consent", "no_consent"]
    desk.do(remove_participant, gro)
    assert [key for key, _ in why_not(desk, meeting)] == ["no_consent"]
    assert "Gro Lund" not in [one.name for one in sheet(desk, meeting).participants]
    desk.do(undo_act, family.id)
    assert "Gro Lund" in [one.name for one in sheet(desk, meeting).participants]


def test_a_cancelled_meeting_says_why_and_can_be_planned_after_all(desk, family, meeting):
    desk.do(cancel_meeting, meeting, CancelDraft(cancelled_reason="Siri er syk."))
    with pytest.raises(Refusal, match="is_cancelled"):
        desk.do(edit_meeting, meeting, draft(desk))
    assert desk.read(coming_meetings, desk.staff_id, desk.today(), desk.today() + timedelta(days=60)) == ()
    desk.do(plan_meeting_again, meeting)
    [coming] = desk.read(coming_meetings, desk.staff_id, desk.today(), desk.today() + timedelta(days=21))
    assert (coming.row.id, coming.row.state) == (meeting, MeetingState.PLANNED)
    assert [row.id for row in desk.read(meetings_of, family.id)] == [meeting]


def test_inviting_and_planning_are_undone(desk, story, family, bup, meeting):
    consent(story, family, bup, "measures")
    desk.do(edit_meeting, meeting, ready(desk))
    desk.do(invite_to_meeting, meeting)
    desk.do(undo_act, family.id)
    assert sheet(desk, meeting).row.state is MeetingState.PLANNED
    for _ in ("edited", "scope", "consent", "planned"):
        desk.do(undo_act, family.id)
    assert desk.read(meetings_of, family.id) == ()


@pytest.mark.parametrize(("typed", "read"), [("9", "09:00"), ("kl. 9.30", "09:30"), ("1415", "14:15"), ("", "13:00")])
def test_a_time_is_read_as_people_type_it(desk, family, typed, read):
    planned = desk.do(plan_meeting, family.id, MeetingDraft(on=desk.today(), begins=typed))
    assert sheet(desk, planned).begins == read


@pytest.mark.parametrize("typed", ["25", "9.75", "snart", "12:5"])
def test_a_time_that_cannot_be_read_is_said(desk, typed):
    with pytest.raises(ValidationError, match="no_such_time"):
        MeetingDraft(on=desk.today(), begins=typed)


def test_a_meeting_cannot_end_before_it_begins(desk, family):
    with pytest.raises(Refusal, match="ends_before_begin"):
        desk.do(plan_meeting, family.id, MeetingDraft(on=desk.today(), begins="14", ends="13"))


def test_a_transition_that_was_moved_or_added_by_hand_is_on_the_agenda(desk, story, family):
    child = {"family_id": family.id, "child_id": family.children[0]}
    soon = desk.today() + timedelta(days=60)
    story.add(Transition(key="hospital_home", on=soon, **child))
    story.add(Transition(key="other", on=soon, title="Ny fritidsbolig", **child))
    planned = desk.do(plan_meeting, family.id, draft(desk))
    found = {one.title: one.information for one in sheet(desk, planned).items}
    assert found["Overgang: hjem fra sykehus"] == {Information.HEALTH}
    assert found["Ny fritidsbolig"] == frozenset(), "counts as everything until somebody sorts it"


def test_a_consent_to_something_else_lets_nobody_into_the_group(desk, story, family, bup, meeting):
    """R25."""
    given = consent(story, family, bup, "measures school health everyday family economy words")
    edit(desk, Consent, given, kind=ConsentKind.SHARING)
    desk.do(edit_meeting, meeting, ready(desk))
    assert [key for key, _ in why_not(desk, meeting)] == ["no_consent"]
    edit(desk, Consent, given, kind=ConsentKind.CARE_TEAM)
    desk.do(invite_to_meeting, meeting)
