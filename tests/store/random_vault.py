# SPDX-License-Identifier: MIT
"""A vault in which anything may happen, beside a plain record of what was said to be kept."""

import shutil
import tempfile
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis.stateful import RuleBasedStateMachine
from sqlmodel import select

from models.queries.drafts import drafts
from models.records.document import Document, DocumentContent
from models.records.family import Family, FamilyState
from models.records.note import ContactNote
from models.records.person import Person
from models.store import audit
from models.store.vault import open_vault
from models.values.refusal import Refusal, Refusals
from tests.conftest import STAFF_ID, STAFF_NAME, Clock, Desk
from tests.store.kept import replayed, standing


class Model:
    """What was said to be kept."""

    def __init__(self):
        self.families, self.notes, self.people, self.papers = {}, {}, {}, {}
        self.merged, self.drafts = {}, {}
        self.log_length = 0


class KnownVault(RuleBasedStateMachine):
    """One vault and what is known of it."""

    template: Path

    def __init__(self):
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="random-days-"))
        self.folder = self.place / "vault-0"
        shutil.copytree(self.template, self.folder)
        self.clock, self.model, self.copies = Clock(), Model(), []
        self.passphrases, self.number = {STAFF_NAME: "fire korte norske ord"}, 0
        self.unlock()

    def unlock(self, who=STAFF_NAME):
        self.vault = open_vault(self.folder, bytearray(self.passphrases[who].encode()), now=self.clock)
        self.desk = Desk(self.vault.database, self.clock)
        self.see_that_all_is_there()

    def see_that_all_is_there(self):
        """Everything that was said to be kept, every line of the log, and the rows as the history tells them."""
        with self.vault.database.reading() as session:
            log = audit.verify(session.connection())
            assert log.broken_at is None
            assert log.length >= self.model.log_length
            self.model.log_length = log.length
            assert replayed(session.connection()) == standing(session.connection())
            self.compare(session)

    def compare(self, session):
        model = self.model
        stands = {family.id: (family.name, family.note) for family in session.exec(select(Family))}
        assert stands == model.families
        merged = {each.id for each in session.exec(select(Family)) if each.state is FamilyState.MERGED}
        assert merged == set(model.merged)
        assert {note.id: note.text for note in session.exec(select(ContactNote))} == model.notes
        people = defaultdict(int)
        for person in session.exec(select(Person)):
            people[person.given_name] += person.left_on is None
        assert {name: count for name, count in people.items() if count} == {k: n for k, n in model.people.items() if n}
        contents = {each.document_id: each.content for each in session.exec(select(DocumentContent))}
        assert {each.id: contents.get(each.id) for each in session.exec(select(Document))} == model.papers
        assert {row.form: row.values for row in drafts(session, STAFF_ID)} == model.drafts

    def stands(self, family):
        return family in self.model.families and family not in self.model.merged

    def refused(self, *act):
        with pytest.raises((Refusal, Refusals)):
            self.desk.do(*act)

    def teardown(self):
        try:
            self.see_that_all_is_there()
        finally:
            self.vault.close()
            shutil.rmtree(self.place, ignore_errors=True)
