# SPDX-License-Identifier: MIT
"""A standard text of ours as a municipality meets it: where it stands, what it says, and what can be filled in."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.values.letter import Paper


@dataclass(frozen=True, slots=True)
class StandardText:
    """`label` is the key of what the screen calls it; `shipped` is our text with the names of its fields."""

    key: str
    label: str
    shipped: str
    fields: Mapping[str, str]
    example: Paper


@dataclass(frozen=True, slots=True)
class StandardLetter:
    """A letter by its title, with the standard texts of all its variants in reading order."""

    title: str
    texts: tuple[StandardText, ...]
