# SPDX-License-Identifier: MIT
"""A hand-over file as it is met: opened in memory, held against its own manifest and against the tables here."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from sqlmodel import Session

from models.store import age_file, identity
from models.store.belonging import Kind, Values, digest, kinds, whole
from models.store.handover_archive import Package, unpacked
from models.values.act import Act
from models.values.handover import FamilyTold, Manifest, fingerprint
from models.values.trouble import Trouble
from models.work.by_right import by_right

_LANGUAGES = {"nb", "nn", ""}
_LANGUAGE_COLUMNS = {("family", "language"), ("determination", "language"), ("document", "language")} | {
    ("person", "letter_language")
}
_MOST_IN_FIELD = 2_000_000
# Further off one cannot count on from a day, and one such row would stop every list it stands in.
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_LARGEST_NUMBER = (1 << 31) - 1


class Colleague(BaseModel):
    """Somebody in the sender's service who is named in the rows."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    id: UUID
    name: str = Field(min_length=1, max_length=300)
    title: str = Field(max_length=300)


class HistoryLine(BaseModel):
    """One line of the sender's log, in words."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    at: datetime
    name: str
    what: str
    reason: str
    changes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Incoming:
    """One row that came, with the states it has been in, newest first."""

    values: Values
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyIncoming:
    """One family of the file, checked but not taken in."""

    told: FamilyTold
    rows: Mapping[str, tuple[Incoming, ...]]
    staff: tuple[Colleague, ...]
    history: tuple[HistoryLine, ...]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A whole file, checked but not taken in."""

    manifest: Manifest
    families: tuple[FamilyIncoming, ...]


@by_right
def own_address(session: Session, act: Act) -> str:
    """The receiver's key of this vault, made the first time somebody asks for it."""
    return age_file.address_of(identity.ensure_identity(session, act).opening)


def own_digits(session: Session) -> str:
    """What a receiver compares when a file says that it is from here."""
    own = identity.own_identity(session)
    return fingerprint(identity.public_of(own)) if own is not None else ""


def open_file(session: Session, sealed: bytes, words: str = "") -> Arrived | None:
    """The file, opened with this vault's key or with the words told by phone; None when it asks for words."""
    if age_file.lock_of(sealed) is age_file.Lock.PASSPHRASE:
        told = " ".join(words.split())
        return arrived(unpacked(age_file.opened_with_passphrase(sealed, told))) if told else None
    own = identity.own_identity(session)
    if own is None:
        raise Trouble("transfer.trouble.other_key")
    return arrived(unpacked(age_file.opened_with_key(sealed, own.opening)))


def arrived(package: Package) -> Arrived:
    """Every family of the package; one row that does not fit its table refuses the whole file."""
    try:
        families = tuple(_family(package, told) for told in package.manifest.families)
        _check_value(package.manifest.made_at)
    except (ValidationError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise Trouble("transfer.trouble.damaged") from None
    paths = {part.path for part in package.manifest.parts}
    used = {f"{place}/{one.told.id}.json" for one in families for place in ("families", "history")}
    used |= {
        f"bytes/{name}/{row.values[kind.key]}/{column}"
        for one in families
        for name, kind in kinds().items()
        for row in one.rows[name]
        for column in kind.contents
    }
    if paths != used:
        raise Trouble("transfer.trouble.damaged")
    return Arrived(package.manifest, families)


def _family(package: Package, told: FamilyTold) -> FamilyIncoming:
    part = json.loads(package.parts[f"families/{told.id}.json"])
    if set(part) != {"rows", "staff"} or not set(part["rows"]) <= set(kinds()):
        raise ValueError("tables that are not a family's")
    rows = {
        name: tuple(_row(kind, row, package.parts) for row in part["rows"].get(name, ()))
        for name, kind in kinds().items()
    }
    _check_whole(told, rows)
    lines = json.loads(package.parts[f"history/{told.id}.json"])
    history = tuple(HistoryLine.model_validate_json(json.dumps(line)) for line in lines)
    for line in history:
        _check_value(line.at)
    staff = tuple(Colleague.model_validate_json(json.dumps(one)) for one in part["staff"])
    return FamilyIncoming(told, rows, staff, history)


def _row(kind: Kind, row: dict[str, Any], parts: Mapping[str, bytes]) -> Incoming:
    if set(row) != {"values", "states"}:
        raise ValueError("a row that is no row")
    values = _shape(kind.name).model_validate_json(json.dumps(row["values"])).model_dump()
    for column in kind.contents:
        if values[column] != f"bytes/{kind.name}/{values[kind.key]}/{column}":
            raise ValueError("bytes of another row")
        values[column] = parts[str(values[column])]
    for name, value in values.items():
        _check_value(value)
        if isinstance(value, datetime):
            values[name] = value.astimezone(UTC)
    states = tuple(str(state) for state in row["states"])
    _check_row(kind, values, states)
    return Incoming(values, states)


def _check_value(value: object) -> None:
    """Nothing that nobody can have written, and that a list or the database would stumble over."""
    match value:
        case str() if len(value) > _MOST_IN_FIELD or "\0" in value:
            raise ValueError("a field without end")
        case int() if not 0 <= value <= _LARGEST_NUMBER:
            raise ValueError("a number out of all measure")
        case datetime() if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        case date() if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
            raise ValueError("a day out of all measure")


def _check_row(kind: Kind, values: Values, states: tuple[str, ...]) -> None:
    if not states or states[0] != digest(kind, values):
        raise ValueError("a row that is not in the state it tells")
    if values.get("binned_at") is not None:
        raise ValueError("a row out of the waste bin")
    for name, value in values.items():
        if (kind.name, name) in _LANGUAGE_COLUMNS and value not in _LANGUAGES:
            raise ValueError("no language of letters")
    if kind.name == "document" and values["body"]:
        _check_body(json.loads(str(values["body"])))


def _check_body(body: dict[str, dict[str, str]]) -> None:
    if not all(isinstance(text, str) for table in body.values() for text in (*table, *table.values())):
        raise ValueError("texts that are no texts")


def _check_whole(told: FamilyTold, rows: Mapping[str, tuple[Incoming, ...]]) -> None:
    """One family, whose rows point at nothing outside the file but staff, and each once."""
    own = [row.values for row in rows["family"]]
    if [row["id"] for row in own] != [told.id] or own[0]["state"] not in ("open", "closed"):
        raise ValueError("another family than was told")
    plain = {name: [dict(row.values) for row in found] for name, found in rows.items()}
    for name, found in plain.items():
        keys = [row[kinds()[name].key] for row in found]
        if len(set(keys)) != len(keys) or any(row.get("family_id", told.id) != told.id for row in found):
            raise ValueError("rows of another family")
    before = {name: [dict(row) for row in found] for name, found in plain.items()}
    if whole(plain) != before:
        raise ValueError("rows that point at nothing")


@cache
def _shape(name: str) -> type[BaseModel]:
    """A table's row as strict JSON: unknown fields and wrong types are refused, later ones have their defaults."""
    kind = kinds()[name]
    fields: dict[str, Any] = {}
    for column, info in kind.record.model_fields.items():
        needed = info.is_required() or column in (kind.key, "family_id", "created_at", "version")
        annotation = str if column in kind.contents else info.annotation
        fields[column] = (annotation, ... if needed else info.default)
    return create_model(f"{name}_row", __config__=ConfigDict(extra="forbid", strict=True), **fields)
