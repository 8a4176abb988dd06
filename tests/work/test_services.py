# SPDX-License-Identifier: MIT
"""What families get from services, how it goes from wish to end, and the services' own plans."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from pydantic import ValidationError
from sqlmodel import col, select

from models.queries.due_services import services_due
from models.queries.family_services import ConsentState, services_around
from models.queries.undoable import newest_act
from models.records.consent import Consent, ConsentKind, ConsentScope
from models.records.family import Family
from models.records.family_service import FamilyService, ServiceState
from models.records.history import AuditEntry
from models.records.person import AddressProtection, Person
from models.values.refusal import Refusal
from models.work.edit_register import (
    ServiceContactDraft,
    ServiceDraft,
    add_service,
    add_service_contact,
)
from models.work.edit_subplan import SubplanDraft, add_subplan, edit_subplan, put_back_subplan, remove_subplan
from models.work.family_services import (
    EndServiceDraft,
    FamilyServiceDraft,
    MoveDraft,
    NewFamilyServiceDraft,
    OwnCoordinatorDraft,
    add_family_service,
    edit_family_service,
    end_family_service,
    move_family_service,
    note_own_coordinator,
    resume_family_service,
    reveal_service,
)
from models.work.move_child import MoveChildDraft, move_child
from models.work.reveal_protected import RevealDraft
from models.work.undo import undo_act
from tests.letter_press import edit


@pytest.fixture
def family(story):
    return story.family("Dahl").child("Ola").adult("Siri")


def around(desk, family):
    return desk.read(services_around, family.id, desk.today())


def only(desk, family):
    (found,) = around(desk, family).services
    return found


def given(desk, family, **values):
    return desk.do(add_family_service, family.id, NewFamilyServiceDraft(**{"name": "PPT", **values}))


def move(desk, id, state, days=0, **values):
    desk.do(move_family_service, id, MoveDraft(state=state, on=desk.today() + timedelta(days=days), **values))


def test_a_service_goes_from_wish_to_end_and_on_again(desk, family):
    id = given(desk, family, name="Avlastning", state="wished", on=desk.today() - timedelta(days=9))
    with pytest.raises(Refusal, match="before_earlier_step"):
        move(desk, id, "applied", days=-10)
    with pytest.raises(Refusal) as refused:
        move(desk, id, "granted", days=1)
    assert refused.value.field == "on"
    move(desk, id, "applied", days=-8)
    move(desk, id, "granted", days=-2)
    move(desk, id, "running")
    with pytest.raises(Refusal, match="not_next"):
        move(desk, id, "applied")
    before = EndServiceDraft(ended_on=desk.today() - timedelta(days=1), ended_reason="Flyttet")
    with pytest.raises(Refusal, match="ends_before_start"):
        desk.do(end_family_service, id, before)
    desk.do(end_family_service, id, EndServiceDraft(ended_on=desk.today(), ended_reason="Flyttet"))
    assert not only(desk, family).around
    desk.do(resume_family_service, id)
    found = only(desk, family)
    assert (found.state, found.ended_on, found.ended_reason) == (ServiceState.RUNNING, None, "")
    assert (found.wished_on, found.answered_on) == (date(2026, 3, 7), date(2026, 3, 14))


@pytest.mark.parametrize(
    ("sector", "due"),
    [
        # four weeks and three; Maundy Thursday to Easter Monday put the second off
        ("health", date(2026, 4, 13)),
        ("school", date(2026, 4, 7)),
    ],
)
def test_the_last_day_to_complain_of_a_refusal_is_worked_out_where_a_rule_tells_it(desk, family, sector, due):
    id = given(desk, family, sector=sector, state="applied", on=desk.today())
    move(desk, id, "refused")
    assert only(desk, family).complaint_due_on == due
    move(desk, id, "applied")
    assert only(desk, family).complaint_due_on is None


def test_where_no_rule_is_known_the_last_day_is_asked_for(desk, family):
    id = given(desk, family, sector="nav", state="applied", on=desk.today())
    with pytest.raises(Refusal) as refused:
        move(desk, id, "refused")
    assert refused.value.field == "complaint_due_on"
    with pytest.raises(Refusal, match="complaint_before_answer"):
        move(desk, id, "refused", complaint_due_on=desk.today() - timedelta(days=1))
    move(desk, id, "refused", complaint_due_on=date(2026, 4, 27))
    assert only(desk, family).complaint_due_on == date(2026, 4, 27)


@pytest.mark.parametrize(("typed", "kept"), [("7,5", 7.5), ("1 200", 1200.0), ("", None), (None, None), (4, 4.0)])
def test_an_amount_is_read_as_people_write_it(typed, kept):
    assert FamilyServiceDraft(name="Avlastning", granted=typed).granted == kept


@pytest.mark.parametrize("typed", ["mye", "-1", "1e9", "7,555", "٣", "1234567", "nan"])
def test_an_amount_that_is_none_is_refused(typed):
    with pytest.raises(ValidationError, match="no_such_amount"):
        FamilyServiceDraft(name="Avlastning", granted=typed)


def test_less_than_was_granted_is_told_while_it_runs(desk, family):
    id = given(desk, family, granted="10", delivered="6,5", unit="timer i uka")
    assert only(desk, family).short_of == 3.5
    desk.do(edit_family_service, id, FamilyServiceDraft(name="PPT", granted="10", delivered="11"))
    assert only(desk, family).short_of == 0


def test_a_stranger_s_child_and_another_service_s_contact_are_refused(desk, story, family):
    other = story.family("Lie").child("Ida")
    with pytest.raises(Refusal) as refused:
        given(desk, family, child_id=other.children[0])
    assert refused.value.field == "child_id"
    nav, ppt = (desk.do(add_service, ServiceDraft(name=name)) for name in ("Nav", "PPT"))
    jon = desk.do(add_service_contact, ppt, ServiceContactDraft(name="Jon"))
    with pytest.raises(Refusal) as refused:
        given(desk, family, register_id=nav, contact_id=jon)
    assert refused.value.field == "contact_id"


def test_a_family_from_another_municipality_is_worked_with_though_its_links_lead_nowhere(desk, story, family):
    links = {"register_id": UUID(int=1), "contact_id": UUID(int=2)}
    id = story.add(FamilyService(family_id=family.id, name="PPT Nabovik", **links))
    desk.do(edit_family_service, id, FamilyServiceDraft(name="PPT Nabovik", phone="412 00 000", **links))
    assert only(desk, family).phone == "412 00 000"
    with pytest.raises(Refusal, match="not_in_register"):
        desk.do(edit_family_service, id, FamilyServiceDraft(name="PPT", register_id=UUID(int=3)))


def test_what_a_child_had_before_it_moved_stays_in_sight_in_its_former_family(desk, story, family):
    family.child("Ida")
    given(desk, family, child_id=family.children[1])
    other = story.family("Lie").child("Per")
    draft = MoveChildDraft(person_id=family.children[1], family_id=other.id, reason="Flyttet til far")
    desk.do(move_child, draft)
    assert [one.name for one in around(desk, family).of_child(family.children[0])] == ["PPT"]


def test_the_hospital_s_coordinator_stands_beside_ours_and_undo_takes_it_away(desk, family):
    id = given(desk, family, name="Barneavdelingen", sector="specialist_health")
    draft = OwnCoordinatorDraft(contact="Eva Moe", promised="Ringer etter MR", talked_on=desk.today())
    desk.do(note_own_coordinator, id, draft)
    found = only(desk, family)
    assert (found.coordinates, found.contact, found.promised) == (True, "Eva Moe", "Ringer etter MR")
    desk.do(undo_act, family.id, desk.read(newest_act, family.id, desk.staff_id))
    assert not only(desk, family).coordinates


def test_a_plan_of_a_service_is_known_changed_removed_and_put_back(desk, story, family):
    service = given(desk, family)
    plan = desk.do(add_subplan, family.id, SubplanDraft(title="IOP", owner="Skolen", family_service_id=service))
    desk.do(edit_subplan, plan, SubplanDraft(title="IOP", owner="Skolen", kept_at="Visma", valid_to=date(2026, 6, 20)))
    assert [(one.owner, one.kept_at) for one in around(desk, family).subplans] == [("Skolen", "Visma")]
    desk.do(remove_subplan, plan)
    assert around(desk, family).subplans == ()
    desk.do(put_back_subplan, plan)
    assert len(around(desk, family).subplans) == 1
    other = story.family("Lie").child("Ida")
    with pytest.raises(Refusal):
        desk.do(add_subplan, other.id, SubplanDraft(title="IOP", family_service_id=service))


def consent_for(story, family, service, **values):
    values = {"kind": ConsentKind.CARE_TEAM, "given_on": story.today, **values}
    consent = story.add(Consent(family_id=family.id, **values))
    story.add(ConsentScope(family_id=family.id, consent_id=consent, family_service_id=service))


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, ConsentState.VALID),
        ({"expires_on": date(2026, 9, 1)}, ConsentState.VALID),
        ({"expires_on": date(2026, 4, 30)}, ConsentState.ENDS_SOON),
        ({"expires_on": date(2026, 3, 15)}, ConsentState.MISSING),
        ({"withdrawn_on": date(2026, 3, 16)}, ConsentState.MISSING),
        ({"given_on": None, "refused_on": date(2026, 3, 16)}, ConsentState.MISSING),
        ({"kind": ConsentKind.CHILD_COORDINATOR}, ConsentState.MISSING),
    ],
)
def test_each_service_tells_what_its_consent_says_today(desk, story, family, values, state):
    service = given(desk, family)
    assert only(desk, family).consent is ConsentState.MISSING
    consent_for(story, family, service, **values)
    assert only(desk, family).consent is state


def test_the_longest_of_two_consents_counts(desk, story, family):
    service = given(desk, family)
    consent_for(story, family, service, expires_on=date(2026, 4, 1))
    consent_for(story, family, service, expires_on=date(2027, 1, 1))
    assert (only(desk, family).consent, only(desk, family).consent_until) == (ConsentState.VALID, date(2027, 1, 1))


def due(desk):
    def read(session):
        return sorted((one.kind, one.due_on) for one in services_due(session, select(Family.id), desk.today()))

    return desk.read(read)


def test_a_service_of_a_family_with_a_secret_address_is_told_without_its_name(desk, story, family):
    id = given(desk, family, name="Fjordvik skole", kind="school", state="wished", on=desk.today())
    edit(desk, Person, family.children[0], address_protection=AddressProtection.STRICT)
    assert only(desk, family).hidden
    ends = desk.read(lambda session: list(services_due(session, select(Family.id), desk.today())))
    assert [(one.item, one.name) for one in ends] == [(id, "")]
    with pytest.raises(ValidationError):
        RevealDraft(reason=" ")
    desk.do(reveal_service, id, RevealDraft(reason="Skal ringe skolen"))
    newest = desk.read(lambda session: session.exec(select(AuditEntry).order_by(col(AuditEntry.n).desc())).first())
    assert (newest.what, newest.reason) == ("family_service.revealed", "Skal ringe skolen")


def test_min_dag_is_told_of_refusals_grants_not_begun_and_wishes_not_applied_for(desk, family, clock):
    given(desk, family, name="Støttekontakt", state="wished", on=desk.today())
    granted = given(desk, family, name="Avlastning", state="granted", on=desk.today())
    refused = given(desk, family, name="BPA", sector="health", state="applied", on=desk.today())
    given(desk, family, name="Skole")
    move(desk, refused, "refused")
    assert due(desk) == [
        ("service_granted", date(2026, 4, 15)),
        ("service_refused", date(2026, 4, 13)),
        ("service_wished", date(2026, 5, 15)),
    ]
    clock.forward(days=60)
    move(desk, granted, "running")
    assert [kind for kind, _ in due(desk)] == ["service_wished"]
