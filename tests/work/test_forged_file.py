# SPDX-License-Identifier: MIT
"""A hand-over file by somebody who signs rightly and lies: what is finished here stands, and no value stops a list."""

import json
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from models.records.appointment import CoordinatorAppointment
from models.records.assessment import CoordinatorKind
from models.records.document import Document, DocumentContent
from models.records.family import Family
from models.records.note import ContactNote
from models.records.person import Person
from models.records.staff import Staff
from models.store import identity
from models.store.age_file import address_of, opened_with_key, sealed_to_key
from models.store.belonging import digest, kinds
from models.store.handover_archive import listed_parts, packed, unpacked
from models.values.ids import new_id
from models.work.handover_compare import ENDED
from models.work.handover_preview import look_against
from models.work.handover_reading import open_file
from tests.work.vault_pair import PAPER, edit, full_family, pair, refused, rows


@pytest.fixture
def sides(empty_vault, tmp_path, clock):
    made = pair(empty_vault, tmp_path, clock)
    yield made
    for side in made:
        side.database.close()


def forged(sender, receiver, sealed, table, content=None, **values):
    """The same file with other values in every row of a table, as newer than what stood there."""
    own = receiver.desk.read(identity.own_identity).opening
    package = unpacked(opened_with_key(sealed, own))
    parts = dict(package.parts)
    path = next(name for name in parts if name.startswith("families/"))
    family = json.loads(parts[path])
    for row in family["rows"][table]:
        if content:
            parts[row["values"]["content"]] = content
        row["values"].update(values)
        row["states"] = [state_of(kinds()[table], row["values"], parts), *row["states"]]
    parts[path] = json.dumps(family).encode()
    told = package.manifest.model_dump(mode="json") | {"parts": [part.model_dump() for part in listed_parts(parts)]}
    manifest = SimpleNamespace(model_dump_json=lambda: json.dumps(told))
    signing = bytes.fromhex(sender.desk.read(identity.own_identity).signing)
    return sealed_to_key(packed(manifest, parts, signing), address_of(own))


def state_of(kind, values, parts):
    """The fingerprint of a row as its receiver takes it."""
    row = kind.record.model_validate({**values, **{name: parts[values[name]] for name in kind.contents}}).model_dump()
    moments = {name: one.astimezone(UTC) for name, one in row.items() if isinstance(one, datetime)}
    return digest(kind, row | moments)


def returned(here, there):
    """A family that went there, and the file it comes home in."""
    family = full_family(here)
    there.take(there.open(here.send(there, family.id)))
    return family, there.send(here, family.id)


def test_no_file_puts_other_bytes_in_place_of_a_finished_paper(sides):
    here, there = sides
    _, back = returned(here, there)
    arrived = here.open(forged(there, here, back, "documentcontent", content=b"%PDF-1.7 et annet brev"))
    told = refused(here.desk.read, look_against, here.desk.staff_id, arrived.families[0], None)
    assert "transfer.trouble.paper_altered" in told
    assert {one["content"] for one in rows(here, DocumentContent)} == {PAPER}


def test_another_title_on_a_finished_paper_is_a_choice_of_the_receiver(sides):
    here, there = sides
    _, back = returned(here, there)
    arrived = here.open(forged(there, here, back, "document", title="Et annet brev"))
    against = here.desk.read(look_against, here.desk.staff_id, arrived.families[0], None)
    assert [(one.ours, one.theirs) for one in against.conflicts] == [("Foreløpig svar", "Et annet brev")]
    here.take(arrived)
    assert "Foreløpig svar" in {one["title"] for one in rows(here, Document)}


def test_no_file_puts_other_words_in_a_note_unasked(sides):
    here, there = sides
    _, back = returned(here, there)
    arrived = here.open(forged(there, here, back, "contactnote", text="Mor takket nei"))
    against = here.desk.read(look_against, here.desk.staff_id, arrived.families[0], None)
    assert [(one.ours, one.theirs) for one in against.conflicts] == [("Snakket om skole", "Mor takket nei")]
    here.take(arrived)
    assert {one["text"] for one in rows(here, ContactNote)} == {"Snakket om skole"}


def test_a_note_that_was_followed_up_there_is_followed_up_here(sides):
    here, there = sides
    _, back = returned(here, there)
    done = f"{here.story.today}"
    here.take(here.open(forged(there, here, back, "contactnote", next_done_on=done)))
    assert {f"{one['next_done_on']}" for one in rows(here, ContactNote)} == {done}


def test_what_was_written_here_since_the_family_was_sent_is_a_choice_whatever_the_file_says_it_has_been(sides):
    here, there = sides
    family, _ = returned(here, there)
    edit(here, Person, family.children[0], school="Mellomvik skole")
    edit(there, Person, family.children[0], school="Mellomvik skole")
    back = there.send(here, family.id)
    arrived = here.open(forged(there, here, back, "person", school="Et annet sted"))
    against = here.desk.read(look_against, here.desk.staff_id, arrived.families[0], None)
    assert ("Mellomvik skole", "Et annet sted") in {(one.ours, one.theirs) for one in against.conflicts}
    here.take(arrived)
    assert "Mellomvik skole" in {one["school"] for one in rows(here, Person)}


def test_no_finished_paper_becomes_a_draft_again_unasked(sides):
    here, there = sides
    _, back = returned(here, there)
    arrived = here.open(forged(there, here, back, "document", state="draft"))
    here.take(arrived)
    assert {one["state"].value for one in rows(here, Document)} == {"final"}


def test_no_file_writes_or_coordinates_in_the_name_of_somebody_here(sides):
    here, there = sides
    family, _ = returned(here, there)
    there.story.add(
        CoordinatorAppointment(
            family_id=family.id,
            staff_id=here.desk.staff_id,
            kind=CoordinatorKind.COORDINATOR,
            from_on=here.story.today,
        )
    )
    back = there.send(here, family.id)
    here.take(here.open(forged(there, here, back, "contactnote", id=str(new_id()), text="Aldri skrevet")))
    names = {one["id"]: one for one in rows(here, Staff)}
    written = {one["text"]: names[one["author_id"]] for one in rows(here, ContactNote)}
    assert written["Snakket om skole"]["id"] == here.desk.staff_id
    assert not written["Aldri skrevet"]["active"]
    assert written["Aldri skrevet"]["service"] == "Fjellvik kommune"
    (appointed,) = rows(here, CoordinatorAppointment)
    assert not names[appointed["staff_id"]]["active"]
    assert appointed["ended_reason"] == ENDED


def test_an_author_here_stays_the_author_when_a_newer_record_comes(sides):
    here, there = sides
    _, back = returned(here, there)
    kari = str(there.desk.staff_id)
    done = f"{here.story.today}"
    here.take(here.open(forged(there, here, back, "contactnote", next_done_on=done, author_id=kari)))
    assert {one["author_id"] for one in rows(here, ContactNote)} == {here.desk.staff_id}


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("contactnote", {"at": "0001-01-01T00:00:00Z"}),
        ("contactnote", {"at": "9999-12-31T23:59:59Z"}),
        ("person", {"born_on": "9999-12-31"}),
        ("enquiry", {"received_on": "9999-12-31"}),
        ("document", {"pages": 10**30}),
        ("document", {"pages": -1}),
        ("person", {"given_name": "Em\0ma"}),
        ("family", {"binned_at": "2026-01-01T00:00:00Z"}),
    ],
)
def test_values_that_nobody_can_have_written_refuse_the_whole_file(sides, table, values):
    here, there = sides
    family = full_family(here)
    sealed = forged(here, there, here.send(there, family.id), table, **values)
    assert "transfer.trouble.damaged" in refused(there.desk.read, open_file, sealed)
    assert rows(there, Family) == []
