# SPDX-License-Identifier: MIT
"""Transitions of a child are moved, added, taken away and worked towards; Min dag follows."""

from datetime import date

import pytest

from models.queries.due import day
from models.queries.tasks import tasks_of
from models.queries.transitions import transitions_of_family
from models.records.task import TaskSource
from models.values.refusal import Refusal
from models.work.tasks import TaskDraft, finish_task
from models.work.transitions import (
    TransitionDraft,
    add_transition,
    change_added_transition,
    set_transition,
    take_on_series,
)
from models.work.undo import undo_act


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil", born_on=date(2020, 5, 5)).adult("Anne")


@pytest.fixture
def child(family):
    return family.children[0]


@pytest.fixture
def see(desk, family):
    """The family's transitions as (key, day)."""

    def found():
        return [(one.coming.key, one.coming.on) for one in desk.read(transitions_of_family, family.id, desk.today())]

    return found


def ahead(desk):
    return [(one.key, one.on) for one in desk.read(day, desk.staff_id, desk.today()).transitions]


def test_a_postponed_school_start_leaves_this_year_and_min_dag(desk, child, see):
    assert ("school_start", date(2026, 8, 15)) in see()
    assert ahead(desk) == [("school_start", date(2026, 8, 15))]
    draft = TransitionDraft(on=date(2027, 8, 16), reason="Utsatt skolestart etter vedtak")
    desk.do(set_transition, child, "school_start", draft)
    assert ("school_start", date(2027, 8, 16)) in see()
    assert ahead(desk) == []


def test_one_that_does_not_come_is_told_apart_and_comes_back_by_undo(desk, family, child, see):
    with pytest.raises(Refusal, match="reason_missing"):
        desk.do(set_transition, child, "school_start", TransitionDraft())
    desk.do(set_transition, child, "school_start", TransitionDraft(reason="Hjemmeundervisning"))
    assert see()[-1] == ("school_start", None)
    desk.do(undo_act, family.id)
    assert ("school_start", date(2026, 8, 15)) in see()


def test_setting_it_again_changes_the_same_one_and_back_needs_no_reason(desk, child, see):
    desk.do(set_transition, child, "school_start", TransitionDraft(on=date(2027, 8, 16), reason="Utsatt"))
    desk.do(set_transition, child, "school_start", TransitionDraft(on=date(2026, 8, 15)))
    assert [one for one in see() if one[0] == "school_start"] == [("school_start", date(2026, 8, 15))]


def test_home_from_hospital_is_added_moved_and_told_of(desk, child, see):
    with pytest.raises(Refusal, match="date_missing"):
        desk.do(add_transition, child, "hospital_home", TransitionDraft())
    with pytest.raises(Refusal, match="title_missing"):
        desk.do(add_transition, child, "other", TransitionDraft(on=date(2026, 4, 20)))
    home = desk.do(add_transition, child, "hospital_home", TransitionDraft(on=date(2026, 4, 20)))
    assert ahead(desk)[0] == ("hospital_home", date(2026, 4, 20))
    desk.do(change_added_transition, home, TransitionDraft(on=date(2026, 4, 27)))
    assert see()[0] == ("hospital_home", date(2026, 4, 27))
    with pytest.raises(Refusal, match="reason_missing"):
        desk.do(change_added_transition, home, TransitionDraft())


def test_its_tasks_are_taken_on_together_counted_and_undone_together(desk, family, child):
    tasks = [TaskDraft(what="Møte med skolen", due_on=date(2026, 4, 1)), TaskDraft(what="Besøk")]
    made = desk.do(take_on_series, child, "school_start", tasks)
    rows = desk.read(tasks_of, family.id)
    assert {(row.source, row.transition, row.child_id) for row in rows} == {
        (TaskSource.TRANSITION, "school_start", child)
    }
    desk.do(finish_task, made[0])
    (start,) = [
        one for one in desk.read(transitions_of_family, family.id, desk.today()) if one.coming.key == "school_start"
    ]
    assert (start.tasks, start.done) == (2, 1)
    desk.do(undo_act, family.id)
    desk.do(undo_act, family.id)
    assert desk.read(tasks_of, family.id) == ()
    with pytest.raises(Refusal, match="nothing_ticked"):
        desk.do(take_on_series, child, "school_start", [])
