# SPDX-License-Identifier: MIT
"""Two municipalities with a real vault each, and the file that goes between them."""

import shutil
from uuid import UUID

import pytest
from sqlmodel import select

from models.records.document import Document, DocumentContent, DocumentKind, DocumentState
from models.records.note import ContactNote
from models.store.belonging import kinds, rows_of, said
from models.store.database import Database
from models.values.letter import PrintedLetter
from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from models.work.hand_over import HandOverDraft, Way, Whereto, check_hand_over, hand_over, sealed_file
from models.work.handover_preview import look_against
from models.work.handover_reading import open_file, own_address
from models.work.take_in import FamilyChoice, TakeInDraft, take_in
from tests.conftest import ROLES, STAFF_ID, Desk, vault_key
from tests.story import Story

OTHER_ID = UUID("018f0000-0000-7000-8000-000000000002")
PAPER = b"%PDF-1.7 et brev"


class Side:
    """One municipality: its desk, its story, its key."""

    def __init__(self, desk):
        self.database, self.desk, self.story = desk.database, desk, Story(desk)

    @property
    def key(self):
        return self.desk.do(own_address)

    def send(self, other, *family_ids, **values):
        """The bytes of a file to the other side's key."""
        draft = {
            "receiver_name": "Kari Nordvik",
            "whereto": Whereto.OUTSIDE,
            "receiver_municipality": "Fjellvik kommune",
            "consent_on": self.story.today,
            "consent_told": "Mor, i møte",
            "way": Way.KEY,
            "receiver_key": other.key,
            **values,
        }
        written = []
        self.desk.do(hand_over, self.seal(family_ids, HandOverDraft(**draft)), written.append)
        return written[0]

    def seal(self, family_ids, draft):
        """The file as it is before it is written and logged."""
        sender = self.desk.do(check_hand_over, family_ids, draft)
        return self.desk.read(sealed_file, sender, family_ids, draft)

    def open(self, sealed, words=""):
        return self.desk.read(open_file, sealed, words)

    def take(self, arrived, target=None, theirs=(), skip=(), papers=None):
        """Accept everything but `skip`; gives the receipt."""
        choices = [self.choice(one, target, theirs, skip) for one in arrived.families]
        draft = TakeInDraft(responsible_id=self.desk.staff_id, choices=tuple(choices))
        return self.desk.do(take_in, arrived, draft, papers or {})

    def holds(self, family_id):
        """Everything this side holds of a family in view, as it is said there."""

        def read(session):
            return {
                (name, row[kinds()[name].key]): said(kinds()[name], row)
                for name, found in rows_of(session, family_id).items()
                for row in found
            }

        return self.desk.read(read)

    def choice(self, family, target, theirs, skip):
        if family.told.id in skip:
            return FamilyChoice(family_id=family.told.id, how="skip")
        against = self.desk.read(look_against, self.desk.staff_id, family, target)
        seen = frozenset(one.key for one in against.conflicts)
        chosen = frozenset(key for key in seen if key.rpartition("/")[2] in theirs)
        return FamilyChoice(family_id=family.told.id, target_id=target, theirs=chosen, seen=seen)


def full_family(side, name="Hansen", **child):
    """A family with something of most kinds: wish, assessment, notes with a step to follow up, a letter with bytes."""
    family = side.story.family(name).child("Emma", national_id="01811899999", **child).adult("Kari", phone="41234567")
    family.enquiry(received_by_id=side.desk.staff_id).assessment()
    note = ContactNote(
        family_id=family.id,
        at=side.desk.clock(),
        with_whom="mor",
        text="Snakket om skole",
        author_id=side.desk.staff_id,
    )
    note.next_on = side.story.today
    side.story.add(note)
    paper = Document(
        family_id=family.id, kind=DocumentKind.INTERIM_REPLY, state=DocumentState.FINAL, title="Foreløpig svar"
    )
    side.story.add(paper)
    side.desk.do(lambda session, act: session.add(DocumentContent(document_id=paper.id, content=PAPER)))
    return family


def side(folder, clock, staff_id, name, municipality):
    """A side with a vault of its own in this folder."""
    made = Side(Desk(Database(folder, vault_key()), clock, staff_id, name, ROLES))
    if staff_id != STAFF_ID:
        made.story.staff(name, id=staff_id, roles=",".join(sorted(ROLES)))
    made.story.municipality(name=municipality)
    return made


def pair(empty_vault, tmp_path, clock):
    """Sender and receiver."""
    sides = []
    for place, (id, name, municipality) in enumerate(
        [(STAFF_ID, "Ingrid Bakken", "Mellomvik kommune"), (OTHER_ID, "Kari Nordvik", "Fjellvik kommune")]
    ):
        folder = tmp_path / f"vault{place}"
        shutil.copytree(empty_vault, folder)
        sides.append(side(folder, clock, id, name, municipality))
    return sides


def paper(arrived):
    """A history on paper for each family."""
    return {one.told.id: PrintedLetter("Historikk", PAPER, 1, "1") for one in arrived.families}


def rows(side, record):
    return side.desk.read(lambda session: [one.model_dump() for one in session.exec(select(record)).all()])


def edit(side, record, id, **values):
    def change(session, act):
        found = session.get_one(record, id)
        for name, value in values.items():
            setattr(found, name, value)

    side.desk.do(change)


def refused(act, *args, **values):
    with pytest.raises((Refusal, Refusals, Trouble)) as caught:
        act(*args, **values)
    error = caught.value
    return {one.key: one for one in error.refusals} if isinstance(error, Refusals) else {error.key: error}
