# SPDX-License-Identifier: MIT
"""The tables of the vault, one aggregate each; importing this package declares them all."""

from models.records import (
    appeal,
    appointment,
    assessment,
    coordination,
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
    person,
    staff,
)

__all__ = [
    "appeal",
    "appointment",
    "assessment",
    "coordination",
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
    "person",
    "staff",
]
