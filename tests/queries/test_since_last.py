# SPDX-License-Identifier: MIT
"""«Siden sist»: what came about since one was last in a family, and since its last meeting."""

from datetime import datetime, timedelta

import pytest

from models.queries.since_last import since_meeting, since_visit
from models.records.consent import Consent, ConsentKind
from models.records.document import Document, DocumentKind, DocumentState
from models.records.meeting import MeetingState, TeamMeeting
from models.store.meaning import note
from models.values.act import Role
from models.values.dates import OSLO
from models.work.open_family import log_opening
from models.work.tasks import TaskDraft, add_task, finish_task, reopen_task
from models.work.write_note import NoteDraft, write_note
from tests.story import Story


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil").adult("Anne")


@pytest.fixture
def berit(desk, story, family):
    return desk.as_staff(story.staff("Berit Fjell", roles="coordinating_unit"), "Berit Fjell", Role.COORDINATING_UNIT)


def sit_down(desk, family):
    """A new sitting, in which the family is opened."""
    desk.do(note, "vault.opened")
    desk.do(log_opening, family.id)


def fresh(desk, family):
    return [(one.kind, one.name) for one in desk.read(since_visit, family.id, desk.staff_id, desk.today()).rows]


def test_the_first_visit_has_nothing_before_it(desk, family, berit):
    sit_down(berit, family)
    assert berit.read(since_visit, family.id, berit.staff_id, berit.today()).moment is None


def test_what_others_did_since_the_last_sitting_is_new_and_what_one_saw_is_not(desk, family, berit, clock):
    sit_down(desk, family)
    late = desk.do(add_task, family.id, TaskDraft(what="Blir sen", due_on=desk.today() + timedelta(days=2)))
    done = desk.do(add_task, family.id, TaskDraft(what="Blir gjort"))
    again = desk.do(add_task, family.id, TaskDraft(what="Åpnet igjen"))
    desk.do(write_note, family.id, NoteDraft(text="Før."))
    clock.forward(days=5)
    berit.do(finish_task, done)
    berit.do(finish_task, again)
    berit.do(reopen_task, again)
    berit.do(add_task, family.id, TaskDraft(what="Ny"))
    berit.do(write_note, family.id, NoteDraft(text="Anne ringte om avlastning.", with_whom="Anne"))
    hers = Story(berit)
    hers.add(Consent(family_id=family.id, kind=ConsentKind.SHARING, given_on=desk.today()))
    received = {"kind": DocumentKind.RECEIVED, "state": DocumentState.FINAL, "created_at": clock()}
    hers.add(Document(family_id=family.id, title="Epikrise", **received))
    clock.forward(days=1)
    sit_down(desk, family)
    assert sorted(fresh(desk, family)) == [
        ("consent_given", "sharing"),
        ("note_phone", "Anne ringte om avlastning."),
        ("received", "Epikrise"),
        ("task_done", "Blir gjort"),
        ("task_late", "Blir sen"),
        ("task_new", "Ny"),
    ]
    found = desk.read(since_visit, family.id, desk.staff_id, desk.today())
    assert found.rows[-1].item == late
    sit_down(desk, family)
    assert fresh(desk, family) == []


def test_since_the_last_meeting_that_was_held(desk, story, family, clock):
    assert desk.read(since_meeting, family.id, desk.today()).moment is None
    held = datetime(2026, 3, 10, 12, tzinfo=OSLO)
    story.add(TeamMeeting(family_id=family.id, starts_at=held, held_on=held.date(), state=MeetingState.HELD))
    story.add(TeamMeeting(family_id=family.id, starts_at=held + timedelta(days=30)))
    desk.do(add_task, family.id, TaskDraft(what="Etter møtet"))
    found = desk.read(since_meeting, family.id, desk.today())
    assert (found.moment, [one.name for one in found.rows]) == (held, ["Etter møtet"])
