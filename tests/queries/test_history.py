# SPDX-License-Identifier: MIT
"""The history of a family as people read it, and the list of who has seen it."""

from uuid import UUID

from models.queries.history import family_access, family_history, record_history
from models.records.person import Person
from models.store.meaning import note
from models.values.act import Role
from models.work.open_family import log_opening

BERIT = UUID("018f0000-0000-7000-8000-000000000002")


def _give_phone(session, act, person_id, phone):
    session.get(Person, person_id).phone = phone


def test_a_family_tells_everything_that_was_written_in_it_newest_first(desk, story):
    family = story.family("Hansen").adult("Kari", phone="")
    story.family("Olsen")
    desk.do(_give_phone, family.adults[0], "99 99 99 99")
    rows = desk.read(family_history, family.id)
    assert [(row.what, row.record) for row in rows] == [("edited", "person"), ("added", "person"), ("added", "family")]
    (change,) = rows[0].changes
    assert (change.field, change.before, change.after) == ("phone", "", "99 99 99 99")
    assert "coordinator" in rows[0].roles


def test_a_long_history_is_read_a_page_at_a_time(desk, story):
    family = story.family("Hansen").adult("Kari")
    for number in range(3):
        desk.do(_give_phone, family.adults[0], str(number))
    rows = desk.read(family_history, family.id)
    rest = desk.read(family_history, family.id, before=rows[1].n)
    assert rest == rows[2:]


def test_one_record_tells_only_of_itself(desk, story):
    family = story.family("Hansen").adult("Kari").child("Emma")
    rows = desk.read(record_history, family.children[0])
    assert {row.object_id for row in rows} == {family.children[0]}


def test_a_family_is_logged_as_opened_once_a_person_and_sitting(desk, story):
    family = story.family("Hansen")
    berit = desk.as_staff(BERIT, "Berit Fjell", Role.COORDINATOR)
    story.staff("Berit Fjell", id=BERIT)
    for who in (desk, desk, berit.because("Vikarierer"), desk):
        who.do(log_opening, family.id)
    assert [row.name for row in desk.read(family_access, family.id)] == ["Berit Fjell", "Ingrid Bakken"]


def test_a_new_sitting_is_a_new_line(desk, story, clock):
    family = story.family("Hansen")
    desk.do(log_opening, family.id)
    desk.do(note, "vault.opened")
    desk.do(log_opening, family.id)
    clock.forward(hours=13)
    desk.do(log_opening, family.id)
    assert len(desk.read(family_access, family.id)) == 3


def test_another_reason_is_a_new_line(desk, story):
    family = story.family("Hansen")
    desk.do(log_opening, family.id)
    desk.because("vikar for Berit").do(log_opening, family.id)
    assert [row.reason for row in desk.read(family_access, family.id)] == ["vikar for Berit", ""]


def test_reveals_and_prints_stand_in_the_access_log_and_writes_do_not(desk, story):
    family = story.family("Hansen").child("Emma")
    desk.do(note, "address.revealed", family_id=family.id, object_id=family.children[0], reason="skal sende brev")
    (row,) = desk.read(family_access, family.id)
    assert (row.what, row.object_id, row.reason) == ("address.revealed", family.children[0], "skal sende brev")
