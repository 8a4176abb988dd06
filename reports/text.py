# SPDX-License-Identifier: MIT
"""Words made ready for paper: one form of each letter, no hidden signs, and seams where long words may break."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Literal

from models.values.trouble import Trouble

# Longer texts are seldom the same twice.
_MEMORABLE = 2000

NBSP = "\u00a0"
SOFT_HYPHEN = "\u00ad"

Place = Literal["text", "under", "title", "recipient", "sender", "references", "ground"]

# Marks of direction, joining, stretching and hyphenation, and variation selectors: unseen on paper, and able to hide or
# turn words.
_UNSEEN = re.compile(
    "[\xad\u034f\u0640\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1f\x7f-\x9f\U000e0000-\U000e01ef]"
)
# Letters in another dress: ligatures, wide and mathematical ones, forms of Arabic ones, and spaces of other widths.
_DRESSED = re.compile(
    "[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e\U0001d400-\U0001d7ff\u1680\u2000-\u200a\u202f\u205f\u3000]+"
)
_NEW_LINE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_GAPS = re.compile("[ \n]+")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_MONTH = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|jan\.|feb\.|apr\.|aug\.|sept\.|okt\.|nov\.|des\."
)
_DATE = re.compile(rf"(?<=\d\.) ({_MONTH})(?: (?=\d{{4}}\b)|(?!\w))")
_TOGETHER = re.compile(
    r"(?<=§) (?=\d)"  # § 13
    r"|(?<=\d) (?=\d{2,3}(?!\d))"  # 75 00 12 34 and 10 000
    r"|(?<=\bkl\.) (?=\d)"  # kl. 12.30
    r"|(?<=\b\d{4}) (?=[A-ZÆØÅČŠ])"  # 9700 Lakselv
    r"|(?<=\d) (?=(?:kr|mm|cm|km|kg|%|timer|uker|år)(?!\w))"
)

_VOWELS = "aeiouyæøåäöüáéèêíóòôúàëï"
_ONE_SOUND = ("skj", "sj", "kj", "gj", "tj", "sk", "kv")
_LAST_PARTS = (
    "ansvar|apparat|arbeid|avgjerd|avgjørelse|avtale|barn|behandling|behov|bistand|bolig|dag|dom|"
    "ettersyn|familie|forening|forhold|forsker|frist|gruppe|hjelp|hjem|institusjon|intervju|kommune|"
    "kompetanse|kontakt|kontor|koordinator|leder|lege|leiar|lov|lærar|lærer|medarbeid|melding|middel|"
    "møte|nemnd|nivå|omsorg|oppfølging|oppfølgjing|oppgave|oppgåve|opphold|ordning|person|plan|plass|"
    "plikt|program|prosess|psykolog|rett|rettleiing|saksbehandl|samarbeid|samtale|senter|sentral|"
    "skole|skule|sosial|spesialist|støtte|syke|sykepleier|system|søknad|teneste|tilbod|tilbud|tilsyn|"
    "tiltak|tjeneste|trygd|undervisning|ungdom|utdanning|utgreiing|utredning|utval|utvalg|vansker|"
    "veiled|verge|verksemd|virksomhet"
)
_SEAM = re.compile(f"(?<=...)(?=(?:{_LAST_PARTS}))", re.IGNORECASE)


class UnprintableText(Trouble, ValueError):
    """A letter that our fonts do not have; the user must write it another way before the document is made."""

    def __init__(self, letter: str, where: str, place: Place = "text", heading: str = "") -> None:
        self.letter, self.where = letter, where
        self.name = unicodedata.name(letter, f"U+{ord(letter):04X}")
        super().__init__(f"paper.unprintable.{place}", letter=seen(letter), where=where, heading=heading)


class TextTooLong(Trouble, ValueError):
    """Words that have no room where they stand: the head of a letter, its address, its footer."""

    def __init__(self, place: Place) -> None:
        super().__init__(f"paper.too_long.{place}")


@contextmanager
def standing(place: Place, heading: str = "") -> Iterator[None]:
    """Tell where a letter stands that can not be printed."""
    try:
        yield
    except UnprintableText as fault:
        raise UnprintableText(fault.letter, fault.where, place, heading) from None


def clean(text: str) -> str:
    """The text with one code for each letter, lines that end with \\n, and nothing the eye can not see."""
    return _clean(text) if len(text) < _MEMORABLE else _clean.__wrapped__(text)


@lru_cache(maxsize=4096)
def _clean(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        text = _NEW_LINE.sub("\n", _DRESSED.sub(_undressed, unicodedata.normalize("NFC", text))).replace("\t", " ")
        # Without what stood between them, a letter and its mark may have become one.
        text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return _held_together(text)


def _undressed(letters: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", letters[0])


def one_line(text: str) -> str:
    """The text made ready, on one line whatever was typed."""
    return " ".join(filter(None, _GAPS.split(clean(text))))


def set_line(text: str) -> str:
    """A line of a drawing made ready; the hyphen it was broken with stays at its end."""
    return one_line(text) + (SOFT_HYPHEN if text.endswith(SOFT_HYPHEN) else "")


def _held_together(text: str) -> str:
    """Dates, numbers and provisions that do not break over lines."""
    if " " not in text:
        return text
    text = _DATE.sub(lambda found: NBSP + found[0][1:].replace(" ", NBSP), text)
    return _TOGETHER.sub(NBSP, text)


def paragraphs(text: str) -> list[str]:
    """What stands between blank lines; a single line end stays as it is."""
    return [part.strip("\n") for part in _BLANK_LINES.split(text) if part.strip()]


def seams(word: str) -> list[int]:
    """Where a compound may break, between its parts; the word «hjelpemiddelsentralen» breaks before «sentralen»."""
    return [seam.start() for seam in _SEAM.finditer(word) if len(word) - seam.start() >= 3]


def syllables(word: str) -> list[int]:
    """Where a word may break by sound: one consonant goes along to the next line."""
    lower, found = word.lower(), []
    for i in range(2, len(word) - 2):
        if lower[i] in _VOWELS or lower[i + 1] not in _VOWELS or not lower[i].isalpha():
            continue
        at = next((i - len(s) + 1 for s in _ONE_SOUND if lower.endswith(s, 0, i + 1)), i)
        if at >= 2 and any(letter in _VOWELS for letter in lower[:at]) and lower[at - 1].isalpha():
            found.append(at)
    return found


def seen(letter: str) -> str:
    """A letter as it can be shown in a message: by its number, or with a ring to sit on, if it can not stand alone."""
    if not letter.isprintable():
        return f"U+{ord(letter):04X}"
    return f"◌{letter}" if unicodedata.combining(letter) else letter
