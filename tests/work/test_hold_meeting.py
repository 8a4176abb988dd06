# SPDX-License-Identifier: MIT
"""A meeting from the first one who comes to the copies: attendance, minutes, tasks, versions, objections, copies."""

from datetime import timedelta

import pytest

from models.queries.letter_minutes import minutes_copy
from models.queries.minutes_content import content_of, newest_version
from models.records.consent import Consent
from models.records.document import Document
from models.records.meeting import Attendance, MeetingState, MinutesState, MinutesVersion, TeamMeeting
from models.records.task import Task, TaskSource
from models.values.minutes import content_in
from models.values.refusal import Refusal, Refusals
from models.work.hold_meeting import (
    AttendanceDraft,
    ItemMinutes,
    MeetingTask,
    NotHeardDraft,
    say_who,
    say_why_not_heard,
    set_attendance,
    tick_item,
    write_minutes,
)
from models.work.send_minutes import (
    AnswerDraft,
    ObjectionDraft,
    answer_objection,
    make_minutes_final,
    object_to_minutes,
    send_minutes,
)
from models.work.share_minutes import CopyDraft, issue_minutes
from models.work.undo import undo_act
from reports.papers import document
from tests.letter_press import edit, press
from tests.reports.printed import printed
from tests.work.meeting_room import MeetingRoom


@pytest.fixture
def room(desk, story):
    return MeetingRoom(desk, story)


def get(desk, record, id):
    return desk.read(lambda session: session.get_one(record, id))


def words(room, name, without=frozenset()):
    """What stands on this recipient's paper."""
    desk = room.desk
    paper = desk.read(minutes_copy, room.meeting_id, room.row(name).key, without, desk.staff_id, desk.clock())
    return printed(document(paper))


def refused(act):
    with pytest.raises(Refusals) as no:
        act()
    return [(one.key, one.field.partition("/")[0]) for one in no.value.refusals]


def test_the_first_who_comes_begins_the_meeting_and_undoing_takes_it_back(room, desk):
    room.there("emil")
    assert get(desk, TeamMeeting, room.meeting_id).state is MeetingState.HELD
    desk.do(undo_act, room.family.id)
    assert get(desk, TeamMeeting, room.meeting_id).state is MeetingState.PLANNED


def test_an_absent_service_gets_a_copy_only_on_a_ground(room, desk):
    with pytest.raises(Refusal, match="copy_basis"):
        desk.do(set_attendance, room.people["nav"], AttendanceDraft(attendance=Attendance.COPY))
    room.there("nav", attendance=Attendance.ABSENT)
    assert not room.row("NAV").gets_copy
    room.there("nav", attendance=Attendance.COPY, copy_basis="Samtykke")
    assert room.row("NAV").gets_copy


def test_a_deputy_stands_for_the_one_who_could_not_come(room):
    room.held().there("nav", deputy="Ole Vik")
    assert "Ole Vik (NAV Mellomvik, for Are Strand)" in words(room, "Anne")


def test_a_task_of_the_meeting_has_one_person_and_one_service(room, desk):
    task = get(desk, Task, room.agree("Sende praksisavtale"))
    assert (task.who, task.service, task.family_service_id) == ("Are Strand", "NAV Mellomvik", room.services["nav"])
    assert (task.source, task.meeting_id, task.information) == (TaskSource.MEETING, room.meeting_id, "school measures")
    desk.do(say_who, task.id, MeetingTask(what="Sende avtale", participant_id=room.people["anne"]))
    mended = get(desk, Task, task.id)
    assert (mended.who, mended.person_id, mended.family_service_id) == ("Anne Haugen", room.family.adults[0], None)


def test_everything_minutes_lack_is_told_at_once(room, desk):
    edit(desk, Consent, room.consent_id, withdrawn_on=desk.today())
    room.agree("Låne hørselvern", who=None, days=None)
    assert refused(lambda: desk.do(send_minutes, room.meeting_id)) == [
        ("minutes_refused.not_held", "attendance"),
        ("minutes_refused.no_consent", "consent"),
        ("minutes_refused.child_view", "child_view"),
        ("minutes_refused.task_without_person", "who"),
        ("minutes_refused.task_without_date", "due"),
    ]


def test_why_the_child_was_not_heard_is_enough(room, desk):
    room.there("anne")
    desk.do(say_why_not_heard, room.meeting_id, NotHeardDraft(not_heard_reason="Emil ville ikke denne gangen."))
    assert desk.do(send_minutes, room.meeting_id)
    assert "Emil ville ikke denne gangen." in words(room, "Anne")


def test_versions_stand_as_they_were_sent(room, desk):
    room.held()
    first = desk.do(send_minutes, room.meeting_id)
    room.write("work", text="Verkstedet tar imot fra uke 4.")
    objection = desk.do(
        object_to_minutes,
        room.meeting_id,
        ObjectionDraft(from_whom="Anne Haugen", words="Det var uke 4.", made_on=desk.today()),
    )
    assert refused(lambda: desk.do(make_minutes_final, room.meeting_id)) == [
        ("minutes_refused.unanswered", "objection")
    ]
    desk.do(answer_objection, objection, AnswerDraft(answer="Rettet."))
    desk.do(make_minutes_final, room.meeting_id)
    last = desk.read(newest_version, room.meeting_id)
    assert (last.number, last.state) == (2, MinutesState.FINAL)
    item = {one.id: one.text for one in content_in(get(desk, MinutesVersion, first).content).items}
    assert item[room.items["work"]] == "Verkstedet tar imot fra uke 3."
    with pytest.raises(Refusal, match="final"):
        room.write("work", text="noe annet")
    with pytest.raises(Refusal, match="minutes_sent"):
        desk.do(undo_act, room.family.id)


def test_unfinished_tasks_come_along_to_the_next_meeting(room, desk, story, clock):
    room.held()
    clock.forward(days=60)
    day = desk.clock()
    later = story.add(TeamMeeting(family_id=room.family.id, child_id=room.child_id, number=5, starts_at=day))
    carried = [task.what for task in desk.read(content_of, later).tasks if task.earlier]
    assert carried == ["Sende praksisavtale", "Følge med på søvnen"]


def test_each_copy_holds_only_what_its_recipient_may_know(room):
    room.held()
    anne, nav, school, relief = (words(room, name) for name in ("Anne", "NAV", "Fjordvik", "Avlastning"))
    assert all(said in anne for said in ("Bestefar", "medisin", "jobbe med biler", "To dager er passe", "Emil Haugen"))
    assert "uke 3" in nav
    assert "Sende praksisavtale" in nav
    for secret in ("Bestefar", "Eventuelt", "medisin", "søvn", "biler", "To dager er passe", "BUP", "Guro"):
        assert secret not in nav
    assert "To dager er passe" in school
    assert "biler" in school
    assert "Følge med på søvnen" in relief
    assert "praksis" not in relief.casefold()
    bup = room.row("BUP")
    assert not bup.gets_copy
    assert bup.lacks_consent


def test_a_part_can_be_taken_away_but_not_added(room):
    room.held()
    less = words(room, "NAV", frozenset({str(room.items["work"]), "tasks"}))
    assert "uke 3" not in less
    # what NAV itself has taken on stands in its copy always
    assert "Sende praksisavtale" in less
    assert "medisin" not in words(room, "NAV", frozenset({"meeting"}) - {"meeting"})


def test_withdrawal_stops_the_next_copy_on_the_same_day(room, desk):
    room.held()
    desk.do(send_minutes, room.meeting_id)
    edit(desk, Consent, room.consent_id, withdrawn_on=desk.today())
    with pytest.raises(Refusal, match="no_copy"):
        desk.do(issue_minutes, room.meeting_id, [CopyDraft(key=room.row("NAV").key)], press)
    assert room.row("Anne").gets_copy


def test_a_copy_is_made_once_and_kept_as_it_was(room, desk):
    room.held()
    with pytest.raises(Refusal, match="not_sent"):
        desk.do(issue_minutes, room.meeting_id, [], press)
    desk.do(send_minutes, room.meeting_id)
    drafts = [CopyDraft(key=row.key) for row in room.sheet().rows if row.gets_copy]
    made = desk.do(issue_minutes, room.meeting_id, drafts, press)
    assert len(made) == 5
    assert desk.do(issue_minutes, room.meeting_id, drafts, press) == made
    card = get(desk, Document, made[-1])
    assert (card.recipient, card.family_service_id) == ("Avlastningsboligen\nSiv Dahl", room.services["relief"])
    assert card.number.startswith("2026-")


def test_where_they_met_is_told_nobody_when_an_address_is_secret(room, desk):
    from models.records.person import AddressProtection, Person

    room.held()
    assert "Møterom A" in words(room, "NAV")
    edit(desk, Person, room.child_id, address_protection=AddressProtection.STRICT)
    for name in ("NAV", "Anne"):
        assert "Møterom A" not in words(room, name)
    # a school or a relief home tells it too, wherever it stands
    assert "Avlastningsboligen" not in words(room, "Anne")
    assert "Siv Dahl" in words(room, "Anne")


def test_an_item_is_ticked_and_written_part_by_part(room, desk):
    item = room.items["work"]
    desk.do(write_minutes, item, ItemMinutes(text="Noe"))
    desk.do(write_minutes, item, ItemMinutes(agreed="Avtalt"))
    desk.do(tick_item, item, done=True)
    kept = next(one for one in desk.read(content_of, room.meeting_id).items if one.id == item)
    assert (kept.text, kept.agreed) == ("Noe", "Avtalt")


def test_tasks_taken_on_long_ago_and_done_before_the_last_meeting_stay_behind(room, desk, story):
    old = Task(
        family_id=room.family.id,
        what="Gammel",
        source=TaskSource.MEETING,
        meeting_id=None,
        done_on=desk.today() - timedelta(days=200),
    )
    story.add(old)
    assert "Gammel" not in [task.what for task in desk.read(content_of, room.meeting_id).tasks]
