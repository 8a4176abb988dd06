# SPDX-License-Identifier: MIT
"""A family as the parts of a hand-over file: its rows, its papers, its history in words, who wrote them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlmodel import Session

from models.queries.access_log import LogRow, log_of_family
from models.queries.transfers import counts
from models.records.person import HIDDEN_FIELDS
from models.records.staff import Staff
from models.rules.protection import is_graded
from models.store.belonging import Kind, Values, edits_of, kinds, rows_of, states, whole
from models.values.handover import FamilyTold


@dataclass(frozen=True, slots=True)
class Written:
    """What one family adds to the file."""

    told: FamilyTold
    parts: Mapping[str, bytes]


def written(session: Session, family_id: UUID, language: str, *, with_addresses: bool) -> Written:
    """Everything of the family; without addresses also without the papers that show them."""
    rows = rows_of(session, family_id)
    protected = any(is_graded(str(person["address_protection"])) for person in rows["person"])
    masked = protected and not with_addresses
    if masked:
        rows = _masked(rows)
    parts: dict[str, bytes] = {}
    edits = edits_of(session, family_id)
    told = {name: [_row(kinds()[name], row, edits, parts) for row in found] for name, found in rows.items()}
    parts[f"families/{family_id}.json"] = _json({"rows": told, "staff": _staff(session, rows)})
    along = {row[kinds()[name].key] for name, found in rows.items() for row in found}
    log = [line for line in log_of_family(session, family_id) if not line.record or line.object_id in along]
    parts[f"history/{family_id}.json"] = _json([_line(line, language, masked) for line in log])
    family = rows["family"][0]
    return Written(
        FamilyTold(
            id=family_id,
            name=str(family["name"]),
            counts=counts(rows),
            documents=tuple(str(document["title"])[:200] for document in rows["document"]),
            protected=protected,
            masked=masked,
        ),
        parts,
    )


def _masked(rows: dict[str, list[Values]]) -> dict[str, list[Values]]:
    """Whatever tells where a protected person can be found stays here: fields, and every paper with an address on."""
    papers = {content["document_id"] for content in rows["documentcontent"]}
    people = [
        row | dict.fromkeys(HIDDEN_FIELDS, "") if is_graded(str(row["address_protection"])) else row
        for row in rows["person"]
    ]
    drafts = [
        row | {"recipient": str(row["recipient"]).partition("\n")[0]}
        for row in rows["document"]
        if row["id"] not in papers
    ]
    return whole(rows | {"person": people, "document": drafts, "documentcontent": []})


def _row(
    kind: Kind, row: Values, edits: Mapping[tuple[str, UUID], list[str]], parts: dict[str, bytes]
) -> dict[str, object]:
    id = row[kind.key]
    assert isinstance(id, UUID)
    been = states(kind, row, edits.get((kind.name, id), ()))
    values = {name: _plain(value) for name, value in row.items()}
    for column in kind.contents:
        content = row[column]
        if isinstance(content, bytes):
            values[column] = f"bytes/{kind.name}/{id}/{column}"
            parts[f"bytes/{kind.name}/{id}/{column}"] = content
    return {"values": values, "states": been}


def _staff(session: Session, rows: Mapping[str, list[Values]]) -> list[dict[str, str]]:
    ids = {row[column] for name, found in rows.items() for row in found for column in kinds()[name].staff}
    people = [person for id in ids if id is not None and (person := session.get(Staff, id)) is not None]
    people.sort(key=lambda person: person.id)
    return [{"id": str(person.id), "name": person.name, "title": person.title} for person in people]


def _line(line: LogRow, language: str, masked: bool) -> dict[str, object]:
    changes = [] if masked else [[one.field, str(one.before or ""), str(one.after or "")] for one in line.changes]
    reason = "" if masked else line.reason
    what = line.told_on_paper(language) if masked else line.told_in(language)
    return {"at": line.at.isoformat(), "name": line.name, "what": what, "reason": reason, "changes": changes}


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case UUID():
            return str(value)
        case date():
            return value.isoformat()
    return value


def _json(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
