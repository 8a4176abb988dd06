# SPDX-License-Identifier: MIT
"""A coordinator's acts done through real use-cases in a process that may end at any moment; each is said when kept.

usage: python -m tests.store.working_day FOLDER SEED ACTS kept|unsynced

What is said is the fact that must be found afterwards. To say it before it is kept (`early`), and to keep it
without waiting for the disk (`unsynced`), are there to show that a proof sees a loss.
"""

import hashlib
import os
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.pool import Pool

from models.records.document import DocumentKind
from models.store.schema import open_database
from models.values.act import Act
from models.values.letter import PrintedLetter
from models.values.trouble import Trouble
from models.work.edit_family import FamilyEditDraft, edit_family
from models.work.issue_letter import LetterDraft, draft_letter, finish_letter
from models.work.keep_draft import drop_draft, keep_draft
from models.work.register_family import FamilyDraft, register_family
from models.work.write_note import NoteDraft, write_note
from tests.conftest import ROLES, STAFF_ID, STAFF_NAME, vault_key

ACT = Act(STAFF_ID, STAFF_NAME, ROLES, datetime(2026, 3, 16, 9, 0, tzinfo=UTC))
LONG = "Familien ønsker at noen holder i trådene. " * 160
FORM = "new_note/half-typed"
CHECKPOINT_EVERY = 9


class WorkingDay:
    """One person at work, who says what the vault has kept and only then goes on."""

    def __init__(self, database, seed, say, early=False):
        self._database, self._say, self._early = database, say, early
        self._chance, self._tag, self._number = random.Random(seed), f"{seed:x}", 0
        self._families, self._letters = [], []

    def work(self, acts):
        """Do so many acts; now and then the log is moved into the file, as the engine does by itself."""
        self._do(self._register)
        for number in range(1, acts):
            again = (self._note, self._note, self._half_typed, self._half_typed, self._edit, self._letter, self._finish)
            self._do(self._chance.choice((self._register, *again)))
            if number % CHECKPOINT_EVERY == 0:
                self._database.checkpoint()

    def _do(self, act):
        self._number += 1
        with self._database.working(ACT) as session:
            fact = act(session, f"{self._tag}-{self._number}")
            if self._early:
                self._say(fact)
        if not self._early:
            self._say(fact)

    def _register(self, session, mark):
        draft = FamilyDraft(
            child_given_name="Emma",
            child_family_name=f"Hansen {mark}",
            guardian_given_name="Kari",
            guardian_family_name="Hansen",
            wish=LONG,
        )
        self._families.append(register_family(session, ACT, draft))
        return f"family {mark}"

    def _note(self, session, mark):
        draft = NoteDraft(text=f"{mark}: {LONG}", with_whom="Kari")
        write_note(session, ACT, self._chance.choice(self._families), draft)
        return f"note {mark}"

    def _edit(self, session, mark):
        family = self._chance.choice(self._families)
        edit_family(session, ACT, family, FamilyEditDraft(name=f"Olsen {mark}", note=LONG[: self._number * 40]))
        return f"edit {mark}"

    def _half_typed(self, session, mark):
        if self._chance.random() < 0.2:
            drop_draft(session, ACT, FORM)
            return "draft -"
        keep_draft(session, ACT, FORM, {"text": f"{mark}: {LONG[: self._chance.randrange(6000)]}"})
        return f"draft {mark}"

    def _letter(self, session, mark):
        draft = LetterDraft(kind=DocumentKind.RIGHT_INFORMATION, recipient="Kari Hansen\nVegen 3", title=mark)
        self._letters.append(draft_letter(session, ACT, self._chance.choice(self._families), draft))
        return f"letter {mark}"

    def _finish(self, session, mark):
        if not self._letters:
            return self._letter(session, mark)
        finish_letter(session, ACT, self._letters.pop(), lambda _letter: PrintedLetter(mark, paper(mark), 1, "1"))
        return f"paper {mark}"


def paper(mark):
    """The bytes of a finished document, known again by its mark."""
    return b"".join(hashlib.sha512(f"{mark}/{part}".encode()).digest() for part in range(400))


def in_process(folder, seed, acts, line, early):
    """The working day in a child process that says each fact through a pipe."""
    database = open_database(folder, vault_key())
    WorkingDay(database, seed, lambda fact: line.send_bytes(fact.encode()), early).work(acts)
    line.send_bytes(b"home")


def main():
    folder, seed, acts, how = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    if how == "unsynced":
        event.listen(Pool, "connect", lambda connection, _record: connection.execute("pragma synchronous=off"))
    try:
        WorkingDay(open_database(folder, vault_key()), seed, say).work(acts)
    except Trouble as trouble:
        say(trouble.key)


def say(fact):
    os.write(1, f"{fact}\n".encode())


if __name__ == "__main__":
    main()
