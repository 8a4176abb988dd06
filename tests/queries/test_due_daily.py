# SPDX-License-Identifier: MIT
"""Min dag beyond the right: tasks, services, consents, the next meeting, and families nobody has heard from."""

from datetime import date, datetime, timedelta

import pytest

from models.queries.due import day
from models.queries.office import office
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import CoordinatorKind
from models.records.consent import Consent, ConsentKind
from models.records.family import Family
from models.records.family_service import FamilyService, ServiceState
from models.records.meeting import AgendaItem, MeetingParticipant, MeetingState, TeamMeeting
from models.records.note import ContactNote
from models.records.person import AddressProtection, Person
from models.values.dates import OSLO
from models.values.refusal import Refusal
from models.work.set_up import MunicipalityDraft, edit_municipality
from models.work.snooze import SnoozeDraft, put_aside
from models.work.tasks import TaskDraft, WaitDraft, add_task, wait_for
from models.work.undo import undo_act
from tests.letter_press import edit

# The clock of the tests stands at Monday 16 March 2026.
TODAY = date(2026, 3, 16)


@pytest.fixture
def family(story, desk):
    return story.family("Haugen").child("Emil", born_on=date(2018, 11, 2)).adult("Anne")


@pytest.fixture
def see(desk):
    def found(**options):
        return desk.read(day, desk.staff_id, desk.today(), **options)

    return found


@pytest.fixture
def coordinated(story, family, desk):
    """A family whose coordinator began long ago."""
    values = {"staff_id": desk.staff_id, "kind": CoordinatorKind.CHILD_COORDINATOR, "from_on": date(2025, 3, 1)}
    story.add(CoordinatorAppointment(family_id=family.id, **values))
    edit(desk, Family, family.id, opened_on=date(2025, 2, 1))
    return family


def test_one_s_own_tasks_come_by_their_dates_and_those_of_others_when_late(see, story, desk, family):
    bup = story.add(FamilyService(family_id=family.id, name="BUP", contact="Jon Ask"))
    late, ahead = TODAY - timedelta(days=3), TODAY + timedelta(days=3)
    own = desk.do(add_task, family.id, TaskDraft(what="Min", staff_id=desk.staff_id, due_on=ahead))
    desk.do(add_task, family.id, TaskDraft(what="Ingens"))
    desk.do(add_task, family.id, TaskDraft(what="Deres, i tide", family_service_id=bup, due_on=ahead))
    desk.do(add_task, family.id, TaskDraft(what="Deres, sent", family_service_id=bup, due_on=late))
    rows = [(row.kind, row.name, row.due_on, row.who) for row in see().rows]
    assert rows == [
        ("task_late", "Deres, sent", late, "Jon Ask (BUP)"),
        ("task", "Min", ahead, ""),
        ("task", "Ingens", None, ""),
    ]
    desk.do(wait_for, own, WaitDraft(waiting_for="NAV"))
    assert [row.name for row in see().rows] == ["Deres, sent", "Ingens"]


def test_consents_and_services_have_their_loose_ends_here(see, story, family):
    story.add(Consent(family_id=family.id, kind=ConsentKind.CARE_TEAM, asked_on=date(2026, 3, 2)))
    granted = {"state": ServiceState.GRANTED, "answered_on": date(2026, 2, 12)}
    story.add(FamilyService(family_id=family.id, name="Fjellvik skole", **granted))
    assert [(row.kind, row.tab, row.name) for row in see().rows] == [
        ("service_granted", "services", "Fjellvik skole"),
        ("consent_asked", "consents", "care_team"),
    ]


def test_no_list_says_which_school_a_protected_child_goes_to(see, story, desk, family):
    granted = {"state": ServiceState.GRANTED, "answered_on": date(2026, 2, 12)}
    school = story.add(FamilyService(family_id=family.id, name="Fjellvik skole", contact="Per Moe", **granted))
    late = TODAY - timedelta(days=1)
    desk.do(add_task, family.id, TaskDraft(what="Ring", family_service_id=school, due_on=late))
    starts_at = datetime(2026, 3, 17, 10, tzinfo=OSLO)
    story.add(TeamMeeting(family_id=family.id, starts_at=starts_at, place="Fjellvik skole"))
    assert "Fjellvik" in str(see())
    edit(desk, Person, family.children[0], address_protection=AddressProtection.STRICT)
    assert "Fjellvik" not in str(see())


def test_the_next_meeting_is_told_with_what_it_lacks(see, story, family):
    starts_at = datetime(2026, 3, 20, 10, tzinfo=OSLO)
    values = {"family_id": family.id, "place": "Rådhuset", "ends_at": starts_at + timedelta(minutes=60)}
    meeting = story.add(TeamMeeting(starts_at=starts_at, state=MeetingState.INVITED, invited_on=TODAY, **values))
    story.add(TeamMeeting(starts_at=starts_at + timedelta(days=9), **values))
    story.add(TeamMeeting(starts_at=starts_at - timedelta(days=1), state=MeetingState.CANCELLED, **values))
    for name, who in (("Siden sist", ""), ("Skolen", "Are")):
        story.add(AgendaItem(family_id=family.id, meeting_id=meeting, title=name, who=who))
        story.add(MeetingParticipant(family_id=family.id, meeting_id=meeting, name=name))
    found = see().meeting
    assert (found.id, found.place, found.participants, found.minutes) == (meeting, "Rådhuset", 2, 60)
    assert (found.invited_on, found.without_who) == (TODAY, 1)


def test_a_family_nobody_has_heard_from_is_told_once_with_the_last_contact(see, story, desk, coordinated):
    at = datetime(2026, 1, 10, 12, tzinfo=OSLO)
    story.add(ContactNote(family_id=coordinated.id, author_id=desk.staff_id, at=at, text="Ringte."))
    [row] = see().silent
    assert (row.kind, row.name, row.since, row.tab) == ("silent", "note", date(2026, 1, 10), "journal")


@pytest.mark.parametrize(
    "agreed",
    [
        {"at": datetime(2026, 2, 1, 12, tzinfo=OSLO)},
        {"at": datetime(2025, 12, 1, 12, tzinfo=OSLO), "next_on": date(2026, 4, 1)},
    ],
    ids=["talked lately", "agreed on a next time"],
)
def test_a_family_that_is_not_forgotten_is_not_told_of(see, story, desk, coordinated, agreed):
    story.add(ContactNote(family_id=coordinated.id, author_id=desk.staff_id, text="Ringte.", **agreed))
    assert see().silent == ()


def test_the_municipality_chooses_how_long_it_may_be_quiet(see, story, desk, coordinated):
    at = datetime(2026, 2, 16, 12, tzinfo=OSLO)
    story.add(ContactNote(family_id=coordinated.id, author_id=desk.staff_id, at=at, text="Ringte."))
    story.municipality()
    kept = {name: getattr(desk.read(office), name) for name in MunicipalityDraft.model_fields}
    for days, found in ((27, 1), (28, 0)):
        desk.do(edit_municipality, MunicipalityDraft(**(kept | {"silent_days": days})))
        assert (days, len(see().silent)) == (days, found)


def test_a_planned_meeting_is_contact_ahead(see, story, coordinated):
    assert len(see().silent) == 1
    story.add(TeamMeeting(family_id=coordinated.id, starts_at=datetime(2026, 3, 20, 10, tzinfo=OSLO)))
    assert see().silent == ()


def test_a_quiet_family_is_put_aside_with_a_reason_comes_back_and_can_be_undone(see, desk, coordinated, clock):
    with pytest.raises(Refusal, match="aside_until_past"):
        desk.do(put_aside, coordinated.id, SnoozeDraft(until_on=TODAY, reason="Ferie"))
    desk.do(put_aside, coordinated.id, SnoozeDraft(until_on=TODAY + timedelta(days=30), reason="Ønsker ro"))
    assert see().silent == ()
    clock.forward(days=30)
    assert len(see().silent) == 1
    clock.forward(days=-29)
    desk.do(undo_act, coordinated.id)
    assert len(see().silent) == 1
