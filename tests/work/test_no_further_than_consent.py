# SPDX-License-Identifier: MIT
"""Ways in which something could reach somebody no consent covers: sisters, hiding, limits, and papers made before."""

import pytest
from sqlmodel import select

from models.queries.consent_facts import permissions_about
from models.queries.letter_choices import letters_that_fit
from models.queries.letter_minutes import minutes_copy
from models.queries.letters import letter_of
from models.records.consent import Consent, ConsentKind, ConsentScope, Sharing
from models.records.document import Document, DocumentKind
from models.records.family import Family
from models.records.meeting import MeetingParticipant, TeamMeeting
from models.records.person import AddressProtection, Person, Relation
from models.records.staff import Staff
from models.values.refusal import Refusal, Refusals
from models.work.edit_agenda import AgendaItemDraft, add_agenda_item
from models.work.hold_meeting import MeetingMinutes, write_of_meeting
from models.work.invite import CalledDraft, WhoDraft, add_participant, call_to_items
from models.work.send_invitations import draft_invitations, finish_invitations, send_invitations
from models.work.send_letter import mark_sent
from models.work.send_minutes import send_minutes
from models.work.share_minutes import CopyDraft, issue_minutes, log_minutes_shared
from reports.papers import document
from tests.letter_press import edit, press
from tests.reports.printed import printed
from tests.work.care_group import CareGroup
from tests.work.meeting_room import MeetingRoom


@pytest.fixture
def room(desk, story):
    return MeetingRoom(desk, story)


@pytest.fixture
def group(desk, story):
    return CareGroup(desk, story).joined("school", "bup")


def minutes(room, name):
    desk = room.desk
    key = room.row(name).key
    return printed(document(desk.read(minutes_copy, room.meeting_id, key, frozenset(), desk.staff_id, desk.clock())))


def planned(group, **values):
    told = {"place": "Rådhuset", "child_takes_part": "part", "child_prepared_by": "Liv Moe", "purpose": "Om hverdagen"}
    when = group.desk.today()
    return group.meeting(**{**told, "child_view_by": when, "reply_by": when, "list_decided_by": "Mor", **values})


def invited(desk, **who):
    """The ids of the participants that are these."""
    found = desk.read(lambda session: session.exec(select(MeetingParticipant)).all())
    return [one.id for one in found if all(getattr(one, name) == value for name, value in who.items())]


def with_reason(desk, *participants):
    """They are invited whatever consents say."""
    for id in participants:
        desk.do(call_to_items, id, CalledDraft(without_consent_reason="Etter avtale med familien."))


def letters(desk, meeting):
    """What each recipient reads, by the first line of the envelope."""
    ids = desk.do(draft_invitations, meeting)
    cards = {one.id: one for one in desk.read(lambda session: session.exec(select(Document)).all())}
    return {cards[id].recipient.partition("\n")[0]: words(desk, id) for id in ids}


def words(desk, id):
    return printed(document(desk.read(letter_of, id, desk.staff_id, desk.clock())))


def test_a_yes_for_one_child_lets_nobody_hear_of_a_sister(room, desk, story):
    room.held()
    room.family.child("Ada", age=6)
    assert room.row("NAV").gets_copy, "the meeting is about Emil"
    edit(desk, TeamMeeting, room.meeting_id, child_id=None)
    assert not room.row("NAV").gets_copy, "now it is about Ada too"
    own = {"family_id": room.family.id, "child_id": room.family.children[1]}
    yes = story.add(Consent(kind=ConsentKind.CARE_TEAM, given_on=desk.today(), **own))
    scope = {"family_service_id": room.services["nav"], "information": "practical school health"}
    story.add(ConsentScope(family_id=room.family.id, consent_id=yes, **scope))
    (both,) = desk.read(permissions_about, room.family.id, None)
    assert both.information == {"practical", "school"}, "what both have said yes to"
    said = minutes(room, "NAV")
    assert "Medisin" not in said
    assert "Verkstedet" not in said, "measures were said yes to for Emil alone"


def test_the_log_names_the_consent_of_the_child_it_was_about(room, desk, story):
    own = {"family_id": room.family.id, "child_id": room.family.child("Ada").children[1]}
    earlier = story.add(Consent(kind=ConsentKind.CARE_TEAM, given_on=desk.today().replace(year=2025), **own))
    scope = {"family_service_id": room.services["nav"], "information": "practical"}
    story.add(ConsentScope(family_id=room.family.id, consent_id=earlier, **scope))
    room.held()
    desk.do(send_minutes, room.meeting_id)
    (copy,) = desk.do(issue_minutes, room.meeting_id, [CopyDraft(key=room.row("NAV").key)], press)
    desk.do(log_minutes_shared, copy)
    assert desk.read(lambda session: session.exec(select(Sharing.consent_id)).all()) == [room.consent_id]


def test_somebody_who_has_gone_into_hiding_since_is_hidden_in_every_copy_made_from_now_on(room, desk):
    room.held()
    room.agree("Ringe hjem", who="anne", item="work")
    desk.do(send_minutes, room.meeting_id)
    copy = [CopyDraft(key=room.row("NAV").key)]
    (before,) = desk.do(issue_minutes, room.meeting_id, copy, press)
    assert "Møterom A" in minutes(room, "NAV")
    edit(desk, Person, room.child_id, address_protection=AddressProtection.STRICT)
    for name in ("NAV", "Anne"):
        said = minutes(room, name)
        assert "Are Strand" in said
        for where in ("Møterom A", "Fjordvik", "NAV Mellomvik", "Avlastning"):
            rest = said.partition("Referat")[2]
            assert where not in rest, (name, where)
    (after,) = desk.do(issue_minutes, room.meeting_id, copy, press)
    assert after != before, "the paper with the place on it is not printed again"


def test_free_words_on_the_last_minutes_are_for_those_who_may_know_everything(room, desk):
    room.held()
    desk.do(write_of_meeting, room.meeting_id, MeetingMinutes(previous_approved="Mor rettet det om diagnosen."))
    assert "diagnosen" in minutes(room, "Anne")
    assert "diagnosen" not in minutes(room, "NAV")


def test_a_parent_who_is_told_less_reads_time_and_place_alone(group, desk):
    edit(desk, Person, group.family.adults[1], information_limited=True)
    meeting = planned(group)
    with_reason(desk, *invited(desk, person_id=group.family.adults[1]))
    said = letters(desk, meeting)["Per Haugen"]
    assert "Rådhuset" in said
    for hidden in ("Om hverdagen", "Guro Lie", "BUP", "Fjordvik", "Anne", "Mor bestemte", "Barnets syn"):
        assert hidden not in said, hidden


def test_a_sister_who_comes_reads_nothing_of_what_is_said_of_her_brother(group, desk):
    group.family.child("Ada", age=16)
    meeting = planned(group)
    edit(desk, TeamMeeting, meeting, child_id=group.family.children[0])
    desk.do(add_agenda_item, meeting, AgendaItemDraft(title="Ny medisin", information={"health"}))
    ada = desk.do(add_participant, meeting, WhoDraft(person_id=group.family.children[1]))
    assert ada in invited(desk)
    with_reason(desk, *invited(desk))
    found = letters(desk, meeting)
    assert "Ny medisin" in found["Emil Haugen"]
    for hidden in ("Ny medisin", "Guro Lie", "BUP"):
        assert hidden not in found["Ada Haugen"]


def test_no_invitation_names_a_service_where_somebody_may_not_be_found(group, desk):
    edit(desk, Person, group.family.children[0], address_protection=AddressProtection.CONFIDENTIAL)
    found = letters(desk, planned(group))
    assert "Liv Moe" in found["Anne Haugen"]
    for name, said in found.items():
        if name != "Fjordvik vgs.":
            assert "Fjordvik vgs." not in said, name


def test_a_service_nobody_has_said_yes_to_is_named_to_the_family_alone(group, desk):
    group.join("nav")
    meeting = planned(group)
    with_reason(desk, *invited(desk, family_service_id=group.services["nav"]))
    found = letters(desk, meeting)
    assert "Are Strand" in found["Anne Haugen og Per Haugen"]
    assert "NAV" not in found["BUP Fjordvik"]


def test_a_letter_made_before_a_consent_was_taken_back_is_not_the_one_that_is_sent(group, desk):
    meeting = planned(group)
    desk.do(add_agenda_item, meeting, AgendaItemDraft(title="Ny medisin", information={"health"}))
    with_reason(desk, *invited(desk))
    desk.do(draft_invitations, meeting)
    made = desk.do(finish_invitations, meeting, press)
    assert desk.do(draft_invitations, meeting) == made, "good as long as nothing has changed"
    scopes = desk.read(lambda session: session.exec(select(ConsentScope)).all())
    bup = next(one.id for one in scopes if one.family_service_id == group.services["bup"])
    edit(desk, ConsentScope, bup, information="practical")
    anew = desk.do(draft_invitations, meeting)
    assert not set(anew) & set(made)
    desk.do(finish_invitations, meeting, press)
    desk.do(send_invitations, meeting)
    sent = desk.read(lambda session: session.exec(select(Document).where(Document.sent_on == desk.today())).all())
    assert {one.id for one in sent} == set(anew)
    kinds = desk.read(lambda session: dict(session.exec(select(Sharing.family_service_id, Sharing.information)).all()))
    assert kinds[group.services["bup"]] == "practical"


def test_the_list_of_tasks_names_no_service_where_somebody_may_not_be_found(room, desk, story):
    room.agree("Sende praksisavtale")
    card = {"kind": DocumentKind.TASK_LIST, "title": "", "recipient": "Anne Haugen"}
    id = story.add(Document(family_id=room.family.id, **card))
    assert "NAV Mellomvik" in words(desk, id)
    edit(desk, Person, room.child_id, address_protection=AddressProtection.STRICT)
    assert "Are Strand" in words(desk, id)
    assert "NAV Mellomvik" not in words(desk, id)


def test_a_service_whose_consent_is_over_is_not_reminded(room, desk, clock):
    room.agree("Melde til sakkyndig vurdering", who="nav", days=7)
    clock.forward(days=10)

    def offered():
        found = desk.read(letters_that_fit, room.family.id, desk.today())
        return [one.kind for one in found if one.kind is DocumentKind.TASK_REMINDER]

    assert offered() == [DocumentKind.TASK_REMINDER]
    edit(desk, Consent, room.consent_id, withdrawn_on=desk.today())
    assert offered() == []


def test_once_the_youth_is_of_age_the_minutes_go_to_the_youth_and_no_longer_to_the_parents(room, desk, clock):
    room.held()
    assert {row.name for row in room.sheet().rows if row.gets_copy} >= {"Anne Haugen og Per Haugen", "Emil Haugen"}
    desk.do(send_minutes, room.meeting_id)
    clock.forward(days=365)
    assert [row.name for row in room.sheet().rows if row.gets_copy] == ["Emil Haugen"]
    edit(desk, Person, room.family.adults[1], relation=Relation.GUARDIAN, home=2)
    assert [row.name for row in room.sheet().rows if row.gets_copy] == ["Emil Haugen", "Per Haugen"]


def test_a_foster_parent_who_is_told_less_gets_no_copy(room, desk):
    room.held()
    edit(desk, Family, room.family.id, care="care_order_foster")
    edit(desk, Person, room.family.adults[0], relation=Relation.FOSTER_PARENT)
    assert room.row("Anne").gets_copy
    edit(desk, Person, room.family.adults[0], information_limited=True)
    assert not any(row.gets_copy for row in room.sheet().rows if "Anne" in row.name)


def test_a_copy_made_before_a_consent_was_taken_back_cannot_be_sent_after(room, desk, clock):
    room.held()
    desk.do(send_minutes, room.meeting_id)
    copies = [CopyDraft(key=room.row(name).key) for name in ("NAV", "vgs.")]
    nav, school = desk.do(issue_minutes, room.meeting_id, copies, press)
    desk.do(mark_sent, school, desk.today(), "post")
    clock.forward(days=1)
    edit(desk, Consent, room.consent_id, withdrawn_on=desk.today())
    with pytest.raises(Refusal, match="nothing_allows"):
        desk.do(mark_sent, nav, desk.today(), "post")
    shared = desk.read(lambda session: session.exec(select(Sharing.document_id)).all())
    assert shared == [school], "what left before is in the log, and no more"


def test_a_colleague_who_has_left_is_no_longer_one_of_us(group, desk, story):
    siri = story.staff("Siri Nes")
    meeting = planned(group)
    desk.do(add_participant, meeting, WhoDraft(staff_id=siri))
    assert "Om hverdagen" in letters(desk, meeting)["Siri Nes"]
    edit(desk, Staff, siri, active=False)
    with_reason(desk, *invited(desk, staff_id=siri))
    assert "Om hverdagen" not in letters(desk, meeting)["Siri Nes"]


def test_minutes_build_on_a_consent_to_the_group_and_on_no_other(room, desk):
    room.held()
    edit(desk, Consent, room.consent_id, kind=ConsentKind.SHARING)
    with pytest.raises(Refusals, match="no_consent"):
        desk.do(send_minutes, room.meeting_id)


def test_the_agenda_on_the_table_holds_nothing_whose_consent_ends_before_the_meeting(group, desk, story):
    meeting = planned(group)
    desk.do(add_agenda_item, meeting, AgendaItemDraft(title="Ny klasse", information={"practical"}))
    card = {"kind": DocumentKind.AGENDA, "title": "", "meeting_id": meeting}
    paper = story.add(Document(family_id=group.family.id, **card))
    assert "Ny klasse" in words(desk, paper)
    yes = desk.read(lambda session: session.exec(select(Consent.id)).one())
    edit(desk, Consent, yes, expires_on=desk.today())
    assert "Ny klasse" not in words(desk, paper)


def test_a_child_that_has_moved_on_is_told_of_by_initials_still(group, desk):
    meeting = planned(group)
    edit(desk, Person, group.family.children[0], left_on=desk.today())
    for name, said in letters(desk, meeting).items():
        assert "Emil" not in said, name
