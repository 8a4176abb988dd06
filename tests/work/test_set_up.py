# SPDX-License-Identifier: MIT
"""The first day, and who may change the municipality and its staff afterwards."""

import pytest
from sqlmodel import select

from models.queries.families import family_rows
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import CoordinatorKind
from models.records.municipality import Municipality
from models.records.staff import Staff
from models.values.act import Role
from models.values.refusal import Refusal
from models.work.edit_staff import OwnDraft, StaffDraft, add_staff, edit_own_details, edit_staff
from models.work.set_up import MunicipalityDraft, edit_municipality, set_up


def everything(session, kind):
    return [record.model_dump() for record in session.exec(select(kind)).all()]


def test_the_first_person_gets_every_role_in_a_small_municipality(tmp_path, clock):
    from models.store.schema import create_database
    from models.values.ids import new_id
    from tests.conftest import Desk, vault_key

    database = create_database(tmp_path, vault_key())
    desk = Desk(database, clock, staff_id=new_id(), roles=frozenset(Role))
    assert desk.do(set_up, MunicipalityDraft(name="Mellomvik"), StaffDraft(name="Kari Nordvik")) == desk.staff_id
    (staff,) = desk.read(everything, Staff)
    assert (staff["id"], set(staff["roles"].split(","))) == (desk.staff_id, {role.value for role in Role})
    with pytest.raises(Refusal):
        desk.do(set_up, MunicipalityDraft(name="Mellomvik"), StaffDraft(name="Kari Nordvik"))
    database.close()


def test_a_practice_vault_stays_one(desk, story):
    story.municipality()
    desk.do(edit_municipality, MunicipalityDraft(name="Nyvik kommune", language="nn", practice=False))
    (municipality,) = desk.read(everything, Municipality)
    assert (municipality["name"], municipality["practice"]) == ("Nyvik kommune", True)


def test_only_an_administrator_gives_roles(desk, story):
    berit = story.staff("Berit Fjell", roles="coordinating_unit")
    unit = desk.as_staff(berit, "Berit Fjell", Role.COORDINATING_UNIT)
    unit.do(add_staff, StaffDraft(name="Tor Vik"))
    with pytest.raises(Refusal):
        unit.do(add_staff, StaffDraft(name="Tor Vik", roles=frozenset({Role.ADMINISTRATOR})))


def test_somebody_must_always_be_able_to_administer(desk):
    with pytest.raises(Refusal):
        desk.do(edit_staff, desk.staff_id, StaffDraft(name="Ingrid Bakken", roles=frozenset({Role.COORDINATOR})))


def test_families_are_found_by_their_coordinators_new_name(desk, story):
    tor = story.staff("Tor Vik")
    family = story.family("Berg").child("Bo")
    story.add(
        CoordinatorAppointment(
            family_id=family.id, staff_id=tor, kind=CoordinatorKind.CHILD_COORDINATOR, from_on=story.today
        )
    )
    desk.do(edit_staff, tor, StaffDraft(name="Tor Helge Fjell", roles=frozenset({Role.COORDINATOR})))
    found = desk.read(family_rows, desk.staff_id, desk.today(), "fjell")
    assert [row.coordinator for row in found.rows] == ["Tor Helge Fjell"]


def test_everybody_keeps_her_own_telephone_right_but_not_her_roles(desk, story):
    berit = story.staff("Berit Fjell")
    herself = desk.as_staff(berit, "Berit Fjell", Role.COORDINATOR)
    herself.do(edit_own_details, OwnDraft(name="Berit Fjell", phone="57 00 00 42"), 1)
    found = next(one for one in desk.read(everything, Staff) if one["id"] == berit)
    assert (found["phone"], found["roles"]) == ("57 00 00 42", "coordinator")
    with pytest.raises(Refusal, match="role_missing"):
        herself.do(edit_staff, berit, StaffDraft(name="Berit Fjell", roles=frozenset(Role)))
