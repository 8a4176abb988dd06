# SPDX-License-Identifier: MIT
"""The written languages of the program and its letters, and the names of the languages people speak (R11, R57)."""

import tomllib
from dataclasses import dataclass
from functools import cache

from resources import path

WRITTEN = ("nb", "nn")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one målform that dates, spans and languages are written with."""

    months: tuple[str, ...]
    months_short: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    spans: dict[str, dict[str, str]]
    relative: dict[str, str]
    names: dict[str, str]
    week_number: str
    clock: str


@cache
def words(language: str) -> Words:
    """The words of bokmål or nynorsk."""
    table = tomllib.loads(path("language", f"{language}.toml").read_text("utf-8"))
    return Words(
        months=tuple(table["months"]),
        months_short=tuple(table["months_short"]),
        weekdays=tuple(table["weekdays"]),
        weekdays_short=tuple(table["weekdays_short"]),
        spans={unit: table[unit] for unit in ("day", "week", "month", "year")},
        relative=table["relative"],
        names=table["names"],
        week_number=table["week_number"],
        clock=table["clock"],
    )


def language_name(tag: str, written: str) -> str:
    """What the language is called in bokmål or nynorsk; what has no name there is given back as it is."""
    return words(written).names.get(tag, tag)


def spoken_languages(written: str) -> tuple[tuple[str, str], ...]:
    """Tags and names of the languages that are offered, by name."""
    return tuple(sorted(words(written).names.items(), key=lambda pair: pair[1]))
