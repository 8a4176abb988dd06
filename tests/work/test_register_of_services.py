# SPDX-License-Identifier: MIT
"""The municipality's register of services: the start set, contacts, and families that follow what is changed."""

import pytest

from models.queries.family_services import services_around
from models.queries.services import register_rows, service_hits
from models.records.family import FamilyState
from models.records.family_service import FamilyService
from models.values.act import Role
from models.values.refusal import Refusal
from models.work.edit_register import (
    ServiceContactDraft,
    ServiceDraft,
    add_service,
    add_service_contact,
    add_usual_services,
    edit_service,
    edit_service_contact,
    end_service,
    note_contact_left,
    resume_service,
    take_out_services,
)
from models.work.family_services import (
    NewFamilyServiceDraft,
    add_family_service,
)


@pytest.fixture
def family(story):
    return story.family("Dahl").child("Ola").adult("Siri")


def register(desk):
    return desk.read(register_rows, desk.staff_id)


def only(desk, family):
    (found,) = desk.read(services_around, family.id, desk.today()).services
    return found


def taken_over(desk, family, service, contact=None, **values):
    row = next(one for one in register(desk) if one.id == service)
    who = next((one for one in row.contacts if one.id == contact), None)
    values = {"phone": (who.phone if who else "") or row.phone, "contact": who.name if who else "", **values}
    draft = NewFamilyServiceDraft(name=row.name, register_id=service, contact_id=contact, **values)
    return desk.do(add_family_service, family.id, draft)


def test_the_start_set_comes_in_one_act_and_never_twice(desk):
    added = desk.do(add_usual_services, "nn")
    assert len(added) == len(register(desk)) > 30
    assert {"Grunnskule", "Heimesjukepleie"} <= {row.name for row in register(desk)}
    assert desk.do(add_usual_services, "nb") == ()
    desk.do(take_out_services, added)
    assert register(desk) == ()


def test_what_a_family_has_is_not_taken_out_of_the_register(desk, family):
    id = desk.do(add_service, ServiceDraft(name="PPT"))
    taken_over(desk, family, id)
    with pytest.raises(Refusal, match="in_use"):
        desk.do(take_out_services, (id,))
    desk.do(end_service, id)
    assert [row.ended for row in register(desk)] == [True]
    desk.do(resume_service, id)
    assert [row.ended for row in register(desk)] == [False]


@pytest.mark.parametrize("typed", ["123", "988077918", "100000008", "abc"])
def test_a_wrong_organisation_number_is_refused_beside_its_field(desk, typed):
    with pytest.raises(Refusal) as refused:
        desk.do(add_service, ServiceDraft(name="Nav", org_number=typed))
    assert refused.value.field == "org_number"


def test_an_organisation_number_is_kept_as_nine_digits(desk):
    desk.do(add_service, ServiceDraft(name="Nav", org_number="NO 988 077 917 MVA"))
    assert register(desk)[0].org_number == "988077917"


def test_a_changed_contact_follows_to_families_except_where_somebody_wrote_otherwise(desk, story, family):
    ppt = desk.do(add_service, ServiceDraft(name="PPT", phone="22 00 00 00"))
    jon = desk.do(add_service_contact, ppt, ServiceContactDraft(name="Jon Aas", phone="412 00 000"))
    other = story.family("Lie").child("Ida")
    closed = story.family("Berg", state=FamilyState.CLOSED).child("Per")
    taken_over(desk, family, ppt, jon)
    taken_over(desk, other, ppt, jon, phone="900 00 000")
    story.add(FamilyService(family_id=closed.id, name="PPT", contact="Jon Aas", contact_id=jon, register_id=ppt))
    desk.do(edit_service_contact, jon, ServiceContactDraft(name="Jon Aasen", phone="412 11 111"))
    assert (only(desk, family).contact, only(desk, family).phone) == ("Jon Aasen", "412 11 111")
    assert (only(desk, other).contact, only(desk, other).phone) == ("Jon Aasen", "900 00 000")
    assert only(desk, closed).contact == "Jon Aas"
    desk.do(edit_service, ppt, ServiceDraft(name="PP-tjenesten", phone="22 00 00 00"))
    assert only(desk, family).name == "PP-tjenesten"
    desk.do(note_contact_left, jon)
    assert only(desk, family).contact_left
    assert not register(desk)[0].now


def test_the_service_s_own_number_follows_where_the_contact_has_none(desk, family):
    nav = desk.do(add_service, ServiceDraft(name="Nav", phone="55 55 33 33"))
    taken_over(desk, family, nav)
    desk.do(edit_service, nav, ServiceDraft(name="Nav", phone="55 55 44 44"))
    assert only(desk, family).phone == "55 55 44 44"


def test_a_coordinator_edits_the_register_and_counts_only_the_families_she_may_see(desk, story, family):
    berit = desk.as_staff(story.staff("Berit Fjell"), "Berit Fjell", Role.COORDINATOR)
    bup = berit.do(add_service, ServiceDraft(name="BUP Ålesund"))
    taken_over(desk, family, bup)
    assert [row.families for row in register(desk)] == [1]
    assert [row.families for row in register(berit)] == [0]
    assert [row.name for row in berit.read(service_hits, berit.staff_id, "ales")] == ["BUP Ålesund"]
    assert berit.read(service_hits, berit.staff_id, " ") == ()
    tor = desk.as_staff(story.staff("Tor Vik", roles="auditor"), "Tor Vik", Role.AUDITOR)
    with pytest.raises(Refusal, match="role_missing"):
        tor.do(end_service, bup)
