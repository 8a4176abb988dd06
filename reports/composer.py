# SPDX-License-Identifier: MIT
"""How one kind of paper is composed: its title, what it says, and which look it has."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from reports.blocks import Kind
from reports.parts import Part


class Composer(NamedTuple):
    """Gives a paper's title without names, and its parts in reading order; `kind` chooses the margins."""

    title: Callable[[Any], str]
    parts: Callable[[Any], Iterable[Part]]
    kind: Kind = "letter"
