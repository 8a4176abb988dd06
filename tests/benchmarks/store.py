# SPDX-License-Identifier: MIT
"""Figures of the vault: the cost of a guess, opening, one commit, and what log and encryption add to all of it.

Milliseconds hold for the machine they were taken on; a ratio is taken in turn in the same minute, and holds anywhere.

python -m tests.benchmarks.store
"""

import sqlite3
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import create_engine, event, insert, text
from sqlalchemy import select as rows_of
from sqlmodel import Session, SQLModel, select

from models.queries.families import Chip, family_rows
from models.records.family import Family
from models.records.listing import FamilyListing
from models.store import audit, keyfile, slots
from models.store.database import Database
from models.store.schema import create_database
from models.store.vault import NewVault, create_vault, open_vault, peek
from models.values.act import Act, Role
from models.work.open_family import log_opening
from tests.benchmarks import families

KEY = bytearray(range(32))
ACT = Act(
    UUID(int=1),
    "Ingrid Bakken",
    frozenset({Role.COORDINATOR, Role.COORDINATING_UNIT}),
    datetime(2026, 3, 16, 9, 0, tzinfo=UTC),
)
ROUNDS = 150
OPENINGS = 7
CHEAP = keyfile.Cost(8192, 1, 1)  # takes no time beside what is measured
WORDS = b"fire korte norske ord"


def told(name, found, budget, unit="ms", least=0.0):
    """One figure beside what it may be; short ratios need two places."""
    verdict = "OK" if least <= found <= budget else "OVER" if found > budget else "UNDER"
    allowed = f"{least:g} to {budget:g}" if least else f"{budget:g}"
    print(f"{name:<48} {found:9.2f} {unit:<3} budget {allowed} {unit:<3} {verdict}")


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
    family_id = family.id
    # opened anew: a connection in which the triggers were taken away reads its tables slowly ever after
    database.close()
    return Database(folder, KEY), family_id


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


def opening(folder, cost):
    """A vault with a passphrase of this cost; what guessing it and what opening it asks for."""
    create_vault(folder, NewVault(user="Ingrid Bakken", cost=cost), bytearray(WORDS)).close()
    keys, _ = keyfile.read(folder)
    ways_in = [slot for slot in keys.slots if slot.cost is not None]

    def opened(_number):
        vault = open_vault(folder, bytearray(WORDS))
        with vault.database.reading() as session:
            session.exec(select(FamilyListing.label).limit(50)).all()
        vault.close()

    return lambda _: slots.unlock(keys, bytearray(WORDS), ways_in), opened


def openings(place):
    """What stands between a passphrase and the first page: the price of a guess, and all the rest."""
    cost = slots.calibrated()
    guess, _ = opening(place / "hvelv", cost)
    free_guess, opened = opening(place / "cheap", CHEAP)
    acts = {"look": lambda _: peek(place / "hvelv"), "guess": guess, "free": free_guess, "open": opened}
    found = median_ms(acts, rounds=OPENINGS)
    print(f"Argon2id {cost.memory_kib // 1024} MiB, {cost.passes} passes, {cost.lanes} lanes")
    told("price of a guess", found["guess"] / 1000, 0.8, "s", least=0.5)
    told("opening beside it, with the first list and close", (found["open"] - found["free"]) / 1000, 0.15, "s")
    told("a look at a closed vault", found["look"], 5)


def commits(place):
    """One act with and without the log, and a plain SQLite row in the same minute for measure."""
    logged, family = filled(place / "logged")
    bare, other = filled(place / "bare", logged=False)
    plain = sqlite3.connect(place / "plain.db", isolation_level=None)
    plain.execute("pragma journal_mode=wal")
    plain.execute("pragma synchronous=full")
    plain.execute("create table note (id integer primary key, body text)")

    def open_it(_number):
        with logged.working(ACT) as session:
            log_opening(session, ACT, family)

    found = median_ms(
        {
            "edit, logged": editing(logged, family),
            "edit, without log": editing(bare, other),
            "add, logged": adding(logged),
            "add, without log": adding(bare),
            "note an opening": open_it,
            "plain SQLite, one row": lambda number: plain.execute("insert into note (body) values (?)", (str(number),)),
        }
    )
    for database in (logged, bare):
        database.close()
    plain.close()
    print(f"plain SQLite, one row of two columns: {found['plain SQLite, one row']:.2f} ms")
    for act in ("edit, logged", "add, logged", "note an opening"):
        told(f"one commit: {act}", found[act], 20)
    for act in ("edit", "add"):
        told(
            f"the log's part of one {act}", (found[f"{act}, logged"] / found[f"{act}, without log"] - 1) * 100, 15, "%"
        )


def plain_copy(database, file):
    """The same tables and rows in a database without a key, opened with the same settings."""
    engine = create_engine(f"sqlite:///{file}")

    @event.listens_for(engine, "connect")
    def _prepare(connection, _record):
        for pragma in ("journal_mode=wal", "synchronous=full", "cache_size=-65536", "temp_store=memory"):
            connection.execute(f"pragma {pragma}")

    SQLModel.metadata.create_all(engine)
    with database.reading() as session, engine.begin() as copy:
        for table in SQLModel.metadata.sorted_tables:
            if found := [dict(row) for row in session.execute(rows_of(table)).mappings()]:
                copy.execute(insert(table), found)
    return engine


def questions(place):
    """The program's own search and list over 20 000 families, with the key and without."""
    (place / "many").mkdir()
    database, _ = families.filled(place / "many")
    plain = plain_copy(database, place / "many.db")

    def asked(reading):
        def search(number):
            with reading() as session:
                family_rows(session, families.STAFF, ACT.today, families.TYPED[number % len(families.TYPED)])

        def first_page(number):
            with reading() as session:
                family_rows(session, families.STAFF, ACT.today, chip=list(Chip)[number % len(Chip)])

        return search, first_page

    search, first_page = asked(database.reading)
    plain_search, plain_page = asked(lambda: Session(plain))
    found = median_ms(
        {"search": search, "plain search": plain_search, "list": first_page, "plain list": plain_page}, rounds=60
    )
    for what in ("search", "list"):
        ratio = found[what] / found[f"plain {what}"]
        print(f"{what} over 20 000 families: {found[what]:.1f} ms, plain SQLite {found[f'plain {what}']:.1f} ms")
        told(f"{what} against plain SQLite", ratio, 1.3, "x")
    database.close()
    plain.dispose()


def main():
    with tempfile.TemporaryDirectory() as place:
        openings(Path(place))
        commits(Path(place))
        questions(Path(place))


if __name__ == "__main__":
    main()
