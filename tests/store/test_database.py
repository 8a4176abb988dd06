# SPDX-License-Identifier: MIT
"""Units of work: kept whole or not at all, told to listeners, and guarded against damage."""

from datetime import date
from threading import Thread

import pytest
from sqlalchemy import update
from sqlmodel import select

from models.records.family import Family
from models.records.listing import FamilyListing
from models.records.person import Person, PersonKind
from models.records.staff import Staff
from models.store.changes import BulkWrite, expect_version
from models.values.changes import ChangeKind
from models.values.refusal import Refusal
from models.values.trouble import Trouble


def _family_names(session):
    return session.exec(select(Family.name).order_by(Family.name)).all()


def _rename(session, act, family_id, name):
    session.get(Family, family_id).name = name


def test_a_child_and_its_family_can_be_registered_in_one_unit(desk):
    def register(session, act):
        family = Family(name="Hansen", opened_on=act.today)
        session.add(Person(family_id=family.id, kind=PersonKind.CHILD, given_name="Emma"))
        session.add(family)
        return family.id

    family_id = desk.do(register)
    assert desk.read(lambda session: session.get(FamilyListing, family_id).children) == "Emma"


def test_an_act_that_fails_leaves_nothing_and_tells_nobody(desk, database):
    heard = []
    database.on_change(heard.append)

    def fail(session, act):
        session.add(Family(name="Hansen", opened_on=act.today))
        session.flush()
        raise Refusal("refusal.role_missing")

    with pytest.raises(Refusal):
        desk.do(fail)
    assert desk.read(_family_names) == []
    assert heard == []


def test_listeners_hear_what_a_unit_touched_and_of_which_family(desk, story, database):
    family = story.family("Hansen")
    heard = []
    database.on_change(heard.append)
    family.child("Emma")
    (changes,) = heard
    assert changes.touches(Person, FamilyListing)
    assert not changes.touches(Family, Staff)
    assert changes.touches_family(family.id)


def test_setting_the_same_value_is_no_change(desk, story, database):
    family = story.family("Hansen")
    heard = []
    database.on_change(heard.append)
    desk.do(_rename, family.id, "Hansen")
    assert heard == []
    assert desk.read(lambda session: session.get(Family, family.id).version) == 1


def test_each_unit_that_changes_a_record_counts_its_version_once(desk, story):
    family = story.family("Hansen")

    def rename_twice(session, act):
        _rename(session, act, family.id, "Olsen")
        session.flush()
        _rename(session, act, family.id, "Berg")

    desk.do(rename_twice)
    assert desk.read(lambda session: session.get(Family, family.id).version) == 2


def test_saving_over_a_record_that_somebody_changed_is_refused(desk, story):
    family = story.family("Hansen")
    desk.do(_rename, family.id, "Olsen")

    def save(session, act):
        expect_version(session.get(Family, family.id), 1)

    with pytest.raises(Refusal) as refused:
        desk.do(save)
    assert refused.value.key == "refusal.changed_since_opened"


def test_a_record_knows_when_it_was_made(desk, story, clock):
    family = story.family("Hansen")
    assert desk.read(lambda session: session.get(Family, family.id).created_at) == clock()


def test_a_child_that_moves_is_heard_of_in_both_families(desk, story, database):
    old, new = story.family("Hansen").child("Emma"), story.family("Olsen")
    heard = []
    database.on_change(heard.append)

    def move(session, act):
        session.get(Person, old.children[0]).family_id = new.id

    desk.do(move)
    assert heard[0].touches_family(old.id)
    assert heard[0].touches_family(new.id)
    assert desk.read(lambda session: session.get(FamilyListing, old.id).children) == ""


def test_removing_a_record_is_told(desk, story, database):
    family = story.family("Hansen").child("Emma")
    heard = []
    database.on_change(heard.append)
    desk.do(lambda session, act: session.delete(session.get(Person, family.children[0])))
    kinds = {change.kind for change in heard[0].changes if change.record is Person}
    assert kinds == {ChangeKind.REMOVED}


def test_a_bulk_statement_is_stopped(desk, story):
    story.family("Hansen")
    with pytest.raises(BulkWrite):
        desk.do(lambda session, act: session.execute(update(Family).values(name="alle")))
    assert desk.read(_family_names) == ["Hansen"]


def test_a_query_cannot_write(desk, story):
    family = story.family("Hansen")

    def sneak(session):
        session.get(Family, family.id).name = "Olsen"
        session.flush()

    with pytest.raises(BulkWrite):
        desk.read(sneak)


def test_a_record_of_a_family_that_is_not_there_is_not_kept(desk, act, today):
    with pytest.raises(Exception, match="FOREIGN KEY"):
        desk.do(lambda session, act: session.add(Person(family_id=act.staff_id, kind=PersonKind.CHILD)))
    assert desk.read(lambda session: session.exec(select(Person.id)).all()) == []


def test_many_threads_may_write_at_once_and_nothing_is_lost(desk, story):
    def register(name):
        for number in range(5):
            story.family(f"{name}{number}")

    threads = [Thread(target=register, args=(letter,)) for letter in "ABCD"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(desk.read(_family_names)) == 20


def test_the_file_is_not_readable_without_the_key(database):
    head = (database.folder / "vault.db").read_bytes()[:16]
    assert not head.startswith(b"SQLite format 3")


def test_a_vault_that_was_moved_while_open_takes_no_more_writing(desk, story, database):
    database.folder.rename(database.folder.with_name("elsewhere"))
    with pytest.raises(Trouble) as trouble:
        story.family("Hansen")
    assert trouble.value.key == "trouble.vault_moved"


def test_dates_come_back_as_they_were_given(desk, story):
    family = story.family("Hansen").child("Emma", born_on=date(2020, 2, 29))
    born = desk.read(lambda session: session.get(Person, family.children[0]).born_on)
    assert born == date(2020, 2, 29)
