# SPDX-License-Identifier: MIT
"""What comes of a family that is here already: the same file twice, a family that comes home, a known child."""

from datetime import timedelta

import pytest

from models.queries.family import family_sheet
from models.queries.transfers import transfers_of, waiting_for_receipt
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import CoordinatorKind
from models.records.family import Family, FamilyState
from models.records.note import ContactNote
from models.records.person import Person, PersonKind
from models.records.vault_identity import KnownSender
from models.values.refusal import Refusal
from models.work.hand_over import enter_receipt
from models.work.handover_compare import ENDED
from models.work.handover_preview import Standing, look_against, look_in
from models.work.take_in import TakeInDraft, take_in
from tests.work.vault_pair import edit, full_family, pair, refused, rows


@pytest.fixture
def sides(empty_vault, tmp_path, clock):
    made = pair(empty_vault, tmp_path, clock)
    yield made
    for side in made:
        side.database.close()


def test_the_same_file_again_changes_nothing(sides):
    here, there = sides
    family = full_family(here)
    sealed = here.send(there, family.id)
    first = there.take(there.open(sealed))
    before = rows(there, ContactNote), rows(there, Person), len(there.desk.read(transfers_of, family.id))
    assert there.take(there.open(sealed)) == first
    assert (rows(there, ContactNote), rows(there, Person), len(there.desk.read(transfers_of, family.id))) == before


def test_a_family_that_comes_home_brings_what_was_written_there(sides):
    here, there = sides
    family = full_family(here)
    code = there.take(there.open(here.send(there, family.id)))
    here.desk.do(enter_receipt, here.desk.read(waiting_for_receipt, family.id).id, code)
    edit(there, Person, family.children[0], school="Fjellvik skole")
    there.story.add(ContactNote(family_id=family.id, at=there.desk.clock(), text="Ny", author_id=there.desk.staff_id))
    back = here.open(there.send(here, family.id))
    against = here.desk.read(look_against, here.desk.staff_id, back.families[0], None)
    assert against.conflicts == ()
    assert [(one.about, one.field, one.theirs) for one in against.taken] == [
        ("Emma Hansen", "school", "Fjellvik skole")
    ]
    here.take(back)
    assert here.desk.read(family_sheet, family.id).state is FamilyState.OPEN
    assert {one["school"] for one in rows(here, Person)} == {"", "Fjellvik skole"}
    assert {one["text"] for one in rows(here, ContactNote)} == {"Snakket om skole", "Ny"}
    assert {one["author_id"] for one in rows(here, ContactNote)} >= {here.desk.staff_id}


def test_what_both_changed_is_chosen_field_by_field(sides):
    here, there = sides
    family = full_family(here)
    there.take(there.open(here.send(there, family.id)))
    edit(there, Person, family.children[0], school="Fjellvik skole", note="deres")
    edit(here, Person, family.children[0], school="Mellomvik skole", note="vår")
    back = here.open(there.send(here, family.id))
    against = here.desk.read(look_against, here.desk.staff_id, back.families[0], None)
    assert {(one.field, one.ours, one.theirs) for one in against.conflicts} == {
        ("school", "Mellomvik skole", "Fjellvik skole"),
        ("note", "vår", "deres"),
    }
    here.take(back, theirs=("school",))
    child = next(one for one in rows(here, Person) if one["id"] == family.children[0])
    assert (child["school"], child["note"]) == ("Fjellvik skole", "vår")


def test_fields_nobody_has_seen_are_not_settled(sides):
    here, there = sides
    family = full_family(here)
    there.take(there.open(here.send(there, family.id)))
    edit(there, Person, family.children[0], school="Fjellvik skole")
    back = here.open(there.send(here, family.id))
    choice = here.choice(back.families[0], None, (), ())
    edit(here, Person, family.children[0], school="Mellomvik skole")
    draft = TakeInDraft(responsible_id=here.desk.staff_id, choices=(choice,))
    assert "transfer.refused.look_again" in refused(here.desk.do, take_in, back, draft, {})


def test_the_same_child_under_another_number_is_taken_into_the_family_here(sides):
    here, there = sides
    family, mine = (
        full_family(here),
        there.story.family("Hansen").child("Emma", national_id="01811899999", school="Vår"),
    )
    arrived = there.open(here.send(there, family.id))
    look = there.desk.read(look_in, there.desk.staff_id, arrived)
    assert [one.family_id for one in look.families[0].duplicates] == [mine.id]
    there.take(arrived, target=mine.id)
    assert [one["id"] for one in rows(there, Family)] == [mine.id]
    assert sorted(one["given_name"] for one in rows(there, Person)) == ["Emma", "Kari"]
    assert {one["school"] for one in rows(there, Person)} == {"Vår", ""}


def test_what_was_thrown_away_here_stays_in_the_bin(sides):
    here, there = sides
    family = full_family(here)
    there.take(there.open(here.send(there, family.id)))
    edit(there, Person, family.adults[0], binned_at=there.desk.clock())
    edit(here, Person, family.adults[0], note="ny")
    there.take(there.open(here.send(there, family.id)))
    assert [one["given_name"] for one in rows(there, Person)] == ["Emma"]
    edit(there, Family, family.id, binned_at=there.desk.clock())
    again = there.open(here.send(there, family.id))
    assert there.desk.read(look_in, there.desk.staff_id, again).families[0].standing is Standing.BARRED
    with pytest.raises(Refusal, match=r"transfer\.refused\.binned_here"):
        there.take(again)


def test_what_lies_in_the_bin_does_not_leave(sides):
    here, there = sides
    family = full_family(here)
    edit(here, Person, family.adults[0], binned_at=here.desk.clock())
    note = rows(here, ContactNote)[0]
    edit(here, ContactNote, note["id"], binned_at=here.desk.clock())
    arrived = there.open(here.send(there, family.id))
    assert "Snakket om skole" not in repr(arrived)
    assert [row.values["given_name"] for row in arrived.families[0].rows["person"]] == ["Emma"]


def test_a_file_that_uses_the_numbers_of_something_else_is_refused_whole(sides):
    here, there = sides
    family = full_family(here)
    sealed = here.send(there, family.id)
    there.story.family("Berg").child("Ola", id=family.children[0])
    before = rows(there, Person)
    assert "transfer.trouble.ids_taken" in refused(there.desk.read, look_in, there.desk.staff_id, there.open(sealed))
    assert "transfer.trouble.ids_taken" in refused(there.take, there.open(sealed))
    assert rows(there, Person) == before
    assert len(rows(there, Family)) == 1


def test_whoever_coordinated_goes_on_when_the_family_comes_home(sides):
    here, there = sides
    family = full_family(here)
    here.story.add(
        CoordinatorAppointment(
            family_id=family.id,
            staff_id=here.desk.staff_id,
            kind=CoordinatorKind.COORDINATOR,
            from_on=here.story.today - timedelta(days=9),
        )
    )
    there.take(there.open(here.send(there, family.id)))
    assert rows(there, CoordinatorAppointment)[0]["ended_reason"] == ENDED
    here.take(here.open(there.send(here, family.id)))
    (kept,) = rows(here, CoordinatorAppointment)
    assert (kept["to_on"], kept["ended_reason"]) == (None, "")


def test_a_known_municipality_under_another_key_is_told(sides):
    here, there = sides
    there.take(there.open(here.send(there, full_family(here).id)))
    known = rows(there, KnownSender)[0]
    edit(there, KnownSender, known["id"], public="00" * 32)
    arrived = there.open(here.send(there, full_family(here, "Berg", born_on=None).id))
    assert there.desk.read(look_in, there.desk.staff_id, arrived).other_key == "Mellomvik kommune"


def test_two_of_the_same_name_stay_two_when_the_family_comes_home(sides):
    here, there = sides
    family = full_family(here)
    there.take(there.open(here.send(there, family.id)))
    there.story.add(Person(family_id=family.id, kind=PersonKind.ADULT, given_name="Kari", family_name="Hansen"))
    here.take(here.open(there.send(here, family.id)))
    assert [one["given_name"] for one in rows(here, Person)].count("Kari") == 2
