# SPDX-License-Identifier: MIT
"""How one kind of paper is composed: its title, what it says, and which look it has."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from reports.blocks import Kind, References
from reports.parts import Part

ROOMS = 16


class Composer(NamedTuple):
    """Gives a paper's title without names, and its parts in reading order; `kind` chooses the margins.

    `corner` gives other references than a letter has. `shorter` cuts the data of a paper that has one page only, the
    more the smaller the room (0 to ROOMS) it is given. `closer` is the look of one that fits a page only by it.
    """

    title: Callable[[Any], str]
    parts: Callable[[Any], Iterable[Part]]
    kind: Kind = "letter"
    corner: Callable[[Any], References] | None = None
    shorter: Callable[[Any, int], Any] | None = None
    closer: Kind | None = None
