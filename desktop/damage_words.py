# SPDX-License-Identifier: MIT
"""What is damaged in a vault, in sentences for the person who has opened it; never for a log or a file."""

from collections.abc import Callable

from models.store.damage import Damage

Say = Callable[..., str]
SHOWN = 12


def told(damage: Damage, say: Say) -> list[str]:
    """Pages, what they belong to, what is lost of it, and the families it concerns."""
    if not damage.pages and not damage.tables:
        return []
    lines = [_pages(damage, say)] if damage.pages else []
    if damage.owners:
        owners: dict[str, int] = {}
        for name, n in damage.owners:
            spoken = _owner(name, say)
            owners[spoken] = owners.get(spoken, 0) + n
        parts = ", ".join(say("damage.part", name=name, n=n) for name, n in owners.items())
        lines.append(say("damage.parts", parts=parts))
    if not damage.tables:
        return [*lines, say("damage.nothing_lost")]
    for one in damage.tables:
        numbers = {"kept": one.kept, "mended": one.mended, "torn": one.torn, "lost": one.lost}
        lines.append(say("damage.table_line", table=say(f"damage.table.{one.table}"), **numbers))
    names = ", ".join(damage.families)
    return [*lines, say("damage.families", names=names) if names else say("damage.no_families")]


def _pages(damage: Damage, say: Say) -> str:
    pages = ", ".join(map(str, damage.pages[:SHOWN]))
    more = len(damage.pages) - SHOWN
    if more > 0:
        pages = say("damage.more_pages", pages=pages, n=more)
    return say("damage.page_list", n=len(damage.pages), total=damage.of_pages, pages=pages)


def _owner(name: str, say: Say) -> str:
    match name:
        case "":
            return say("damage.unused")
        case "sqlite_schema":
            return say("damage.schema")
    return say("damage.index") if name.startswith(("sqlite_", "ix_", "uq_")) else say(f"damage.table.{name}")
