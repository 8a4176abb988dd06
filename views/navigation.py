# SPDX-License-Identifier: MIT
"""Where the person is, where they came from, and the way back to the same row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

Place = dict[str, object]
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Stop:
    """A page and the place inside it."""

    page: str
    place: Place = field(default_factory=dict)


class Stage(Protocol):
    """What shows pages: the main window."""

    def show_stop(self, stop: Stop) -> None:
        """Bring the page into view at this place."""
        ...

    def stop_in_view(self) -> Stop | None:
        """Which page is in view, and where in it the person is."""
        ...


class Navigator:
    """Opens pages and remembers the way; a page gets it in its constructor.

    navigator.open("family", id=family_id, tab="right")
    navigator.back()
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    def open(self, page: str, **place: object) -> None:
        """Go to a page; `place` is what the page's go_to understands."""
        self._remember()
        self._ahead.clear()
        self._stage.show_stop(Stop(page, dict(place)))

    def lead_on(self, page: str, **place: object) -> None:
        """From a place that only leads elsewhere: the way back goes past it."""
        self._stage.show_stop(Stop(page, dict(place)))

    def back(self) -> bool:
        """To where the person was before, at the same row."""
        return self._move(self._behind, self._ahead)

    def forward(self) -> bool:
        """The way back again."""
        return self._move(self._ahead, self._behind)

    def here(self) -> Stop | None:
        """Where the person is now."""
        return self._stage.stop_in_view()

    def can_go_back(self) -> bool:
        """Whether there is a way back."""
        return bool(self._behind)

    def can_go_forward(self) -> bool:
        """Whether the person has gone back."""
        return bool(self._ahead)

    def way(self) -> Mapping[str, list[Stop]]:
        """The whole way, for the place kept over lock."""
        return {"behind": list(self._behind), "ahead": list(self._ahead)}

    def restore(self, behind: list[Stop]) -> None:
        """Take up the way kept over lock."""
        self._behind = behind[-LONGEST:]
        self._ahead.clear()

    def _move(self, source: list[Stop], target: list[Stop]) -> bool:
        if not source:
            return False
        if (here := self._stage.stop_in_view()) is not None:
            target.append(here)
        self._stage.show_stop(source.pop())
        return True

    def _remember(self) -> None:
        here = self._stage.stop_in_view()
        if here is not None:
            self._behind.append(here)
            del self._behind[:-LONGEST]
