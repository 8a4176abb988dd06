# SPDX-License-Identifier: MIT
"""Fields in the texts people write for letters, «{barnets fornavn}»: found, filled in, and told of when wrong."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Literal

from models.values.refusal import Refusal
from models.values.typed import clean_line
from resources import path

# A field ends on its own line: what is opened and never closed must not swallow the rest of the letter.
_FIELD = re.compile(r"\{([^{}\n]*)\}")
_UNCLOSED = re.compile(r"\{([^{}\n]*)(?=[{\n]|\Z)")
_OPEN_AT_END = re.compile(r"\{([^{}\n]*)\Z")
# What says who the family is.
OF_FAMILY = ("child", "child_called", "family")
# So many letters of a name are said.
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class LetterField:
    """A field by its id, and what it is called in bokmål and nynorsk; `own` belongs to single standard texts."""

    id: str
    names: Mapping[str, str]
    own: bool = False


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What is wrong with a field, as it stands in the text; `meant` is the name that was probably meant.

    unknown: no field has this name. unclosed: the last bracket is missing. empty: there is nothing to fill in yet.
    """

    kind: Literal["unknown", "unclosed", "empty"]
    name: str
    meant: str = ""

    def refusal(self, field: str = "") -> Refusal:
        """The sentence that says what to do, for the field of the screen where the text stands."""
        key = "letter_fields.fault.meant" if self.meant else f"letter_fields.fault.{self.kind}"
        called = self.name if len(self.name) <= _SHOWN else f"{self.name[:_SHOWN].strip()} …"
        name = "{" + called if self.kind == "unclosed" else f"{{{called}}}"
        return Refusal(key, field, name=name, meant=f"{{{self.meant}}}", begin="{", end="}")


@cache
def letter_fields() -> tuple[LetterField, ...]:
    """Every field there is, in the order they are offered."""
    table = tomllib.loads(path("letter_fields.toml").read_text("utf-8"))["field"]
    return tuple(LetterField(one["id"], {"nb": one["nb"], "nn": one["nn"]}, one.get("own", False)) for one in table)


@cache
def _by_name() -> Mapping[str, str]:
    return {name.casefold(): one.id for one in letter_fields() for name in one.names.values()}


@cache
def _by_id() -> Mapping[str, LetterField]:
    return {one.id: one for one in letter_fields()}


def field_of(name: str) -> str:
    """The id behind a name as somebody typed it, in either målform; empty when there is none."""
    return _by_name().get(clean_line(name).casefold(), "")


def name_of(id: str, language: str) -> str:
    """What the field is called in this målform; raises KeyError for an id nobody has given a name."""
    return _by_id()[id].names[language]


def has_name(id: str) -> bool:
    """Whether people know this field by a name."""
    return id in _by_id()


def usable_in(shipped: str) -> frozenset[str]:
    """The fields that may stand in the place of a standard text: those of every letter, and those it uses itself."""
    own = {field_of(found) for found in _FIELD.findall(shipped)}
    return frozenset(one.id for one in letter_fields() if not one.own or one.id in own)


def in_words(pattern: str, language: str) -> str:
    """A standard text of ours with the names of its fields, as people read and write it."""
    return _FIELD.sub(lambda found: f"{{{name_of(found[1], language)}}}", pattern)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with every field that has a value filled in, once; a field with a capital gives its value one."""

    def value(found: re.Match[str]) -> str:
        said = values.get(field_of(found[1]), "")
        if not said:
            return found[0]
        return said[:1].upper() + said[1:] if found[1].strip()[:1].isupper() else said

    return _FIELD.sub(value, text)


def field_faults(text: str, values: Mapping[str, str], language: str) -> tuple[FieldFault, ...]:
    """What is wrong with the fields of a text, each fault once, in the order it is met."""
    return tuple(dict.fromkeys(_faults(text, values, language)))


def _faults(text: str, values: Mapping[str, str], language: str) -> Iterator[FieldFault]:
    met = [*_FIELD.finditer(text), *_UNCLOSED.finditer(_FIELD.sub(lambda found: " " * len(found[0]), text))]
    first: dict[str, re.Match[str]] = {}
    for one in sorted(met, key=lambda one: one.start()):
        first.setdefault(one[0], one)
    for found in first.values():
        name = clean_line(found[1])
        if not found[0].endswith("}"):
            yield FieldFault("unclosed", name[:_SHOWN].strip())
        elif not (id := field_of(name)):
            yield FieldFault("unknown", name, _meant(name, values, language))
        elif not values.get(id):
            yield FieldFault("empty", name)


def _meant(name: str, known: Collection[str], language: str) -> str:
    """The field whose name in this målform, or else in the other, looks most like what was typed."""
    for other in (language, *({"nb", "nn"} - {language})):
        names = {one.names[other].casefold(): one.names[language] for one in letter_fields() if one.id in known}
        if close := get_close_matches(name.casefold(), names, n=1, cutoff=0.6):
            return names[close[0]]
    return ""


def being_typed(before: str) -> str | None:
    """What stands after the bracket that was opened last before the caret; None outside a field."""
    found = _OPEN_AT_END.search(before)
    return found[1] if found else None


def offered(typed: str, known: Collection[str], language: str) -> tuple[str, ...]:
    """The names that go on from what was typed: those that begin so first, then those that hold it."""
    names = [one.names[language] for one in letter_fields() if one.id in known]
    sought = clean_line(typed).casefold()
    begins = [name for name in names if name.casefold().startswith(sought)]
    return (*begins, *(name for name in names if sought in name.casefold() and name not in begins))
