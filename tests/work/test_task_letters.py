# SPDX-License-Identifier: MIT
"""The family's list of tasks, and the polite reminder to a service that tells nothing of what it is about."""

import pytest

from models.queries.letter_choices import letters_that_fit
from models.queries.letters import letter_of
from models.records.document import DocumentKind
from models.records.person import AddressProtection, Person
from models.records.task import Task
from models.work.issue_letter import LetterDraft, draft_letters, finish_letter
from models.work.send_letter import mark_sent
from models.work.tasks import finish_task
from reports.papers import document
from tests.letter_press import edit, press
from tests.reports.printed import printed
from tests.work.meeting_room import MeetingRoom


@pytest.fixture
def room(desk, story):
    return MeetingRoom(desk, story)


def offered(room, kind):
    found = room.desk.read(letters_that_fit, room.family.id, room.desk.today())
    return [one for one in found if one.kind is kind]


def drafted(room, choice):
    draft = LetterDraft(
        kind=choice.kind,
        recipient=choice.recipient,
        language=choice.language,
        addressee="family" if choice.to_family else "other",
        family_service_id=choice.family_service_id,
    )
    return room.desk.do(draft_letters, room.family.id, draft)[0]


def words(room, id):
    desk = room.desk
    return printed(document(desk.read(letter_of, id, desk.staff_id, desk.clock())))


def test_a_service_past_its_day_can_be_reminded_and_is_told_nothing_of_the_child(room, desk, clock):
    assert offered(room, DocumentKind.TASK_REMINDER) == []
    task = room.agree("Melde Emil opp til sakkyndig vurdering", who="nav", days=7)
    room.agree("Følge med på søvnen", who="relief", days=60)
    clock.forward(days=10)
    (choice,) = offered(room, DocumentKind.TASK_REMINDER)
    assert (choice.recipient, choice.person) == ("NAV Mellomvik\nAre Strand", "NAV Mellomvik")
    letter = drafted(room, choice)
    said = words(room, letter)
    assert "E.H." in said
    for secret in ("Emil", "Haugen", "sakkyndig", "søvn"):
        assert secret not in said
    desk.do(finish_letter, letter, press)
    desk.do(mark_sent, letter, desk.today(), "post")
    assert desk.read(lambda session: session.get_one(Task, task).reminded_on) == desk.today()
    desk.do(finish_task, task)
    assert offered(room, DocumentKind.TASK_REMINDER) == []


def test_the_family_gets_the_list_of_what_is_open_and_what_was_done_lately(room, desk, clock):
    assert offered(room, DocumentKind.TASK_LIST) == []
    desk.do(finish_task, room.agree("Lenge siden"))
    clock.forward(days=120)
    room.agree("Sende praksisavtale")
    desk.do(finish_task, room.agree("Bestille time", who="anne"))
    (choice,) = offered(room, DocumentKind.TASK_LIST)
    said = words(room, drafted(room, choice))
    assert "Sende praksisavtale" in said
    assert "Bestille time" in said
    assert "Lenge siden" not in said
    assert "NAV Mellomvik" in said
    edit(desk, Person, room.child_id, address_protection=AddressProtection.STRICT)
    assert "NAV Mellomvik" not in words(room, drafted(room, choice))
