# SPDX-License-Identifier: MIT
"""What may happen to a vault in which people write: it is locked, killed, copied and put back, and people leave."""

import copy
import shutil

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from models.store.backup import sound
from models.store.engine import connect
from models.store.keyfile import Cost
from models.work.edit_family import FamilyEditDraft, edit_family
from models.work.keep_draft import keep_draft
from tests.conftest import STAFF_NAME
from tests.store.random_handing import HandingOver
from tests.store.random_writing import LONG

CHEAP = Cost(1024, 1, 1)  # what guessing costs is not tried here, and a day opens the vault many times
PEOPLE = (STAFF_NAME, "Berit Fjell")


class Ended(Exception):
    """Raised where a kill comes between the writing and the keeping of it, or where somebody stops a long job."""


class RandomDays(HandingOver):
    """Days of people who write, undo, hand over, lock, die, put copies back and leave."""

    @rule(who=st.sampled_from(PEOPLE), idle=st.integers(0, 60))
    def lock_and_unlock(self, who, idle):
        self.vault.close()
        self.clock.forward(minutes=idle)
        self.unlock(who)

    @rule()
    def try_a_wrong_passphrase(self):
        self.vault.close()
        self.opens_nothing("feil ord")
        self.unlock()

    @rule()
    def die(self):
        """What a kill leaves is what the system holds of the files at that moment."""
        left = self.as_it_lies()
        self.vault.close()
        self.go_on_with(left)

    @rule(family=HandingOver.families, text=LONG)
    def die_in_the_middle_of_an_act(self, family, text):
        if not self.stands(family):
            return

        def killed(session, act):
            edit_family(session, act, family, FamilyEditDraft(name="Halvveis", note=text))
            session.flush()
            raise Ended(self.as_it_lies())

        with pytest.raises(Ended) as ended:
            self.desk.do(killed)
        self.vault.close()
        self.go_on_with(*ended.value.args)

    @rule()
    def take_a_copy(self):
        target = self.next_place("copy")
        self.vault.back_up(target)
        raw = connect(target / "vault.db", self.vault.database.key_copy())
        assert sound(raw)
        raw.close()
        self.copies.append((target, copy.deepcopy((self.model, self.passphrases, self.removed))))

    @precondition(lambda self: self.copies)
    @rule()
    def put_a_copy_back(self):
        source, kept = self.copies[-1]
        self.model, self.passphrases, self.removed = copy.deepcopy(kept)
        self.vault.close()
        self.forget_the_other_side()
        self.go_on_with(shutil.copytree(source, self.next_place("vault")))

    @precondition(lambda self: len(self.passphrases) < len(PEOPLE))
    @rule()
    def let_somebody_in(self):
        self.number += 1
        who = next(name for name in PEOPLE if name not in self.passphrases)
        self.passphrases[who] = f"andre ord {self.number}"
        self.vault.add_user(who, bytearray(self.passphrases[who].encode()), CHEAP)

    @precondition(lambda self: len(self.passphrases) > 1)
    @rule(end=st.sampled_from(["done", "done", "stopped", "killed"]), text=LONG)
    def remove_somebody(self, end, text):
        """People write meanwhile; then those who stay have a new key, or nothing has happened."""
        who = next(name for name in PEOPLE if name != self.who)
        slot = next(user.slot for user in self.vault.users if user.name == who)

        def at(_done, _total):
            if "settings" not in self.model.drafts or end == "done":
                self.model.drafts["settings"] = {"text": text}
                self.desk.do(keep_draft, "settings", {"text": text})
            if end == "killed":
                raise Ended(self.as_it_lies())
            if end == "stopped":
                raise Ended

        if end == "done":
            self.vault.remove_user(slot, once(at))
            self.removed.append(self.passphrases.pop(who))
            self.see_that_all_is_there()
            self.vault.close()
            self.opens_nothing(self.removed[-1])
            self.unlock()
            return
        with pytest.raises(Ended) as ended:
            self.vault.remove_user(slot, at)
        self.vault.close()
        self.go_on_with(*ended.value.args or [self.folder], who=who)

    @rule()
    def a_look(self):
        self.see_that_all_is_there()

    def next_place(self, name):
        self.number += 1
        return self.place / f"{name}-{self.number}"

    def as_it_lies(self):
        """The files as another process would find them now."""
        return shutil.copytree(self.folder, self.next_place("vault"), ignore=shutil.ignore_patterns("*-shm"))

    def go_on_with(self, folder, who=STAFF_NAME):
        """With these files, and without those one had."""
        if folder != self.folder:
            shutil.rmtree(self.folder)
        self.folder = folder
        self.unlock(who)


def once(told):
    """Tells the first time alone."""
    first = iter([told])
    return lambda *values: next(first, lambda *_: None)(*values)
