# SPDX-License-Identifier: MIT
"""The written languages of the program and its letters, and the names of the languages people speak (R11, R57)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from resources import path

WRITTEN = ("nb", "nn")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one målform that dates, spans and languages are written with."""

    months: tuple[str, ...]
    months_short: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    spans: dict[str, dict[str, str]]
    relative: dict[str, str]
    holidays: dict[str, str]
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
        holidays=table["holidays"],
        names=table["names"],
        week_number=table["week_number"],
        clock=table["clock"],
    )


def is_language_tag(tag: str) -> bool:
    """Whether it looks like a BCP 47 tag, such as «se» or «sr-Latn»."""
    return _TAG.fullmatch(tag) is not None


def language_name(tag: str, written: str) -> str:
    """What the language is called in bokmål or nynorsk; what has no name there is given back as it is."""
    return words(written).names.get(tag, tag)


def spoken_languages(written: str) -> tuple[tuple[str, str], ...]:
    """Tags and names of the languages that are offered, by name."""
    return tuple(sorted(words(written).names.items(), key=lambda pair: pair[1]))


def language_tag(typed: str) -> str:
    """The tag of a language written by name in bokmål or nynorsk; other words are given back as typed."""
    wanted = typed.strip().casefold()
    for written in WRITTEN:
        for tag, name in words(written).names.items():
            if wanted == name:
                return tag
    return typed.strip()
