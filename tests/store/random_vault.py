# SPDX-License-Identifier: MIT
"""A vault in which anything may happen, beside a plain record of what was said to be kept."""

import shutil
import tempfile
from collections import Counter, defaultdict
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis.stateful import RuleBasedStateMachine
from sqlmodel import select

from models.queries.drafts import drafts
from models.queries.undoable import stacks
from models.records.document import Document, DocumentContent
from models.records.family import Family, FamilyState
from models.records.note import ContactNote
from models.records.person import Person
from models.store import audit
from models.store.vault import open_vault
from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from tests.conftest import STAFF_ID, STAFF_NAME, Clock, Desk
from tests.store.kept import replayed, standing

GONE = ...  # the same in every copy of a model


class Model:
    """What was said to be kept."""

    def __init__(self):
        self.families, self.notes, self.papers, self.merged = {}, {}, {}, {}
        self.people, self.drafts, self.handed = Counter(), {}, set()
        self.acts, self.log_length = {}, 0

    def tables(self):
        """What an act of a caseworker may change."""
        return {"families": self.families, "notes": self.notes, "papers": self.papers, "merged": self.merged}

    def copied(self):
        """As it stands now."""
        return {name: dict(table) for name, table in self.tables().items()}, Counter(self.people)

    def changed_since(self, before):
        """Each entry before and after, and how many people came and went."""
        tables, people = before
        now = self.tables()
        changed = [
            (name, key, table.get(key, GONE), now[name].get(key, GONE))
            for name, table in tables.items()
            for key in {*table, *now[name]}
            if table.get(key, GONE) != now[name].get(key, GONE)
        ]
        counts = {name: self.people[name] - people[name] for name in {*people, *self.people}}
        return changed, {name: count for name, count in counts.items() if count}

    def put(self, act, *, back):
        """As it stood before this act, or as it left it."""
        changed, counts, _ = self.acts[act]
        for name, key, before, after in changed:
            table, value = self.tables()[name], before if back else after
            table.pop(key, None)
            if value is not GONE:
                table[key] = value
        for name, count in counts.items():
            self.people[name] += -count if back else count


class KnownVault(RuleBasedStateMachine):
    """One vault and what is known of it."""

    template: Path

    def __init__(self):
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="random-days-"))
        self.folder = self.place / "vault-0"
        shutil.copytree(self.template, self.folder)
        self.clock, self.model, self.copies = Clock(), Model(), []
        self.passphrases, self.removed, self.number = {STAFF_NAME: "fire korte norske ord"}, [], 0
        # acts, newest last, that nothing stands in the way of undoing, and of doing again
        self.sure, self.again = [], []
        self.unlock()

    def unlock(self, who=STAFF_NAME):
        """By this person, or when she has no way in by whoever has."""
        self.who = who if who in self.passphrases else next(iter(self.passphrases))
        self.vault = open_vault(self.folder, bytearray(self.passphrases[self.who].encode()), now=self.clock)
        self.desk = Desk(self.vault.database, self.clock)
        self.see_that_all_is_there()

    def opens_nothing(self, passphrase):
        """Of a vault that is locked; then time goes until one may try again."""
        with pytest.raises(Trouble) as trouble:
            open_vault(self.folder, bytearray(passphrase.encode()), now=self.clock)
        assert trouble.value.key == "trouble.wrong_passphrase"
        self.clock.forward(minutes=2)

    @contextmanager
    def act(self, family):
        """One act in a family: what it changes of what is kept is what undoing it must put back."""
        before = self.model.copied()
        yield
        newest = self.desk.read(stacks, family, STAFF_ID).done[:1]
        changed = self.model.changed_since(before)
        if newest and newest[0] not in self.model.acts:
            self.model.acts[newest[0]] = (*changed, family)
            self.sure.append(newest[0])
            self.again.clear()
        else:
            assert changed == ([], {}), "what was changed can be undone"

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
        families = session.exec(select(Family)).all()
        assert {family.id: (family.name, family.note) for family in families} == model.families
        assert {each.id for each in families if each.state is FamilyState.MERGED} == set(model.merged)
        assert {each.id for each in families if each.state is FamilyState.HANDED_OVER} == model.handed
        assert {note.id: note.text for note in session.exec(select(ContactNote))} == model.notes
        people = defaultdict(int)
        for person in session.exec(select(Person)):
            people[person.given_name] += person.left_on is None
        assert +Counter(people) == +model.people
        contents = {each.document_id: each.content for each in session.exec(select(DocumentContent))}
        assert {each.id: contents.get(each.id) for each in session.exec(select(Document))} == model.papers
        assert {row.form: row.values for row in drafts(session, STAFF_ID)} == model.drafts

    def stands(self, family):
        """Whether one can work with it: it is here, neither merged into another nor handed over."""
        return family in self.model.families and family not in self.model.merged and family not in self.model.handed

    def tried(self, *act):
        """What an act gives, or why it was refused."""
        try:
            return self.desk.do(*act), ""
        except Refusal as refused:
            return None, refused.key

    def refused(self, *act):
        with pytest.raises((Refusal, Refusals)):
            self.desk.do(*act)

    def teardown(self):
        try:
            self.see_that_all_is_there()
            self.vault.close()
            for passphrase in self.removed:
                self.opens_nothing(passphrase)
        finally:
            self.vault.close()
            shutil.rmtree(self.place, ignore_errors=True)
