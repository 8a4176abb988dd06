# SPDX-License-Identifier: MIT
"""Writes the newest schema as a numbered script, and a small practice vault of it for the tests of later versions."""

import argparse
import shutil
import sys
from datetime import datetime
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import models.records as _declared  # noqa: E402
from models.records.family import Family  # noqa: E402
from models.records.municipality import Municipality  # noqa: E402
from models.records.person import Answer, Person, PersonKind, Relation  # noqa: E402
from models.records.staff import Staff  # noqa: E402
from models.store.keyfile import SCHEMA  # noqa: E402
from models.store.slots import FLOOR  # noqa: E402
from models.store.vault import NewVault, OpenVault, create_vault  # noqa: E402
from models.values.act import Act, Role  # noqa: E402
from models.values.dates import OSLO  # noqa: E402

PASSPHRASE = "fire korte norske ord"
NOW = datetime(2026, 3, 16, 10, 0, tzinfo=OSLO)
__all__ = ["_declared"]


def first_schema() -> str:
    """Schema 1 as statements; every later script is written by hand and tested against the models."""
    lines = ["-- Schema 1, written by tools/save_vault.py from the models; the log's triggers are made by the program."]
    for table in SQLModel.metadata.sorted_tables:
        lines.append(_plain(CreateTable(table)))
        lines += [_plain(CreateIndex(index)) for index in sorted(table.indexes, key=lambda index: str(index.name))]
    return "\n".join(lines)


def _plain(statement: CreateTable | CreateIndex) -> str:
    text = str(statement.compile(dialect=sqlite.dialect())).strip()
    return "\n".join(line.rstrip() for line in text.splitlines()) + ";\n"


def save_vault(folder: Path) -> None:
    """A vault with one family, written over the one that was there."""
    shutil.rmtree(folder, ignore_errors=True)
    new = NewVault(user="Ingrid Bakken", practice=True, cost=FLOOR)
    vault = create_vault(folder, new, bytearray(PASSPHRASE.encode()), now=lambda: NOW)
    _fill(vault)
    vault.database.checkpoint()
    vault.close()
    (folder / "vault.lock").unlink()


def _fill(vault: OpenVault) -> None:
    staff = Staff(name="Ingrid Bakken", title="barnekoordinator", roles="coordinator", slot=vault.slot)
    act = Act(staff.id, staff.name, frozenset({Role.COORDINATOR}), NOW)
    family = Family(name="Hansen", opened_on=NOW.date(), responsible_id=staff.id)
    with vault.database.working(act) as session:
        session.add(staff)
        session.add(Municipality(name="Mellomvik kommune", number="9999", practice=True))
        session.add(family)
        child = Person(family_id=family.id, family_name="Hansen", kind=PersonKind.CHILD, given_name="Ánne Æøå")
        child.born_on = NOW.date().replace(year=2020)
        session.add(child)
        session.add(_parent(family, "Kari", Relation.MOTHER))
    with vault.database.working(act) as session:
        record = session.get(Family, family.id)
        assert record is not None
        record.note = "Snakker nordsamisk hjemme."
        session.add(_parent(family, "Per", Relation.FATHER))


def _parent(family: Family, name: str, relation: Relation) -> Person:
    return Person(
        family_id=family.id,
        family_name=family.name,
        kind=PersonKind.ADULT,
        given_name=name,
        relation=relation,
        parental_responsibility=Answer.YES,
    )


def main() -> None:
    """Write schema and vault of the newest version."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schema-only", action="store_true", help="leave the saved vault as it is")
    asked = parser.parse_args()
    if SCHEMA == 1:
        (ROOT / "resources" / "schema" / "0001.sql").write_text(first_schema(), "utf-8")
    if not asked.schema_only:
        save_vault(ROOT / "tests" / "vaults" / f"{SCHEMA:04}")


if __name__ == "__main__":
    main()
