# SPDX-License-Identifier: MIT
"""Reading a line of minutes as a task: «NAV sender avtale 15.1.» is a service, what it does, and by when.

A person or a day is only ever one that stands in the line; whatever cannot be read stays missing and is told so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from models.values.date_reading import read_date
from models.values.dates import make_date

Lack = Literal["what", "who", "due"]

BULLET = re.compile(r"^[\s•·*–—-]+")
EDGES = " \t.,;:–—-"
# Words that say that a day comes, and words after which a day is something else than a deadline.
LEADS = ("innen", "innan", "senest", "seinast", "før", "frist", "fristen", "den", "på", "til", "dato", "er")
OTHER_DAY = frozenset({"fra", "frå", "siden", "sidan", "etter", "kl", "nr", "sak", "mål", "side", "trinn", "versjon"})
MODALS = re.compile(
    r"^(?:skal|må|vil|kan|bør|(?:har|tar|tek) (?:ansvar|ansvaret)(?: for)?(?: å| at)?|(?:tar|tek) på seg(?: å)?)\s+",
    re.IGNORECASE,
)
NO_VERBS = frozenset({"eller", "etter", "over", "under", "dessuten", "heller", "aldri", "gjerne", "er"})
SHORT_VERBS = frozenset({"ser", "går", "tar", "får", "gir", "blir", "står", "sier", "sørgjer"})
JOINS = frozenset({"og", "eller", "&", "/", "samt", "med"})
LONGEST_DAY, LONGEST_NAME = 5, 6


@dataclass(frozen=True, slots=True)
class Doer:
    """Somebody who may take a task: by name, and by the words people use for the service or the part they have."""

    key: str
    name: str = ""
    service: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskReading:
    """What was read; `several` are those a name may mean when it is not clear who."""

    what: str = ""
    who: Doer | None = None
    due_on: date | None = None
    several: tuple[Doer, ...] = ()

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What must be told before it is a task somebody can be held to, in the order one asks."""
        found: list[tuple[Lack, object]] = [("what", self.what), ("who", self.who), ("due", self.due_on)]
        return tuple(name for name, value in found if not value)


def read_task(line: str, doers: Sequence[Doer], today: date) -> TaskReading:
    """Who stands first, the day last, and the rest is what is to be done."""
    text = " ".join(BULLET.sub("", line).split())
    rest, day = _take_day(text, today)
    found, rest = _take_who(rest, doers)
    one = found[0] if len(found) == 1 else None
    return TaskReading(_as_task(rest, named=bool(found)), one, day, found if len(found) > 1 else ())


def _take_day(text: str, today: date) -> tuple[str, date | None]:
    """The day at the end of the line, or the one that a word such as «innen» leads to."""
    words = text.split()
    for first, last in _windows(words):
        led = bool(first) and words[first - 1].casefold().strip(EDGES) in LEADS
        if (last < len(words) and not (led and words[first - 1].casefold() in LEADS[:6])) or _is_other(words, first):
            continue
        day = _deadline(" ".join(words[first:last]), today, led)
        if day is not None:
            return " ".join((*_without_leads(words[:first]), *words[last:])).strip(" ,;–"), day
    return text, None


def _windows(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of words that may be a day: from the end of the line, the longest first."""
    for last in range(len(words), 0, -1):
        yield from ((first, last) for first in range(max(0, last - LONGEST_DAY), last))


def _is_other(words: Sequence[str], first: int) -> bool:
    before = [word.casefold().strip(EDGES) for word in words[:first]]
    # «fra 1.5 til 2.5» is how much, not when
    return bool(before) and (before[-1] in OTHER_DAY or (before[-1] == "til" and bool({"fra", "frå"} & {*before})))


def _without_leads(words: Sequence[str]) -> tuple[str, ...]:
    kept = list(words)
    while kept and kept[-1].casefold().strip(EDGES) in LEADS:
        kept.pop()
    return tuple(kept)


def _deadline(said: str, today: date, led: bool) -> date | None:
    """The day it means if it can be a deadline; half a phone number or a share is none."""
    plain = said.casefold().strip(EDGES)
    numbers = re.fullmatch(r"[\d\s./-]+", plain)
    clear = re.fullmatch(
        r"\d{1,2}\s?\.\s?\d{1,2}(\s?\.\s?\d{2,4})?|\d{1,2}/\d{1,2}([/-]\d{2,4})?|\d{4}-\d\d-\d\d", plain
    )
    if (numbers and not (clear or led)) or (led and re.fullmatch(r"\d{1,2}(\s\d{1,2})+", plain)):
        return None
    day = read_date(plain, today).day
    if day is None or day >= today:
        return day
    return None if re.search(r"\d{4}|\d+\D+\d+\D+\d{2}$|^\d{6}$|sid[ae]n|går", plain) else _next(day, today)


def _next(day: date, today: date) -> date | None:
    """A day and month without a year lies ahead when it is a deadline."""
    if today - day > timedelta(days=366) or (today - day).days < 1:
        return None
    found = [one for year in (today.year, today.year + 1) if (one := make_date(year, day.month, day.day))]
    return next((one for one in found if one >= today), None)


def _take_who(text: str, doers: Sequence[Doer]) -> tuple[tuple[Doer, ...], str]:
    """Those the first words may mean, or those in brackets at the end; and what is left."""
    words = text.split()
    for count in range(min(LONGEST_NAME, len(words)), 0, -1):
        said = " ".join(words[:count])
        if found := _meant(said, doers):
            return _with_joined(found, words[count:], doers)
    if last := re.fullmatch(r"(.+?)\s*(?:\(([^()]+)\)|[–:]\s*([^–:]+))", text):
        found = _meant(last[2] or last[3], doers)
        return (found, last[1]) if found else ((), text)
    return (), text


def _with_joined(found: tuple[Doer, ...], words: Sequence[str], doers: Sequence[Doer]) -> tuple[tuple[Doer, ...], str]:
    """«Are og Kari sender»: one of them must have it, and the program does not choose."""
    if len(words) > 1 and words[0].casefold() in JOINS:
        for count in range(min(LONGEST_NAME, len(words) - 1), 0, -1):
            if others := _meant(" ".join(words[1 : 1 + count]), doers):
                both = tuple(dict.fromkeys((*found, *others)))
                return both, " ".join(words[1 + count :])
    rest = " ".join(words).lstrip(" ,:–-")
    # «Are Strand, NAV, sender»: the service told after the name is the same one
    service, comma, more = rest.partition(",")
    return found, more.strip() if comma and set(found) & set(_meant(service, doers)) else rest


def _meant(said: str, doers: Sequence[Doer]) -> tuple[Doer, ...]:
    """By whole name before first name, before the words of a service; a service may stand for its one person."""
    plain = _folded(said)
    if not plain:
        return ()
    for names in (_whole, _first, _spoken):
        if found := tuple(one for one in doers if plain in names(one)):
            return found
    return ()


def _whole(one: Doer) -> frozenset[str]:
    return frozenset(filter(None, (_folded(one.name), _folded(one.service), _folded(f"{one.name} {one.service}"))))


def _first(one: Doer) -> frozenset[str]:
    parts = one.name.split()
    return frozenset({_folded(parts[0]), _folded(parts[-1])} - {""}) if parts else frozenset()


def _spoken(one: Doer) -> frozenset[str]:
    """Each word for a service, also as one says it: skole, skolen, skulen."""
    found = set[str]()
    for word in map(_folded, one.words):
        plain = {word, word.replace("skole", "skule"), word.replace("teneste", "tjeneste")}
        for form in filter(None, plain | {one.replace("tjeneste", "teneste") for one in plain}):
            bare = form.removesuffix("e")
            found |= {form, f"{form}n", f"{form}t", f"{bare}en", f"{bare}a", f"{bare}et"}
    return frozenset(found)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).strip(EDGES)


def _as_task(text: str, named: bool) -> str:
    """«sender avtale» of somebody becomes «Sende avtale»; without anybody the words stand as they are."""
    told = text.strip(" ,;:–-").removesuffix(".")
    if named:
        verb, space, rest = MODALS.sub("", told, count=1).partition(" ")
        told = f"{_infinitive(verb)}{space}{rest}"
    return f"{told[:1].upper()}{told[1:]}"


def _infinitive(verb: str) -> str:
    plain = verb.casefold()
    long = plain.endswith(("er", "ar")) and len(plain) > 4 and plain not in NO_VERBS
    return verb[:-1] if long or plain in SHORT_VERBS else verb
