# SPDX-License-Identifier: MIT
"""The tables of the vault, one aggregate each; importing this package declares them all."""

from sqlmodel import SQLModel

from models.records import (
    appeal,
    appointment,
    assessment,
    coordination,
    deletion,
    determination,
    document,
    draft,
    enquiry,
    family,
    history,
    listing,
    merge,
    municipality,
    note,
    office_text,
    person,
    staff,
    transfer,
    vault_identity,
    vault_mark,
)

__all__ = [
    "appeal",
    "appointment",
    "assessment",
    "coordination",
    "deletion",
    "determination",
    "document",
    "draft",
    "enquiry",
    "family",
    "history",
    "listing",
    "merge",
    "municipality",
    "note",
    "office_text",
    "person",
    "staff",
    "transfer",
    "vault_identity",
    "vault_mark",
]

# Records carry foreign keys but no relationships, so a flush may insert the child before its parent: ask at commit.
for _table in SQLModel.metadata.tables.values():
    for _constraint in _table.foreign_key_constraints:
        _constraint.deferrable, _constraint.initially = True, "DEFERRED"
