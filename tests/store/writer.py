# SPDX-License-Identifier: MIT
"""A program of its own that writes families into a vault until something stops it; told what to do on its command line.

usage: python -m tests.store.writer FOLDER families [LARGEST FILE] | keys | drafts STEP
"""

import contextlib
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from models.queries.drafts import draft
from models.records.family import Family
from models.store import keyfile
from models.store.database import Database
from models.store.schema import open_database
from models.values.act import Act
from models.values.trouble import Trouble
from models.work.keep_draft import keep_draft
from tests.conftest import STAFF_ID
from tests.store.working_day import FORM

KEY = bytearray(range(32))
ACT = Act(UUID(int=1), "Ingrid Bakken", frozenset(), datetime(2026, 3, 16, 9, 0, tzinfo=UTC))


def limit(size):
    """From now on no file may grow past this size: what a full disk looks like, without filling one."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def write_families(folder, size):
    """Say each name only when the vault has said that it is kept."""
    database = Database(folder, KEY)
    if size:
        limit(size)
    number = 0
    while True:
        name = f"Familie{number}"
        try:
            with database.working(ACT) as session:
                session.add(Family(name=name, opened_on=ACT.today, note="lang tekst " * 200))
        except Trouble as trouble:
            say(trouble.key)
            with database.reading() as session:
                say(f"reads {len(session.connection().exec_driver_sql('SELECT id FROM family').all())}")
            return
        say(name)
        number += 1


def write_keys(folder):
    """Replace the key file again and again, each time with room for one byte more."""
    keys, _ = keyfile.read(folder)
    for size in range(0, 1600, 16):
        limit(size)
        with contextlib.suppress(Trouble):
            keyfile.write(folder, keys)
        found, _ = keyfile.read(folder)
        assert found == keys
    say("whole")


def write_drafts(folder, step):
    """Keep one draft again and again, each time with room in the log for so many bytes more, until there is enough."""
    database = open_database(folder, KEY)
    before, after, room = half_typed(database), "1: " + "half a sentence " * 500, 0
    while half_typed(database) == before:
        limit(room)
        try:
            with database.working(ACT) as session:
                keep_draft(session, replace(ACT, staff_id=STAFF_ID), FORM, {"text": after})
        except Trouble as trouble:
            say(trouble.key)
            room += step
            assert half_typed(database) == before
    assert half_typed(database) == after
    say("whole")


def half_typed(database):
    with database.reading() as session:
        return draft(session, FORM, STAFF_ID).values["text"]


def say(line):
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    place, what = Path(sys.argv[1]), sys.argv[2]
    number = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    if what == "keys":
        write_keys(place)
    elif what == "drafts":
        write_drafts(place, number)
    else:
        write_families(place, number)
