# SPDX-License-Identifier: MIT
"""Two families that are one become one and can be parted again; a child moves without its old family's papers."""

from datetime import date

import pytest
from sqlmodel import select

from models.queries.families import family_rows
from models.records.enquiry import Enquiry
from models.records.family import Family, FamilyState
from models.records.person import Person
from models.values.refusal import Refusal
from models.work.edit_family import FamilyEditDraft, edit_family
from models.work.merge_families import MergeDraft, merge_families, undo_merge
from models.work.move_child import MoveChildDraft, move_child


def one(session, kind, id):
    return session.get(kind, id).model_dump()


def belonging(session, kind, family_id):
    return sorted(str(record.id) for record in session.exec(select(kind).where(kind.family_id == family_id)).all())


def names(desk, text=""):
    return [row.name for row in desk.read(family_rows, desk.staff_id, desk.today(), text).rows]


@pytest.fixture
def two(story):
    kept = story.family("Haugen").child("Emil", born_on=date(2009, 4, 14)).adult("Anne")
    double = story.family("Haugen Berg").child("Emil", born_on=date(2009, 4, 14)).enquiry().assessment()
    return kept, double


def test_everything_moves_to_the_family_that_goes_on(desk, two):
    kept, double = two
    desk.do(merge_families, MergeDraft(keep_id=kept.id, merge_id=double.id, reason="Samme barn, registrert to ganger"))
    assert len(desk.read(belonging, Person, kept.id)) == 3
    assert desk.read(belonging, Enquiry, double.id) == []
    merged = desk.read(one, Family, double.id)
    assert (merged["state"], merged["merged_into_id"]) == (FamilyState.MERGED, kept.id)
    assert names(desk) == ["Haugen"]


def test_a_merge_can_be_undone(desk, two):
    kept, double = two
    before = desk.read(belonging, Person, double.id), desk.read(belonging, Enquiry, double.id)
    merge_id = desk.do(merge_families, MergeDraft(keep_id=kept.id, merge_id=double.id, reason="Dobbelt"))
    desk.do(undo_merge, merge_id)
    assert (desk.read(belonging, Person, double.id), desk.read(belonging, Enquiry, double.id)) == before
    assert desk.read(one, Family, double.id)["state"] is FamilyState.OPEN
    assert names(desk) == ["Haugen", "Haugen Berg"]
    with pytest.raises(Refusal):
        desk.do(undo_merge, merge_id)


def test_a_merged_family_is_not_worked_with(desk, two):
    kept, double = two
    desk.do(merge_families, MergeDraft(keep_id=kept.id, merge_id=double.id, reason="Dobbelt"))
    with pytest.raises(Refusal):
        desk.do(edit_family, double.id, FamilyEditDraft(name="Haugen"))
    with pytest.raises(Refusal):
        desk.do(merge_families, MergeDraft(keep_id=kept.id, merge_id=kept.id, reason="Dobbelt"))


def test_a_child_moves_and_the_papers_stay(desk, two):
    kept, double = two
    child = double.children[0]
    desk.do(move_child, MoveChildDraft(person_id=child, family_id=kept.id, reason="Bor hos far"))
    assert desk.read(one, Person, child)["family_id"] == kept.id
    assert len(desk.read(belonging, Enquiry, double.id)) == 1
    rows = {row.name: len(row.children) for row in desk.read(family_rows, desk.staff_id, desk.today()).rows}
    assert rows == {"Haugen": 2, "Haugen Berg": 0}


def test_a_child_cannot_move_to_where_it_is_nor_an_adult_at_all(desk, two):
    kept, double = two
    with pytest.raises(Refusal):
        desk.do(move_child, MoveChildDraft(person_id=kept.children[0], family_id=kept.id, reason="prøve"))
    with pytest.raises(Refusal):
        desk.do(move_child, MoveChildDraft(person_id=kept.adults[0], family_id=double.id, reason="prøve"))
