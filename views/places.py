# SPDX-License-Identifier: MIT
"""The pages of the sidebar, told as data; a page that does not exist is not shown."""

from dataclasses import dataclass
from typing import Protocol

from views.texts import t
from views.widgets.nav_list import Entry


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A page of the sidebar; Ctrl+number keeps its meaning even when some pages are not shown."""

    page: str
    icon: str
    number: int
    unit: bool = False


PLACES = (
    PlaceEntry("my_day", "sun", 1),
    PlaceEntry("families", "family", 2),
    PlaceEntry("meetings", "calendar", 3),
    PlaceEntry("tasks", "task", 4),
    PlaceEntry("services", "network", 5),
    PlaceEntry("settings", "sliders", 8, unit=True),
    PlaceEntry("vault_log", "clock", 9, unit=True),
)


class Knows(Protocol):
    """Whoever knows which pages exist."""

    def has(self, name: str) -> bool: ...


def entries(stage: Knows) -> list[Entry]:
    """The entries of the sidebar, those of the coordinating unit under a heading of their own."""
    shown = [one for one in PLACES if stage.has(one.page)]
    own = [_entry(one) for one in shown if not one.unit]
    unit = [_entry(one) for one in shown if one.unit]
    return [*own, *([Entry(t("shell.unit"))] if unit else []), *unit]


def _entry(one: PlaceEntry) -> Entry:
    return Entry(t(f"shell.nav.{one.page}"), one.page, one.icon)
