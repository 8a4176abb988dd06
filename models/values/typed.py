# SPDX-License-Identifier: MIT
"""What people type or paste, made fit to keep: one form of each letter, no stray breaks, a limit with a sentence."""

import re
import unicodedata
from datetime import date
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

# Direction marks turn the rest of a letter around; joiners stay, since names and emoji need them.
_DIRECTION = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
_BREAKS = re.compile(r"[\s\u0085\u2028\u2029]+")


def clean_line(typed: object) -> str:
    """One line: line breaks, tabs and doubled spaces from a paste become one space each."""
    return _BREAKS.sub(" ", _readable(typed, keep="\n\r\t\v\f\x85")).strip()


def clean_text(typed: object) -> str:
    """Running text: its own line breaks are kept, all written as one kind."""
    return _readable(typed, keep="\n\r\t").replace("\r\n", "\n").replace("\r", "\n").strip()


def _readable(typed: object, keep: str) -> str:
    text = unicodedata.normalize("NFC", "" if typed is None else str(typed)).translate(_DIRECTION)
    text = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign for sign in text if sign in keep or unicodedata.category(sign) != "Cc")


def first_line(text: str, most: int) -> str:
    """How running text begins, for a list."""
    return text.strip().partition("\n")[0][:most]


class _AtMost:
    """A limit that tells how long the text is and how long it may be."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, text: str) -> str:
        if len(text) > self.limit:
            raise PydanticCustomError("typed.too_long", "typed.too_long", {"limit": self.limit, "length": len(text)})
        return text


# Letters by name, and nothing to see: the fillers of hangul.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")


def gives_reason(text: str) -> bool:
    """Whether somebody can read why: at least two letters."""
    return sum(sign.isalpha() and sign not in _FILLERS for sign in text) > 1


def says_something(text: str) -> bool:
    """Whether there is anything to see: spaces, joiners and marks without width are nothing."""
    return any(unicodedata.category(sign)[0] not in "CZ" and sign not in _FILLERS for sign in text)


def _required(text: str) -> str:
    if not says_something(text):
        raise PydanticCustomError("typed.missing", "typed.missing")
    return text


def _reason(text: str) -> str:
    if not gives_reason(text):
        raise PydanticCustomError("typed.missing", "typed.missing")
    return text


# Minutes of a long meeting are 4 000 words and more.
NAME_LIMIT, LINE_LIMIT, TEXT_LIMIT, MINUTES_LIMIT = 120, 300, 20_000, 100_000

Name: TypeAlias = Annotated[str, BeforeValidator(clean_line), AfterValidator(_AtMost(NAME_LIMIT))]
RequiredName: TypeAlias = Annotated[Name, AfterValidator(_required)]
Line: TypeAlias = Annotated[str, BeforeValidator(clean_line), AfterValidator(_AtMost(LINE_LIMIT))]
RequiredLine: TypeAlias = Annotated[Line, AfterValidator(_required)]
Text: TypeAlias = Annotated[str, BeforeValidator(clean_text), AfterValidator(_AtMost(TEXT_LIMIT))]
LongText: TypeAlias = Annotated[str, BeforeValidator(clean_text), AfterValidator(_AtMost(MINUTES_LIMIT))]
RequiredText: TypeAlias = Annotated[Text, AfterValidator(_required)]
Reason: TypeAlias = Annotated[Text, AfterValidator(_reason)]


def _day(typed: object) -> object:
    if typed is None or isinstance(typed, date):
        return typed
    text = clean_line(typed)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("typed.no_such_day", "typed.no_such_day") from None


Day: TypeAlias = Annotated[date | None, BeforeValidator(_day)]
