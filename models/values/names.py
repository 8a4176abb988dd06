# SPDX-License-Identifier: MIT
"""Names folded for search and order, whatever alphabet signs they hold (decisions.md, Search and sorting; R58)."""

import re
import unicodedata
from collections.abc import Iterable

# Letters that Unicode does not take apart, with the base letter a Norwegian reader looks under.
_BASE = str.maketrans(
    {"đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "þ": "th", "ß": "ss", "ł": "l", "ħ": "h", "ı": "i", "œ": "ø", "ə": "e"}
)
_ASCII = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
# The Norwegian alphabet ends with æ, ø, å; ä and ö stand with them, ü with y.
_ORDER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "ő": "|", "å": "}", "ü": "y", "ű": "y"})
_KEPT = frozenset("æøå")


def search_key(name: str) -> str:
    """The Norwegian fold: lower case, æøå kept, other accents off, Sami letters to their base, signs to spaces."""
    return _spaced("".join(_fold(sign) for sign in unicodedata.normalize("NFC", name.casefold()).translate(_BASE)))


def ascii_key(name: str) -> str:
    """The fold for keyboards without æøå: «odegard» finds Ødegård."""
    return search_key(name).translate(_ASCII)


def sort_key(name: str, override: str = "") -> str:
    """Norwegian order: aa as å, Sami letters near their base; `override` is the spelling a name is ordered by."""
    text = unicodedata.normalize("NFC", (override or name).casefold())
    if not override:
        text = text.replace("aa", "å")
    folded = "".join(sign if sign in "æøåäöőüű" else _fold(sign) for sign in text.translate(_BASE))
    return f"{_spaced(folded.translate(_ORDER))} \x00{text}"


def matches(query: str, norwegian: str, ascii: str) -> bool:
    """Whether each word of the query begins a word of one of the two stored keys."""
    stored = [f" {norwegian}", f" {ascii}"]
    return all(any(f" {word}" in key for key in stored) for word in search_key(query).split()) or all(
        f" {word}" in stored[1] for word in ascii_key(query).split()
    )


def full_name(given: str, family: str) -> str:
    """Given and family name with one space between."""
    return " ".join(f"{given} {family}".split())


def initials(*names: str) -> str:
    """«E.H.» of Emil Haugen; hyphened names give both letters: «A-M.H.»."""
    words = " ".join(names).split()
    return "".join(f"{'-'.join(part[0].upper() for part in word.split('-') if part)}." for word in words if word[:1])


def listed(names: Iterable[str], last: str) -> str:
    """«Anne, Per og Kari»; `last` is the word before the last one."""
    found = [name for name in names if name]
    return f" {last} ".join((", ".join(found[:-1]), found[-1])) if len(found) > 1 else "".join(found)


def _fold(sign: str) -> str:
    if sign in _KEPT:
        return sign
    return "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))


def _spaced(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s{|}]|_", lambda found: "" if found[0] in "'’.`´" else " ", text).split())
