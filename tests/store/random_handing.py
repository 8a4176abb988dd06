# SPDX-License-Identifier: MIT
"""People take back what they did and do it again, and hand families over to another municipality and have them back."""

import shutil

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from models.queries.transfers import waiting_for_receipt
from models.queries.undoable import stacks
from models.work.hand_over import TakeBackDraft, enter_receipt, take_back
from models.work.undo import redo_act, undo_act
from models.work.write_note import NoteDraft, write_note
from tests.conftest import STAFF_ID
from tests.store.random_writing import WORDS, Writing
from tests.work.vault_pair import OTHER_ID, Side, side

WHICH = st.integers(0, 9)


class Undoing(Writing):
    """What was done is undone from the log alone, and stands as it stood."""

    @rule(family=Writing.families)
    def undo(self, family):
        newest = self.newest(family, "done")
        if not self.stands(family):
            self.refused(undo_act, family)
            return
        undone, refused = self.tried(undo_act, family)
        if refused:
            assert newest not in self.sure or refused == "undo_refused.old_note"
            return
        assert undone == newest
        self.model.put(undone, back=True)
        self.sure = [act for act in self.sure if act != undone]
        self.again.append(undone)

    @rule(family=Writing.families)
    def redo(self, family):
        newest = self.newest(family, "undone")
        if not self.stands(family):
            self.refused(redo_act, family)
            return
        redone, refused = self.tried(redo_act, family)
        if refused:
            assert newest not in self.again or refused == "undo_refused.old_note"
            return
        assert redone == newest
        self.model.put(redone, back=False)
        self.sure.append(redone)
        self.again = [act for act in self.again if act != redone]

    @precondition(lambda self: self.sure)
    @rule(times=st.integers(1, 5))
    def undo_more(self, times):
        """The newest acts of all, one after the other."""
        for act in reversed(self.sure[-times:]):
            self.undo(self.model.acts[act][2])

    @precondition(lambda self: self.again)
    @rule(times=st.integers(1, 5))
    def redo_more(self, times):
        for act in reversed(self.again[-times:]):
            self.redo(self.model.acts[act][2])

    def newest(self, family, stack):
        """What «Angre», or «Gjør om», would take."""
        if family in self.model.families:
            return next(iter(getattr(self.desk.read(stacks, family, STAFF_ID), stack)), None)
        return None


class HandingOver(Undoing):
    """A family in one file to another vault, and back."""

    def __init__(self):
        self.other = None
        super().__init__()

    @rule(family=Writing.families)
    def hand_over(self, family):
        if not self.stands(family):
            return
        here, there = self.sides()
        known = there.holds(family)
        code = there.take(there.open(here.send(there, family)))
        if not known:
            assert there.holds(family) == here.holds(family)
        waiting = self.desk.read(waiting_for_receipt, family)
        self.desk.do(enter_receipt, waiting.id, code)
        self.model.handed.add(family)
        self.nothing_is_sure()

    @precondition(lambda self: self.model.handed)
    @rule(which=WHICH)
    def work_on_with_it(self, which):
        family = self.handed(which)
        self.desk.do(take_back, family, TakeBackDraft(reason="mottakeren kunne ikke"))
        self.model.handed.discard(family)

    @precondition(lambda self: self.other and self.model.handed)
    @rule(which=WHICH, text=WORDS)
    def come_home(self, which, text):
        family = self.handed(which)
        here, there = self.sides()
        if not there.holds(family):
            return
        draft = NoteDraft(text=text)
        self.model.notes[there.desk.do(write_note, family, draft)] = draft.text
        here.take(here.open(there.send(here, family, receiver_municipality="Mellomvik kommune")))
        self.model.handed.discard(family)
        self.nothing_is_sure()

    def handed(self, which):
        """One of those that are with somebody else."""
        return sorted(self.model.handed)[which % len(self.model.handed)]

    def sides(self):
        """Here and there."""
        if self.other is None:
            self.number += 1
            folder = shutil.copytree(self.elsewhere, self.place / f"other-{self.number}")
            self.other = side(folder, self.clock, OTHER_ID, "Kari Nordvik", "Fjellvik kommune")
        return Side(self.desk), self.other

    def forget_the_other_side(self):
        """A vault put back to what it was knows less of a file than whoever got it: that has tests of its own."""
        if self.other is not None:
            self.other.database.close()
        self.other = None
        self.nothing_is_sure()

    def nothing_is_sure(self):
        self.sure.clear()
        self.again.clear()

    def teardown(self):
        self.forget_the_other_side()
        super().teardown()
