# SPDX-License-Identifier: MIT
"""The standard texts of documents, in the recipient's language and never in another."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from resources import path
from resources.catalogue import chosen


class Told(str):
    """A standard text that remembers which it is, so that the municipality can have its own in its place."""

    __slots__ = ("key", "pattern", "values")
    key: str
    pattern: str
    values: Mapping[str, object]


def text(language: str, key: str, /, **values: object) -> Told:
    """The text under this key in this language; raises MissingText rather than falling back."""
    pattern = chosen(key, language, values).strip()
    told = Told(pattern.format(**values) if values else pattern)
    told.key, told.pattern, told.values = key, pattern, values
    return told


@cache
def edition(language: str, own: int = 0) -> str:
    """A short fingerprint of the standard texts, and which version of the municipality's own, kept with each letter."""
    found = sha256()
    for file in sorted(path("texts", language).glob("letters*.toml")):
        found.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"{language}-{found.hexdigest()[:12]}" + (f"+{own}" if own else "")
