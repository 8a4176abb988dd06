# SPDX-License-Identifier: MIT
"""Undo and redo in one family across saves, computed from the log alone."""

import random

import pytest
from sqlalchemy import text
from sqlmodel import select

from models.queries.undoable import newest_act, recent_acts, stacks
from models.records.base import Record
from models.records.family import Family
from models.records.person import Person
from models.store.hidden import fetch
from models.values.act import Role
from models.values.refusal import Refusal
from models.work.decide import DeterminationDraft, discard_determination, edit_determination, propose_determination
from models.work.edit_person import WhatMattersDraft, say_what_matters
from models.work.merge_families import MergeDraft, merge_families
from models.work.move_child import MoveChildDraft, move_child
from models.work.register_family import FamilyDraft, register_family
from models.work.undo import redo_act, undo_act
from models.work.write_note import NoteDraft, write_note
from tests.work.random_acts import random_act

UNTOLD = {"version", "binned_at"}


def rows(desk):
    """Every row in view of every kind of record, without version; what lies in the bin is left out."""

    def read(session):
        found = {}
        for kind in Record.__subclasses__():
            for one in session.exec(select(kind)).all():
                found[kind.__name__, one.id] = {k: v for k, v in one.model_dump().items() if k not in UNTOLD}
        return found

    return desk.read(read)


def given_name(desk, person_id):
    return desk.read(lambda session: session.get(Person, person_id).given_name)


def words(desk, person_id, said):
    desk.do(say_what_matters, person_id, WhatMattersDraft(words=said))


def test_an_edit_is_undone_and_done_again(desk, story):
    family = story.family("Hansen").child("Emma")
    words(desk, family.children[0], "fotball")
    before = rows(desk)
    words(desk, family.children[0], "sjakk")
    after = rows(desk)
    desk.do(undo_act, family.id)
    assert rows(desk) == before
    desk.do(redo_act, family.id)
    assert rows(desk) == after


def test_both_the_act_and_its_undoing_stand_in_the_log(desk, story):
    family = story.family("Hansen").child("Emma")
    words(desk, family.children[0], "fotball")
    acted = desk.read(newest_act, family.id, desk.staff_id)
    desk.do(undo_act, family.id)
    logged = desk.read(
        lambda session: session.execute(
            text("SELECT what, object_id FROM auditentry WHERE family_id = :id ORDER BY n DESC LIMIT 3"),
            {"id": family.id.hex},
        ).all()
    )
    assert [what for what, _ in logged] == ["act.undone", "edited", "edited"]
    assert logged[0][1] == acted.hex


def test_a_new_act_forgets_what_could_be_done_again(desk, story):
    family = story.family("Hansen").child("Emma")
    words(desk, family.children[0], "fotball")
    desk.do(undo_act, family.id)
    words(desk, family.children[0], "sjakk")
    with pytest.raises(Refusal) as refused:
        desk.do(redo_act, family.id)
    assert refused.value.key == "undo_refused.nothing_to_redo"


def test_what_a_colleague_has_changed_since_is_not_overwritten(desk, story):
    family = story.family("Hansen").child("Emma")
    words(desk, family.children[0], "fotball")
    berit = desk.as_staff(story.staff("Berit Fjell"), "Berit Fjell", Role.COORDINATING_UNIT)
    words(berit, family.children[0], "sjakk")
    with pytest.raises(Refusal) as refused:
        desk.do(undo_act, family.id)
    assert refused.value.key == "undo_refused.changed_later"


def test_each_person_undoes_only_what_she_did_herself(desk, story):
    family = story.family("Hansen").child("Emma")
    berit = desk.as_staff(story.staff("Berit Fjell"), "Berit Fjell", Role.COORDINATING_UNIT)
    with pytest.raises(Refusal) as refused:
        berit.do(undo_act, family.id)
    assert refused.value.key == "undo_refused.nothing"


def test_an_undone_note_lies_in_the_bin_and_an_old_one_stands(desk, story, clock):
    family = story.family("Hansen").child("Emma")
    desk.do(write_note, family.id, NoteDraft(text="Mor ringte."))
    before = rows(desk)
    desk.do(undo_act, family.id)
    assert len(rows(desk)) == len(before) - 1
    desk.do(redo_act, family.id)
    assert rows(desk) == before
    clock.forward(hours=25)
    with pytest.raises(Refusal) as refused:
        desk.do(undo_act, family.id)
    assert refused.value.key == "undo_refused.old_note"


def test_a_merge_is_undone_by_its_own_inverse_and_done_again(desk, story):
    kept, other = story.family("Hansen").child("Emma"), story.family("Hansen").child("Noah")
    desk.do(merge_families, MergeDraft(keep_id=kept.id, merge_id=other.id, reason="samme familie"))
    desk.do(undo_act, kept.id)
    assert desk.read(lambda session: session.get(Person, other.children[0]).family_id) == other.id
    desk.do(redo_act, kept.id)
    assert desk.read(lambda session: session.get(Person, other.children[0]).family_id) == kept.id


def test_a_moved_child_comes_back_from_either_family(desk, story):
    here, there = story.family("Hansen").child("Emma"), story.family("Moe")
    desk.do(move_child, MoveChildDraft(person_id=here.children[0], family_id=there.id, reason="flyttet"))
    desk.do(undo_act, here.id)
    assert desk.read(lambda session: session.get(Person, here.children[0]).family_id) == here.id
    assert desk.read(stacks, there.id, desk.staff_id).undone == desk.read(stacks, here.id, desk.staff_id).undone


def test_a_discarded_draft_comes_back_whole(desk, story):
    story.municipality()
    family = story.family("Hansen").child("Emma")
    draft = desk.do(propose_determination, family.id)
    desk.do(edit_determination, draft, DeterminationDraft(grounds="Familien trenger hjelp."))
    before = rows(desk)
    desk.do(discard_determination, draft)
    desk.do(undo_act, family.id)
    assert rows(desk) == before


def test_registering_is_not_undone_but_binned(desk, story):
    draft = FamilyDraft(child_given_name="Emma", child_family_name="Hansen")
    family_id = desk.do(register_family, draft)
    with pytest.raises(Refusal) as refused:
        desk.do(undo_act, family_id)
    assert refused.value.key == "undo_refused.family_registered"
    assert desk.read(newest_act, family_id, desk.staff_id) is None


def test_the_list_tells_what_was_done_in_words(desk, story):
    family = story.family("Hansen").child("Emma")
    words(desk, family.children[0], "fotball")
    desk.do(write_note, family.id, NoteDraft(text="Mor ringte."))
    desk.do(undo_act, family.id)
    noted, said, *_ = desk.read(recent_acts, family.id, desk.staff_id)
    assert (noted.undone, noted.told_in("nb"), noted.told_in("nn")) == (True, "Skrev et notat", "Skreiv eit notat")
    assert (said.undone, said.name, said.fields_in("nb")) == (
        False,
        "Emma",
        "hva som er viktig",
    )


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "steps"), [*((seed, 12) for seed in range(6)), (6, 48)])
def test_undoing_all_gives_the_start_and_redoing_all_the_end(desk, story, seed, steps):
    family = story.family("Hansen").child("Emma")
    desk = desk.as_staff(story.staff("Berit Fjell"), "Berit Fjell", Role.COORDINATING_UNIT)
    start, dice = rows(desk), random.Random(seed)
    while (done := len(desk.read(stacks, family.id, desk.staff_id).done)) < steps:
        random_act(desk, family, dice)
    end = rows(desk)
    for _ in range(done):
        desk.do(undo_act, family.id)
    assert rows(desk) == start
    for _ in range(done):
        desk.do(redo_act, family.id)
    assert rows(desk) == end
    for _ in range(done):
        desk.do(undo_act, family.id)
    assert rows(desk) == start


def test_fifty_steps_are_kept(desk, story):
    family = story.family("Hansen").child("Emma")
    for step in range(55):
        words(desk, family.children[0], f"nummer {step}")
    assert len(desk.read(stacks, family.id, desk.staff_id).done) == 50
    for _ in range(50):
        desk.do(undo_act, family.id)
    assert desk.read(lambda session: session.get(Person, family.children[0]).what_matters) == "nummer 4"
    assert desk.read(lambda session: fetch(session, Family, family.id)) is not None
