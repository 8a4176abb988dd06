# SPDX-License-Identifier: MIT
"""The words of the program and its documents, looked up by key and language."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from resources import path

LANGUAGES = ("nb", "nn")


class MissingText(KeyError):
    """No text stands under this key in this language."""


@cache
def _entries(language: str) -> Mapping[str, str | dict[str, str]]:
    found: dict[str, str | dict[str, str]] = {}
    for file in sorted(path("texts", language).glob("*.toml")):
        found.update(_flat(file.stem, tomllib.loads(file.read_text("utf-8"))))
    return found


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str | dict[str, str]]]:
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, str) or (isinstance(value, dict) and set(value) == {"one", "other"}):
            yield key, value
        elif isinstance(value, dict):
            yield from _flat(key, value)


@cache
def keys(language: str) -> frozenset[str]:
    """Every key that has a text in this language."""
    return frozenset(_entries(language))


def find(key: str, language: str) -> str | dict[str, str]:
    """The text as it stands in the catalogue, before numbers and names are filled in."""
    try:
        return _entries(language)[key]
    except KeyError:
        raise MissingText(f"{language}: {key}") from None


def fill(key: str, language: str, /, **values: object) -> str:
    """The text with its fields filled in; `n` chooses between one and other."""
    pattern = chosen(key, language, values)
    return pattern.format(**values) if values else pattern


def chosen(key: str, language: str, values: Mapping[str, object]) -> str:
    """The text that fits these values, before they are filled in."""
    entry = find(key, language)
    return entry["one" if values.get("n") == 1 else "other"] if isinstance(entry, dict) else entry
