# SPDX-License-Identifier: MIT
"""What is damaged in a vault, in sentences for the person who has opened it; never for a log or a file."""

from collections.abc import Callable

from models.store.backups import Copy
from models.store.damage import Damage
from models.values.dates import OSLO

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


def told_of_copy(copy: Copy | None, damage: Damage | None, say: Say) -> list[str]:
    """When the newest good copy was made, what it holds of what was hit, and what has come since."""
    if copy is None:
        return [say("damage.no_copy")]
    rows = copy.manifest.rows
    moment = copy.made.astimezone(OSLO)
    held = {"families": rows.get("family", 0), "notes": rows.get("contactnote", 0), "lines": copy.manifest.log_length}
    lines = [say("damage.copy", day=f"{moment:%d.%m.%Y}", time=f"{moment:%H.%M}", **held)]
    if damage is None:
        return lines
    if damage.tables:
        hit = (
            say("damage.part", name=say(f"damage.table.{one.table}"), n=rows.get(one.table, 0)) for one in damage.tables
        )
        lines.append(say("damage.copy_has", parts=", ".join(hit)))
    since = damage.log_length - copy.manifest.log_length
    if not damage.log_length:
        return lines
    return [*lines, say("damage.copy_since", n=since) if since > 0 else say("damage.copy_has_all")]


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
