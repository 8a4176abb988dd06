# SPDX-License-Identifier: MIT
"""The conditions of the right as data: what each asks, plain help, and what one must not forget (R14)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from resources import path


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of hol § 7-2 a, told in both languages."""

    id: str
    number: int
    title: Mapping[str, str]
    help: Mapping[str, str]
    reminders: Mapping[str, tuple[str, ...]]
    provisions: tuple[str, ...]


def _condition(number: int, entry: Mapping[str, Any]) -> Condition:
    return Condition(
        id=entry["id"],
        number=number,
        title=entry["title"],
        help=entry["help"],
        reminders={language: tuple(lines) for language, lines in entry["reminders"].items()},
        provisions=tuple(entry["provisions"]),
    )


def _load() -> dict[str, Condition]:
    entries = tomllib.loads(path("law", "conditions.toml").read_text("utf-8"))["condition"]
    built = [_condition(number, entry) for number, entry in enumerate(entries, start=1)]
    return {condition.id: condition for condition in built}


CONDITIONS: Mapping[str, Condition] = _load()
