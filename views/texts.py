# SPDX-License-Identifier: MIT
"""The words on the screen, in the language the municipality works in."""

from datetime import date, datetime

from models.values.date_words import long_date, moment_text
from resources import catalogue

DEFAULT = "nb"
_language = DEFAULT


def use_language(language: str) -> None:
    """From now on the screen speaks this language; whoever shows text builds it anew."""
    global _language
    if language not in catalogue.LANGUAGES:
        raise ValueError(language)
    _language = language


def language() -> str:
    """The language the screen speaks now: «nb» or «nn»."""
    return _language


def t(key: str, /, **values: object) -> str:
    """The text of this key; a date among the values is written out, and `n` chooses between one and other.

    A text that nynorsk lacks is shown in bokmål rather than not at all.
    """
    said = {name: _said(value) for name, value in values.items()}
    try:
        return catalogue.fill(key, _language, **said)
    except catalogue.MissingText:
        if _language == DEFAULT:
            raise
        return catalogue.fill(key, DEFAULT, **said)


def _said(value: object) -> object:
    if isinstance(value, datetime):
        return moment_text(value, _language)
    return long_date(value, _language) if isinstance(value, date) else value


def has(key: str) -> bool:
    """Whether some text stands under this key."""
    return key in catalogue.keys(DEFAULT)
