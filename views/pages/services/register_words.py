# SPDX-License-Identifier: MIT
"""How the register tells of a service: its columns, its contacts, and which duty to cooperate binds it."""

from datetime import date

from models.queries.services import ContactRow, ServiceRow
from models.rules.cooperation import SECTORS
from models.rules.law import law_on
from models.values.org_number import read_org_number
from views.discreet import shown
from views.table.column import Column
from views.texts import language, t
from views.widgets.basics import BadgeKind
from views.widgets.rows import Row


def register_columns() -> tuple[Column[ServiceRow], ...]:
    """Name, who runs it, whom to ask for, phone and how many families."""
    return (
        Column("name", "services.column.name", lambda row: row.name, 236, strong=True),
        Column("level", "services.column.level", lambda row: t(f"services.level.{row.level}"), 112, second_rank=True),
        Column("contact", "services.column.contact", _contacts, 130),
        Column("phone", "services.column.phone", _phone, 96, second_rank=True),
        Column("families", "services.column.families", _families, 66, order=lambda row: row.families or None),
    )


def _contacts(row: ServiceRow) -> str:
    if not row.now:
        return ""
    first = shown(row.now[0].name)
    return t("services.contact_and_more", name=first, n=len(row.now) - 1) if len(row.now) > 1 else first


def _phone(row: ServiceRow) -> str:
    return row.phone or next((one.phone for one in row.now if one.phone), "")


def _families(row: ServiceRow) -> str:
    return str(row.families) if row.families else ""


def contact_row(one: ContactRow) -> Row:
    """A contact in the list beside the table."""
    second = " · ".join(filter(None, (one.title, one.phone, one.email)))
    left: tuple[str, BadgeKind] | None = (t("services.contact_left"), "neutral") if one.left else None
    return Row(one.id, shown(one.name), second=second, icon="person", badge=left, value=one)


def duty_to_cooperate(sector: str, today: date) -> str:
    """What the sector's own act says of cooperation, with its paragraph; empty where none is known."""
    law = law_on(today)
    id = SECTORS.get(sector, "")
    if not law.has(id):
        return ""
    found = law.find(id)
    return t("services.duty", says=found.plain[language()], law=found.text)


def facts(row: ServiceRow) -> list[str]:
    """What is known beside the name, a line each."""
    number = read_org_number(row.org_number).shown if row.org_number else ""
    told = (
        ("phone", row.phone),
        ("email", row.email),
        ("web", row.web),
        ("address", row.address),
        ("org_number", number),
    )
    return [t(f"services.told.{name}", value=value) for name, value in told if value]
