# SPDX-License-Identifier: MIT
"""The tables of the vault, one aggregate each; importing this package declares them all."""

from sqlmodel import SQLModel

from models.records import (
    appeal,
    appointment,
    assessment,
    care_team,
    child_view,
    consent,
    coordination,
    deletion,
    determination,
    document,
    draft,
    enquiry,
    family,
    family_service,
    history,
    listing,
    meeting,
    merge,
    municipality,
    note,
    office_text,
    person,
    service,
    staff,
    task,
    transfer,
    transition,
    vault_identity,
    vault_mark,
)

__all__ = [
    "appeal",
    "appointment",
    "assessment",
    "care_team",
    "child_view",
    "consent",
    "coordination",
    "deletion",
    "determination",
    "document",
    "draft",
    "enquiry",
    "family",
    "family_service",
    "history",
    "listing",
    "meeting",
    "merge",
    "municipality",
    "note",
    "office_text",
    "person",
    "service",
    "staff",
    "task",
    "transfer",
    "transition",
    "vault_identity",
    "vault_mark",
]

# Records carry foreign keys but no relationships, so a flush may insert the child before its parent: ask at commit.
for _table in SQLModel.metadata.tables.values():
    for _constraint in _table.foreign_key_constraints:
        _constraint.deferrable, _constraint.initially = True, "DEFERRED"
