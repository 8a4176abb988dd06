# SPDX-License-Identifier: MIT
"""Invitations as each recipient reads them, and the same meeting as other calendars know it."""

from datetime import timedelta

import pytest
import vobject
from sqlmodel import select

from models.queries.documents import document_bytes, document_list
from models.queries.letters import letter_of
from models.queries.meeting_calendar import calendar_event, own_calendar
from models.queries.meetings import meeting_sheet
from models.records.consent import Consent, ConsentKind, ConsentScope, Sharing
from models.records.document import Document, DocumentState
from models.records.family_service import FamilyService
from models.records.meeting import MeetingState, TeamMeeting
from models.records.person import AddressProtection, Person, Relation
from models.records.service import Service
from models.records.task import Task, TaskSource
from models.rules.visibility import Information
from models.values.dates import OSLO
from models.values.refusal import Refusals
from models.work.care_team import CareTeamDraft, MemberDraft, add_team_member, start_care_team
from models.work.draft_agenda import draft_agenda
from models.work.edit_agenda import AgendaItemDraft, add_agenda_item, remove_agenda_item
from models.work.invite import CalledDraft, call_to_items
from models.work.plan_meeting import CancelDraft, MeetingDraft, cancel_meeting, edit_meeting, plan_meeting
from models.work.send_invitations import draft_invitations, finish_invitations, send_invitations
from models.work.undo import undo_act
from reports.calendar import calendar_file
from reports.papers import document
from tests.letter_press import edit, press
from tests.reports.printed import printed

HEALTH = "Ny medisin"


@pytest.fixture
def family(story):
    story.municipality(address="Postboks 12", postal_code="6898", place="Mellomvik", phone="57 00 00 00")
    family = story.family("Haugen").child("Emil", age=9).adult("Anne", address="Fjordvegen 3", place="Mellomvik")
    return family.adult("Per", relation=Relation.FATHER, address="Fjordvegen 3", place="Mellomvik")


@pytest.fixture
def services(story, family):
    """The school may know of school and measures, BUP of health too, and NAV of nothing."""
    register = story.add(Service(name="Mellomvik skole", address="Skolevegen 1\n6898 Mellomvik"))
    made = {
        "school": FamilyService(
            family_id=family.id, name="Mellomvik skole", contact="Liv Moe", contact_title="lærer", register_id=register
        ),
        "bup": FamilyService(family_id=family.id, name="BUP", contact="Guro Lie"),
        "nav": FamilyService(family_id=family.id, name="NAV", contact="Are Strand"),
    }
    ids = {key: story.add(one) for key, one in made.items()}
    given = story.add(Consent(family_id=family.id, kind=ConsentKind.CARE_TEAM, given_on=story.today))
    for key, kinds in (("school", "school measures"), ("bup", "measures health words")):
        scope = {"consent_id": given, "family_service_id": ids[key], "information": kinds}
        story.add(ConsentScope(family_id=family.id, **scope))
    return ids


@pytest.fixture
def meeting(desk, family, services):
    team = desk.do(start_care_team, family.id, CareTeamDraft(started_on=desk.today(), ground="Mange hjelper."))
    pointed = [{"person_id": id} for id in (*family.children, *family.adults)]
    pointed += [{"family_service_id": services["school"], "language": "nn"}, {"family_service_id": services["bup"]}]
    for who in pointed:
        desk.do(add_team_member, team, MemberDraft(from_on=desk.today(), **who))
    meeting = desk.do(plan_meeting, family.id, draft(desk))
    desk.do(add_agenda_item, meeting, AgendaItemDraft(title=HEALTH, information={Information.HEALTH}))
    call_the_school_to_less(desk, meeting)
    return meeting


def draft(desk, **values):
    told = {
        "place": "Rådhuset, møterom A",
        "child_takes_part": "part",
        "child_prepared_by": "Liv Moe",
        "child_view_by": desk.today() + timedelta(days=14),
        "reply_by": desk.today() + timedelta(days=7),
    }
    return MeetingDraft(on=desk.today() + timedelta(days=21), begins="13", ends="14", **{**told, **values})


def call_the_school_to_less(desk, meeting):
    found = desk.read(meeting_sheet, meeting)
    school = next(one for one in found.participants if one.service == "Mellomvik skole")
    desk.do(call_to_items, school.id, CalledDraft(items={one.id for one in found.items if one.title != HEALTH}))


def words(desk, document_id):
    return printed(document(desk.read(letter_of, document_id, desk.staff_id, desk.clock())))


def letters(desk, meeting):
    """What each recipient reads, by the first line of the envelope."""
    ids = desk.do(draft_invitations, meeting)
    cards = {one.id: one for one in desk.read(lambda session: session.exec(select(Document)).all())}
    return {cards[id].recipient.partition("\n")[0]: words(desk, id) for id in ids}


def test_each_recipient_reads_the_letter_in_their_own_language_with_initials_only(desk, meeting):
    found = letters(desk, meeting)
    assert list(found) == ["Emil Haugen", "Anne Haugen og Per Haugen", "Mellomvik skole", "BUP"]
    assert "Innkalling til møte i ansvarsgruppa" in found["BUP"]
    assert "Du er invitert til desse sakene:" in found["Mellomvik skole"], "called to less, in nynorsk"
    assert "nokre er med" not in found["Mellomvik skole"], "nothing hints at what is left out"
    assert "Skolevegen 1" in found["Mellomvik skole"]
    for letter in list(found.values())[1:]:
        assert "E.H." in letter
        assert "Emil" not in letter


def test_what_a_recipient_may_not_read_is_left_out_whole(desk, meeting):
    found = letters(desk, meeting)
    assert HEALTH in found["BUP"]
    assert HEALTH in found["Anne Haugen og Per Haugen"]
    assert HEALTH not in found["Mellomvik skole"]
    assert "medisin" not in found["Mellomvik skole"].casefold()


def test_the_child_reads_what_it_is_about_and_who_comes(desk, meeting):
    own = letters(desk, meeting)["Emil Haugen"]
    assert "Vil du være med på møtet?" in own
    assert HEALTH in own
    assert "Liv Moe kan snakke med deg før møtet" in own


def test_one_invited_without_consent_is_told_of_time_and_place_alone(desk, family, services, meeting):
    edit(desk, Consent, desk.read(lambda session: session.exec(select(Consent.id)).one()), withdrawn_on=desk.today())
    with pytest.raises(Refusals):
        desk.do(draft_invitations, meeting)
    for one in desk.read(meeting_sheet, meeting).participants:
        if one.family_service_id:
            desk.do(call_to_items, one.id, CalledDraft(without_consent_reason="Foreldrene har bedt om det."))
    bup = letters(desk, meeting)["BUP"]
    assert "Rådhuset" in bup
    for hidden in (HEALTH, "Anne", "skole", "Siden sist", "Barnets syn"):
        assert hidden not in bup


def test_where_somebody_may_not_be_found_no_paper_tells_a_place(desk, family, meeting):
    edit(desk, Person, family.children[0], address_protection=AddressProtection.STRICT)
    found = letters(desk, meeting)
    assert all("Rådhuset" not in letter and "Fjordvegen" not in letter for letter in found.values())
    event = desk.read(calendar_event, meeting, "nb", desk.clock())
    assert event.place == ""


def test_what_somebody_took_on_stands_in_their_letter_and_not_in_others(desk, story, family, services, meeting):
    told = {"meeting_id": meeting, "source": TaskSource.MEETING, "family_id": family.id}
    story.add(Task(what="Skrive epikrise", family_service_id=services["bup"], information="health", **told))
    found = letters(desk, meeting)
    assert [name for name, letter in found.items() if "Skrive epikrise" in letter] == ["BUP"]


def test_the_agenda_on_the_table_holds_what_all_of_them_may_read(desk, meeting):
    draft = desk.do(draft_agenda, meeting)
    assert desk.do(draft_agenda, meeting) == draft
    said = words(desk, draft)
    assert "Barnets syn, og det barnet vil ta opp" in said
    assert HEALTH not in said
    assert "Emil" not in said


def test_they_are_made_for_good_and_the_meeting_is_invited_to(desk, family, services, meeting):
    desk.do(draft_invitations, meeting)
    made = desk.do(finish_invitations, meeting, press)
    assert len(made) == 4
    desk.do(send_invitations, meeting)
    assert desk.read(meeting_sheet, meeting).row.state is MeetingState.INVITED
    cards = desk.read(document_list, family.id)
    assert {(one.state, one.sent_on) for one in cards} == {(DocumentState.SENT, desk.today())}
    assert b"Innkalling" in desk.read(document_bytes, made[1]).content
    shared = desk.read(lambda session: session.exec(select(Sharing)).all())
    assert {(one.recipient, one.consent_id is not None) for one in shared} == {
        ("Mellomvik skole, Liv Moe", True),
        ("BUP, Guro Lie", True),
    }
    desk.do(undo_act, family.id)
    assert desk.read(meeting_sheet, meeting).row.state is MeetingState.PLANNED
    assert {one.state for one in desk.read(document_list, family.id)} == {DocumentState.FINAL}
    assert desk.read(lambda session: session.exec(select(Sharing)).all()) == []


def test_drafts_follow_the_people_and_keep_what_was_changed(desk, family, meeting):
    first = desk.do(draft_invitations, meeting)
    assert desk.do(draft_invitations, meeting) == first
    [bup] = [one for one in desk.read(meeting_sheet, meeting).participants if one.service == "BUP"]
    edit(desk, TeamMeeting, meeting, child_takes_part="represented")
    edit(desk, Person, family.adults[1], home=2)
    assert len(desk.do(draft_invitations, meeting)) == 5, "two homes, two letters"
    assert bup.covered_until is None


def read_back(events):
    return list(vobject.readOne(calendar_file(events).decode()).vevent_list)


def test_another_calendar_reads_the_meeting_and_learns_no_name(desk, meeting):
    [event] = read_back([desk.read(calendar_event, meeting, "nb", desk.clock())])
    assert event.summary.value == "Møte i ansvarsgruppe"
    assert event.uid.value == str(meeting)
    starts = event.dtstart.value
    assert starts.astimezone(OSLO).strftime("%d.%m.%Y %H:%M") == "06.04.2026 13:00"
    assert starts.utcoffset() == timedelta(hours=2), "summer time"
    assert event.location.value == "Rådhuset, møterom A"
    raw = calendar_file([desk.read(calendar_event, meeting, "nb", desk.clock())]).decode()
    assert "TZID:Europe/Oslo" in raw
    for name in ("Emil", "Haugen", "Anne", "E.H.", "BUP", "Ingrid", HEALTH):
        assert name not in raw


def test_a_changed_or_cancelled_meeting_replaces_the_one_read_before(desk, meeting):
    [first] = read_back([desk.read(calendar_event, meeting, "nb", desk.clock())])
    desk.do(edit_meeting, meeting, draft(desk, place="Skolen"))
    desk.do(cancel_meeting, meeting, CancelDraft(cancelled_reason="Sykdom."))
    [last] = read_back([desk.read(calendar_event, meeting, "nb", desk.clock())])
    assert last.uid.value == first.uid.value
    assert int(last.sequence.value) > int(first.sequence.value)
    assert (first.status.value, last.status.value) == ("CONFIRMED", "CANCELLED")


@pytest.mark.parametrize(
    "place", ["Hjemme hos Haugen", "Haugens kjøkken", "hos Anne", "Fjordvegen 3, 2. etasje", "Liv Moes kontor"]
)
def test_a_place_that_names_somebody_stays_out_of_the_calendar(desk, meeting, place):
    desk.do(edit_meeting, meeting, draft(desk, place=place))
    assert desk.read(calendar_event, meeting, "nb", desk.clock()).place == ""


def test_one_s_own_meetings_are_one_file(desk, story, family, meeting):
    desk.do(plan_meeting, family.id, MeetingDraft(on=desk.today() + timedelta(days=240), begins="9"))
    events = desk.read(
        own_calendar, desk.staff_id, desk.today(), desk.today() + timedelta(days=365), "nn", desk.clock()
    )
    starts = [f"{one.dtstart.value.astimezone(OSLO):%d.%m.%Y %H:%M}" for one in read_back(events)]
    assert starts == ["06.04.2026 13:00", "11.11.2026 09:00"]
    assert len({one.uid for one in events}) == 2


def test_a_parent_who_may_not_be_told_reads_of_time_and_place_alone(desk, family, meeting):
    """Barnelova § 47: invited for a reason that stands, and nothing of the child comes along."""
    edit(desk, Person, family.adults[1], information_limited=True)
    [per] = [one for one in desk.read(meeting_sheet, meeting).participants if one.name == "Per Haugen"]
    with pytest.raises(Refusals):
        desk.do(draft_invitations, meeting)
    desk.do(call_to_items, per.id, CalledDraft(without_consent_reason="Retten har bestemt samtale om samvær."))
    told = letters(desk, meeting)["Per Haugen"]
    assert "13:00" in told
    for hidden in (HEALTH, "Guro Lie", "Liv Moe", "Barnets syn", "Fjordvegen"):
        assert hidden not in told


def test_an_item_taken_away_is_brought_back_where_it_stood(desk, family, meeting):
    before = [(one.title, one.position) for one in desk.read(meeting_sheet, meeting).items]
    item = next(one for one in desk.read(meeting_sheet, meeting).items if one.title == HEALTH)
    desk.do(remove_agenda_item, item.id)
    assert HEALTH not in [one.title for one in desk.read(meeting_sheet, meeting).items]
    desk.do(undo_act, family.id)
    assert [(one.title, one.position) for one in desk.read(meeting_sheet, meeting).items] == before
