# SPDX-License-Identifier: MIT
"""Whether a text is easy to read (språklova § 9): its LIX number, sentences that are too long, and heavy words."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from resources import path

LONG_SENTENCE = 25
LONG_WORD = 6
# Björnsson's scale in three: a newspaper lies between, an act of parliament above.
MEDIUM, HARD = 40, 50
# The number says nothing of a few words.
ENOUGH_WORDS = 20

Ease = Literal["easy", "medium", "hard"]
_WORD = re.compile(r"\w+(?:[-'’/.]\w+)*")
_FIELD = re.compile(r"\{[^{}\n]*\}")
_POINT = re.compile(r"^\s*[–•-]\s+")
# Not «1. mars», «kl. 13» or «f.eks. slik»: what follows a full stop begins with a capital.
_END = re.compile(r"[.!?…]+[»”\")]*\s+(?=[«“\"(]?[^\W\d_a-zæøå])")


@dataclass(frozen=True, slots=True)
class Heavy:
    """A heavy word as it stands in the text, and what says the same more plainly."""

    word: str
    plainer: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text reads; `ease` is nothing where it is too short to tell."""

    words: int
    lix: int
    ease: Ease | None
    long_sentences: tuple[str, ...] = ()
    heavy: tuple[Heavy, ...] = ()


def reading_of(text: str, language: str) -> Reading:
    """All there is to say of a text; a field counts as one short word."""
    plain = _FIELD.sub("felt", text)
    count, number = len(words(plain)), lix(plain)
    return Reading(
        count,
        number,
        ease_of(number) if count >= ENOUGH_WORDS else None,
        tuple(sentence for sentence in sentences(plain) if len(words(sentence)) > LONG_SENTENCE),
        tuple(heavy_words(plain, language)),
    )


def lix(text: str) -> int:
    """Words for each sentence, and the share of words of more than six letters in percent."""
    found = words(text)
    if not found:
        return 0
    long = sum(sum(sign.isalpha() for sign in word) > LONG_WORD for word in found)
    return round(len(found) / max(1, len(sentences(text))) + 100 * long / len(found))


def ease_of(number: int) -> Ease:
    """The number in a word."""
    if number < MEDIUM:
        return "easy"
    return "medium" if number < HARD else "hard"


def words(text: str) -> tuple[str, ...]:
    """The words; numbers and «§» with what belongs to it are words too, hyphened ones are one."""
    return tuple(_WORD.findall(text))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences; each line is at least one, since a point in a list is read by itself."""
    lines = (_POINT.sub("", line) for line in text.splitlines())
    found = (one.strip() for line in lines for one in _END.split(line))
    return tuple(one for one in found if words(one))


def heavy_words(text: str, language: str) -> Iterator[Heavy]:
    """Each heavy word once, in the order it is met."""
    told = set()
    for found in _heavy(language).finditer(text):
        word = found[0].casefold()
        if word not in told:
            told.add(word)
            yield Heavy(found[0], _plainer(word, language))


def _plainer(word: str, language: str) -> str:
    known = plainer_words(language)
    if word in known:
        return known[word]
    stems = (stem for stem in known if stem.endswith("*") and word.startswith(stem[:-1]))
    return known[max(stems, key=len)]


@cache
def plainer_words(language: str) -> Mapping[str, str]:
    """Heavy words with what says the same more plainly; one that ends with a star may be inflected."""
    table = tomllib.loads(path("language", f"{language}.toml").read_text("utf-8"))["plainer"]
    return {word: str(plainer) for word, plainer in table.items()}


@cache
def _heavy(language: str) -> re.Pattern[str]:
    longest_first = sorted(plainer_words(language), key=len, reverse=True)
    known = "|".join(re.escape(one.removesuffix("*")) + (r"\w*" if one.endswith("*") else "") for one in longest_first)
    return re.compile(rf"(?<!\w)(?:{known})(?!\w)", re.IGNORECASE)
