# SPDX-License-Identifier: MIT
"""What meetings ask of the coordinator, and when."""

from datetime import timedelta

import pytest
from sqlmodel import select

from models.queries.due_meetings import meetings_due
from models.records.child_view import ChildView, Heard
from models.records.listing import FamilyListing
from models.records.meeting import MeetingState, MinutesState, MinutesVersion, TeamMeeting
from models.work.care_team import CareTeamDraft, TeamEndDraft, end_care_team, start_care_team
from models.work.plan_meeting import CancelDraft, MeetingDraft, cancel_meeting, plan_meeting
from tests.letter_press import edit


@pytest.fixture
def family(story):
    return story.family("Dahl").child("Ola", age=9).adult("Siri")


def due(desk):
    """What is due, in days from today, by kind."""
    scope = select(FamilyListing.family_id)
    found = desk.read(lambda session: list(meetings_due(session, scope, desk.today())))
    return {one.kind: (one.due_on - desk.today()).days for one in found}


def plan(desk, family, days=21, **values):
    return desk.do(plan_meeting, family.id, MeetingDraft(on=desk.today() + timedelta(days=days), **values))


def test_a_planned_meeting_asks_for_invitations_two_weeks_before_and_for_the_child(desk, story, family):
    meeting = plan(desk, family, child_view_by=desk.today() + timedelta(days=10))
    assert due(desk) == {"invite": 7, "child_view": 10, "meeting": 21}
    edit(desk, TeamMeeting, meeting, state=MeetingState.INVITED)
    view = {"family_id": family.id, "child_id": family.children[0], "meeting_id": meeting}
    story.add(ChildView(heard=Heard.HEARD, words="Jeg vil.", **view))
    assert due(desk) == {"meeting": 21}
    desk.do(cancel_meeting, meeting, CancelDraft(cancelled_reason="Sykdom."))
    assert due(desk) == {}


@pytest.mark.parametrize("heard", [Heard.ASKED, Heard.HEARD])
def test_a_wish_to_hear_the_child_that_is_planned_already_is_told_once(desk, story, family, heard):
    by = desk.today() + timedelta(days=10)
    meeting = plan(desk, family, child_view_by=by)
    view = {"family_id": family.id, "child_id": family.children[0], "heard": heard}
    story.add(ChildView(prepare_by=by - timedelta(days=3), about="Samtykket", **view))
    assert "child_view" in due(desk)
    planned = story.add(ChildView(prepare_by=by, about="Møtet", **view))
    assert "child_view" not in due(desk)
    edit(desk, ChildView, planned, prepare_by=by - timedelta(days=1), meeting_id=meeting)
    assert "child_view" not in due(desk)


def test_a_held_meeting_asks_for_its_minutes_until_they_are_sent(desk, story, family):
    meeting = plan(desk, family, days=0)
    edit(desk, TeamMeeting, meeting, state=MeetingState.HELD)
    assert due(desk) == {"minutes": 14}
    sent = {"state": MinutesState.SENT, "made_at": desk.clock(), "made_by_id": desk.staff_id, "content": "{}"}
    story.add(MinutesVersion(family_id=family.id, meeting_id=meeting, number=1, **sent))
    assert due(desk) == {}


def test_a_group_that_has_agreed_how_often_is_told_of_when_the_next_is_late(desk, family, clock):
    start = CareTeamDraft(started_on=desk.today(), ground="Mange hjelper.", every_weeks=8)
    team = desk.do(start_care_team, family.id, start)
    assert due(desk) == {"next_meeting": 56}
    meeting = plan(desk, family, days=1)
    assert "next_meeting" not in due(desk)
    edit(desk, TeamMeeting, meeting, state=MeetingState.HELD)
    clock.forward(days=70)
    assert due(desk)["next_meeting"] == 1 + 56 - 70
    desk.do(end_care_team, team, TeamEndDraft(ended_on=desk.today(), end_reason="Ferdig."))
    assert "next_meeting" not in due(desk)
