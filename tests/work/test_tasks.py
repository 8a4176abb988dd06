# SPDX-License-Identifier: MIT
"""Tasks: one who does it, a date, put off with a reason, waiting for others, done or dropped, and all of it undone."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from models.queries.tasks import open_tasks, postponements_of, task_of, tasks_of, tasks_of_meeting
from models.records.family_service import FamilyService
from models.records.meeting import TeamMeeting
from models.records.person import AddressProtection, Person
from models.records.task import TaskSource, TaskState
from models.values.act import Role
from models.values.refusal import Refusal
from models.work.tasks import (
    DropDraft,
    PostponeDraft,
    TaskDraft,
    WaitDraft,
    add_task,
    drop_task,
    edit_task,
    finish_task,
    postpone_task,
    reopen_task,
    stop_waiting,
    take_up_task,
    wait_for,
)
from models.work.undo import redo_act, undo_act
from tests.letter_press import edit


@pytest.fixture
def family(story):
    return story.family("Dahl").child("Ola").adult("Siri")


@pytest.fixture
def bup(story, family):
    return story.add(FamilyService(family_id=family.id, name="BUP Mellomvik", contact="Jon Ask"))


@pytest.fixture
def task(desk, family):
    due_on = desk.today() + timedelta(days=3)
    return desk.do(add_task, family.id, TaskDraft(what="Ring PPT", staff_id=desk.staff_id, due_on=due_on))


def read(desk, task):
    return desk.read(task_of, task)


def test_a_task_is_one_of_ours_one_of_the_family_s_or_a_service_with_its_contact(desk, family, bup, task):
    mother = desk.do(add_task, family.id, TaskDraft(what="Send skjemaet", person_id=family.adults[0]))
    service = desk.do(add_task, family.id, TaskDraft(what="Kall inn", family_service_id=bup))
    other = desk.do(add_task, family.id, TaskDraft(what="Svar", family_service_id=bup, who="Are Lien"))
    rows = {row.id: (row.who, row.service) for row in desk.read(tasks_of, family.id)}
    assert rows == {
        task: (desk.name, ""),
        mother: ("Siri Dahl", ""),
        service: ("Jon Ask", "BUP Mellomvik"),
        other: ("Are Lien", "BUP Mellomvik"),
    }


def test_two_who_are_responsible_are_refused_and_so_is_somebody_of_another_family(desk, story, family, bup):
    with pytest.raises(Refusal, match="more_than_one"):
        desk.do(add_task, family.id, TaskDraft(what="x", staff_id=desk.staff_id, family_service_id=bup))
    stranger = story.family("Lie").adult("Per").adults[0]
    with pytest.raises(Refusal, match="of_another_family"):
        desk.do(add_task, family.id, TaskDraft(what="x", person_id=stranger))


def test_who_and_when_may_be_missing_and_it_is_told(desk, family):
    bare = desk.do(add_task, family.id, TaskDraft(what="Skaff rullestol"))
    assert read(desk, bare).lacks_who
    assert read(desk, bare).lacks_when
    desk.do(edit_task, bare, TaskDraft(what="Skaff rullestol", who="Lise (naboen)", due_on=desk.today()))
    assert not read(desk, bare).lacks_who
    assert not read(desk, bare).lacks_when


def test_mending_a_task_keeps_where_it_was_agreed(desk, story, family):
    meeting = story.add(TeamMeeting(family_id=family.id, starts_at=desk.clock()))
    draft = TaskDraft(what="Søk", source=TaskSource.MEETING, meeting_id=meeting, agreed_on=desk.today())
    task = desk.do(add_task, family.id, draft)
    desk.do(edit_task, task, TaskDraft(what="Søk om avlastning"))
    (row,) = desk.read(tasks_of_meeting, meeting)
    assert (row.what, row.source, row.agreed_on) == ("Søk om avlastning", TaskSource.MEETING, desk.today())


def test_each_postponement_is_kept_with_its_reason(desk, task, clock):
    first, second = desk.today() + timedelta(days=10), desk.today() + timedelta(days=20)
    desk.do(postpone_task, task, PostponeDraft(to_on=first, reason="PPT har ferie"))
    clock.forward(days=1)
    desk.do(postpone_task, task, PostponeDraft(to_on=second, reason="Fortsatt ferie"))
    row = read(desk, task)
    assert (row.due_on, row.postponed) == (second, 2)
    assert [(one.to_on, one.reason) for one in desk.read(postponements_of, task)] == [
        (second, "Fortsatt ferie"),
        (first, "PPT har ferie"),
    ]


def test_a_postponement_needs_a_reason_and_a_day_ahead(desk, task):
    with pytest.raises(ValidationError):
        PostponeDraft(to_on=desk.today(), reason=" ")
    with pytest.raises(Refusal, match="postponed_to_past"):
        desk.do(postpone_task, task, PostponeDraft(to_on=desk.today() - timedelta(days=1), reason="Ferie"))
    with pytest.raises(Refusal, match="postponed_to_same"):
        desk.do(postpone_task, task, PostponeDraft(to_on=desk.today() + timedelta(days=3), reason="Ferie"))


def test_a_task_that_waits_waits_again_when_it_was_not_done_after_all(desk, task):
    desk.do(wait_for, task, WaitDraft(waiting_for="NAV"))
    desk.do(finish_task, task)
    assert (read(desk, task).state, read(desk, task).done_on) == (TaskState.DONE, desk.today())
    with pytest.raises(Refusal, match="not_open"):
        desk.do(postpone_task, task, PostponeDraft(to_on=desk.today(), reason="Ferie"))
    desk.do(reopen_task, task)
    assert (read(desk, task).state, read(desk, task).waiting_for) == (TaskState.WAITING, "NAV")
    desk.do(stop_waiting, task)
    assert (read(desk, task).state, read(desk, task).waiting_for) == (TaskState.OPEN, "")


def test_a_dropped_task_leaves_the_list_stays_in_the_family_and_is_taken_up_again(desk, family, task):
    desk.do(drop_task, task, DropDraft(reason="Familien har ordnet det selv"))
    assert desk.read(open_tasks, desk.staff_id).rows == ()
    assert desk.read(tasks_of, family.id)[0].dropped_reason == "Familien har ordnet det selv"
    desk.do(take_up_task, task)
    assert [row.id for row in desk.read(open_tasks, desk.staff_id).rows] == [task]


def test_whatever_is_done_to_a_task_is_undone_and_done_again(desk, family, task):
    later = desk.today() + timedelta(days=30)
    steps = [
        (wait_for, WaitDraft(waiting_for="NAV")),
        (stop_waiting,),
        (postpone_task, PostponeDraft(to_on=later, reason="Ferie")),
        (finish_task,),
        (reopen_task,),
        (drop_task, DropDraft(reason="Ikke nødvendig")),
    ]
    seen = [read(desk, task)]
    for work, *draft in steps:
        desk.do(work, task, *draft)
        seen.append(read(desk, task))
    for before in reversed(seen[:-1]):
        desk.do(undo_act, family.id)
        assert read(desk, task) == before
    for after in seen[1:]:
        desk.do(redo_act, family.id)
        assert read(desk, task) == after


def test_taking_on_a_task_is_undone(desk, family, task):
    desk.do(undo_act, family.id)
    assert desk.read(tasks_of, family.id) == ()


def test_the_open_tasks_come_by_deadline_and_those_of_others_families_stay_there(desk, story, family, task):
    late = desk.do(add_task, family.id, TaskDraft(what="For sent", due_on=desk.today() - timedelta(days=1)))
    undated = desk.do(add_task, family.id, TaskDraft(what="Uten frist"))
    berit = desk.as_staff(story.staff("Berit Fjell"), "Berit Fjell", Role.COORDINATOR)
    hers = story.family("Lie", responsible_id=berit.staff_id)
    her_task = berit.do(add_task, hers.id, TaskDraft(what="Hennes"))
    found = desk.read(open_tasks, desk.staff_id)
    assert ([row.id for row in found.rows], found.may_see_all) == ([late, task, undated], True)
    assert {row.id for row in desk.read(open_tasks, desk.staff_id, True).rows} == {late, task, undated, her_task}
    assert [row.id for row in berit.read(open_tasks, berit.staff_id).rows] == [her_task]
    with pytest.raises(Refusal, match="reason_missing"):
        berit.do(finish_task, task)


def test_a_list_never_tells_which_school_a_protected_child_goes_to(desk, story, family):
    school = story.add(FamilyService(family_id=family.id, name="Fjellvik skole", contact="Rektor Moe"))
    desk.do(add_task, family.id, TaskDraft(what="Ring", family_service_id=school))
    edit(desk, Person, family.children[0], address_protection=AddressProtection.STRICT)
    assert desk.read(open_tasks, desk.staff_id).rows[0].service == ""
    assert desk.read(tasks_of, family.id)[0].service == "Fjellvik skole"


@pytest.mark.parametrize("typed", ["<b>Ring</b> & co", "'; drop table task; --", "اتصل", "🙂 ring"])
def test_whatever_is_written_stands_there_as_it_was_written(desk, family, typed):
    desk.do(add_task, family.id, TaskDraft(what=typed))
    assert desk.read(tasks_of, family.id)[0].what == typed
