# SPDX-License-Identifier: MIT
"""The columns of the list of families."""

from collections.abc import Callable
from datetime import date

from models.queries.families import FamilyRow
from views.discreet import shown
from views.pages.families import words
from views.table.column import Column
from views.texts import t


def family_columns(today: Callable[[], date]) -> tuple[Column[FamilyRow], ...]:
    """Family and children, ages, coordinator, status and next deadline."""
    return (
        Column("family", "families.column.family", words.family_label, 290, strong=True, order=_order),
        Column("age", "families.column.age", lambda row: words.ages(row, today()), 80, order=_youngest),
        Column("coordinator", "families.column.coordinator", _coordinator, 180, muted=lambda row: not row.coordinator),
        Column(
            "status",
            "families.column.status",
            words.status_text,
            185,
            badge=lambda row: words.status_kind(row.status),
        ),
        Column(
            "due",
            "families.column.due",
            lambda row: words.due_text(row, today()),
            150,
            badge=lambda row: words.due_kind(row, today()),
            order=lambda row: row.due_on,
        ),
    )


def _coordinator(row: FamilyRow) -> str:
    return shown(row.coordinator) if row.coordinator else t("families.no_coordinator")


def _order(row: FamilyRow) -> str:
    return row.sort_key


def _youngest(row: FamilyRow) -> date | None:
    births = [child.born_on for child in row.children if child.born_on]
    return max(births, default=None)
