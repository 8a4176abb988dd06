# SPDX-License-Identifier: MIT
"""How a family is written in lists, search hits and heads: name and children, ages, status and next deadline."""

from datetime import date, timedelta

from models.queries.families import ChildInRow, FamilyRow
from models.values.date_words import day_and_month, over_due_badge
from models.values.dates import age_on
from models.values.language import words
from models.values.names import listed
from views.discreet import shown
from views.texts import language, t
from views.widgets.basics import BadgeKind

SOON = timedelta(days=7)
# A deadline further off than a year is no news in a list.
FAR_OFF = timedelta(days=365)

STATUS_KIND: dict[str, BadgeKind] = {
    "registered": "neutral",
    "new": "info",
    "assessing": "warning",
    "ready": "info",
    "granted": "success",
    "granted_coordinator": "neutral",
    "coordinator_missing": "danger",
    "refused": "neutral",
    "ended": "neutral",
    "appeal": "warning",
    "closed": "neutral",
    "handed_over": "neutral",
}


def family_label(row: FamilyRow) -> str:
    """«Haugen – Emil og Selma», «Johansen – ventet i februar»."""
    children = listed([child_label(child) for child in row.children], t("families.and"))
    return f"{shown(row.name)} – {children}" if children else shown(row.name)


def child_label(child: ChildInRow) -> str:
    """The child's name, or when it is expected."""
    if child.name:
        return shown(child.name)
    if child.expected_on:
        return t("families.expected", month=words(language()).months[child.expected_on.month - 1])
    return t("families.unnamed")


def ages(row: FamilyRow, today: date) -> str:
    """«8, 11»; a dash for the expected child."""
    return ", ".join(_age(child, today) for child in row.children)


def _age(child: ChildInRow, today: date) -> str:
    return str(age_on(child.born_on, today)) if child.born_on and child.born_on <= today else "–"


def status_text(row: FamilyRow) -> str:
    """How far the family has come."""
    return t(f"families.status.{row.status}")


def status_kind(status: str) -> BadgeKind:
    """The colour beside the word."""
    return STATUS_KIND.get(status, "neutral")


def due_text(row: FamilyRow, today: date) -> str:
    """«Svar innen 4. des.», or how late it is."""
    if row.due_on is None or row.due_on > today + FAR_OFF:
        return ""
    if row.due_on < today and row.due_kind != "turns_18":
        return over_due_badge(row.due_on, today, language())
    return t(f"families.due.{row.due_kind}", when=day_and_month(row.due_on, language()))


def due_kind(row: FamilyRow, today: date) -> BadgeKind | None:
    """The colour of the deadline."""
    if row.due_on is None:
        return None
    if row.due_on < today:
        return "danger"
    return "warning" if row.due_on <= today + SOON else "neutral"
