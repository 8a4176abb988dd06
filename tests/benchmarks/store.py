# SPDX-License-Identifier: MIT
"""Figures of the vault: the cost of a guess, opening, one commit, and what log and encryption add to it.

python -m tests.benchmarks.store
"""

import sqlite3
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import text
from sqlmodel import col, select

from models.records.family import Family
from models.records.listing import FamilyListing
from models.store import audit, slots
from models.store.database import Database
from models.store.schema import create_database
from models.store.vault import NewVault, create_vault, open_vault, peek
from models.values.act import Act
from models.work.open_family import log_opening

KEY = bytearray(range(32))
ACT = Act(UUID(int=1), "Ingrid Bakken", frozenset(), datetime(2026, 3, 16, 9, 0, tzinfo=UTC))
ROUNDS = 150
WORDS = b"fire korte norske ord"


def median_ms(acts, rounds=ROUNDS):
    """Medians of several acts done in turn, so that a busy moment hits all of them alike."""
    times = {name: [] for name in acts}
    for number in range(rounds):
        for name, act in acts.items():
            started = time.perf_counter()
            act(number)
            times[name].append((time.perf_counter() - started) * 1000)
    return {name: statistics.median(found) for name, found in times.items()}


def filled(folder, logged=True):
    """A vault with one family; without the log's triggers for comparison."""
    folder.mkdir()
    database = create_database(folder, KEY)
    family = Family(name="Hansen", opened_on=ACT.today)
    with database.working(ACT) as session:
        session.add(family)
        if not logged:
            for name, kind in audit.present(session.connection()):
                session.execute(text(f"DROP {kind} {name}"))
    return database, family.id


def editing(database, family_id):
    def edit(number):
        with database.working(ACT) as session:
            session.get(Family, family_id).note = f"notat {number}"

    return edit


def adding(database):
    def add(number):
        with database.working(ACT) as session:
            session.add(Family(name=f"Familie {number}", opened_on=ACT.today))

    return add


def openings(place):
    """What stands between a passphrase and the first page."""
    cost = slots.calibrated()
    vault = create_vault(place / "hvelv", NewVault(user="Ingrid Bakken", cost=cost), bytearray(WORDS))
    key = vault.database.key_copy()
    vault.close()

    def without_key(_number):
        database = Database(place / "hvelv", key)
        with database.reading() as session:
            session.exec(select(FamilyListing.label)).all()
        database.close()

    told = median_ms(
        {
            "look at a closed vault": lambda _: peek(place / "hvelv"),
            "open with passphrase": lambda _: open_vault(place / "hvelv", bytearray(WORDS)).close(),
            "of that: open with the key, first list": without_key,
        },
        rounds=5,
    )
    print(f"Argon2id {cost.memory_kib // 1024} MiB, {cost.passes} passes, {cost.lanes} lanes")
    return told


def commits(place):
    """One act with and without the log, and a plain SQLite row in the same minute for measure."""
    logged, family = filled(place / "logged")
    bare, other = filled(place / "bare", logged=False)
    plain = sqlite3.connect(place / "plain.db", isolation_level=None)
    plain.execute("pragma journal_mode=wal")
    plain.execute("pragma synchronous=full")
    plain.execute("create table note (id integer primary key, body text)")

    def reading(_number):
        with logged.reading() as session:
            session.exec(select(Family.name).order_by(col(Family.id)).limit(50)).all()

    def open_it(_number):
        with logged.working(ACT) as session:
            log_opening(session, ACT, family)

    told = median_ms(
        {
            "edit, logged": editing(logged, family),
            "edit, without log": editing(bare, other),
            "add, logged": adding(logged),
            "add, without log": adding(bare),
            "note an opening": open_it,
            "a page of 50": reading,
            "plain SQLite, one row": lambda number: plain.execute("insert into note (body) values (?)", (str(number),)),
        }
    )
    for database in (logged, bare):
        database.close()
    plain.close()
    return told


def main():
    with tempfile.TemporaryDirectory() as place:
        told = openings(Path(place)) | commits(Path(place))
    for name, ms in told.items():
        print(f"{name:40} {ms:9.2f} ms   {ms / told['plain SQLite, one row']:7.1f} x plain")
    for act in ("edit", "add"):
        print(f"log adds to one {act}: {(told[f'{act}, logged'] / told[f'{act}, without log'] - 1) * 100:.0f} %")


if __name__ == "__main__":
    main()
