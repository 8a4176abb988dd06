# SPDX-License-Identifier: MIT
"""The standard texts of documents, in the recipient's language and never in another."""

from functools import cache
from hashlib import sha256

from resources import path
from resources.catalogue import fill


def text(language: str, key: str, /, **values: object) -> str:
    """The text under this key in this language; raises MissingText rather than falling back."""
    return fill(key, language, **values).strip()


@cache
def edition(language: str) -> str:
    """A short fingerprint of the standard texts, kept with each finished letter."""
    found = sha256()
    for file in sorted(path("texts", language).glob("letters*.toml")):
        found.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"{language}-{found.hexdigest()[:12]}"
