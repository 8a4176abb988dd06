# SPDX-License-Identifier: MIT
"""What a vault holds after something happened to it, once it has been proved whole in every page and every line."""

import hashlib
import json
from dataclasses import dataclass

from sqlalchemy import text

from models.store import audit
from models.store.backup import sound
from models.store.engine import connect
from models.store.schema import open_database
from tests.conftest import vault_key
from tests.store.working_day import FORM, LONG, paper

_WHOLE_FAMILY = """
SELECT name FROM family AS f WHERE
  (SELECT count(*) FROM person WHERE family_id = f.id) = 2 AND
  (SELECT count(*) FROM enquiry WHERE family_id = f.id AND wish = :wish) = 1 AND
  (SELECT count(*) FROM assessment WHERE family_id = f.id) = 1 AND
  (SELECT label FROM familylisting WHERE family_id = f.id) = f.name
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """The facts that are there, and how the vault stands."""

    facts: frozenset[str]
    half_typed: str
    log_length: int


def kept(folder):
    """Open the vault as it lies, without any repair, and read back every fact a working day has said."""
    database = open_database(folder, vault_key())
    try:
        with database.reading() as session:
            connection = session.connection()
            log = audit.verify(connection)
            assert log.broken_at is None
            found = Kept(frozenset(_facts(connection)), _half_typed(connection), log.length)
            assert set(replayed(connection).items()) == set(standing(connection).items())
        database.checkpoint()
    finally:
        database.close()
    raw = connect(folder / "vault.db", vault_key())
    assert sound(raw)
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()
    return found


def _facts(connection):
    def column(statement, **values):
        return [row[0] for row in connection.execute(text(statement), values)]

    whole = column(_WHOLE_FAMILY, wish=LONG.strip())
    assert len(whole) == column("SELECT count(*) FROM family")[0], "a family is there with everything or not at all"
    registered = column("SELECT changes FROM historyentry WHERE record = 'family' AND what = 'added'")
    yield from (f"family {json.loads(each)['name'][1].split()[1]}" for each in registered)
    edited = column("SELECT changes FROM historyentry WHERE record = 'family' AND what = 'edited'")
    yield from (f"edit {json.loads(each)['name'][1].split()[1]}" for each in edited)
    for note in column("SELECT text FROM contactnote"):
        mark, _, words = note.partition(": ")
        assert words == LONG.strip()
        yield f"note {mark}"
    drafted = column("SELECT changes FROM historyentry WHERE record = 'document' AND what = 'added'")
    yield from (f"letter {json.loads(each)['title'][1]}" for each in drafted)
    finished = "SELECT title, content FROM document JOIN documentcontent ON document.id = document_id"
    for mark, content in connection.execute(text(finished)):
        assert content == paper(mark)
        yield f"paper {mark}"


def _half_typed(connection):
    body = connection.execute(text("SELECT body FROM formdraft WHERE form = :form"), {"form": FORM}).scalar()
    return f"draft {json.loads(body)['text'].split(':')[0]}" if body else "draft -"


def replayed(connection):
    """Every field as the history tells it: each change must begin where the one before it ended."""
    fields = {}
    told = connection.execute(
        text("SELECT record, object_id, changes FROM historyentry WHERE changes <> '' ORDER BY n")
    )
    for record, object_id, changes in told:
        for name, (before, after) in json.loads(changes).items():
            stood = fields.pop((record, object_id, name), None)
            assert stood == before or {stood, before} <= {None, ""}, f"{record}.{name}: {before!r} stood as {stood!r}"
            if after not in (None, ""):
                fields[record, object_id, name] = after
    return fields


def standing(connection):
    """Every field as it stands in the tables that are logged, told as the history tells it."""
    fields = {}
    for name, _kind in audit.present(connection):
        table, _, what = name.rpartition("_")
        if what != "added":
            continue
        rows = connection.execute(text(f'SELECT * FROM "{table}"')).mappings()
        key = next(iter(audit_key(connection, table)))
        for row in rows:
            for column, value in row.items():
                if column not in (key, "version", "created_at") and value not in (None, ""):
                    fields[table, row[key], column] = _plain(value)
    return fields


def audit_key(connection, table):
    """The names of the columns of the table's primary key."""
    found = connection.execute(text(f"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk"))
    return [row[0] for row in found]


def _plain(value):
    return f"sha256:{hashlib.sha256(value).hexdigest()}" if isinstance(value, bytes) else value
