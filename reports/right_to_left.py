# SPDX-License-Identifier: MIT
"""Scripts that run from right to left, as a line from left to right sets them: letters joined, and words turned."""

import re
import unicodedata
from collections.abc import Container, Sequence
from typing import Literal

Form = Literal["final", "initial", "medial"]
FORMS: tuple[Form, ...] = ("final", "initial", "medial")
HEBREW = (*range(0x05D0, 0x05EB), *range(0x05EF, 0x05F5), 0x05BE, 0x05C0, 0x05C3)
# The only letters that Arabic writes as one: lam with each alef, alone and joined to what stands before.
LIGATURES = ("\u0644\u0622", "\u0644\u0623", "\u0644\u0625", "\u0644\u0627")

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_UNITS = re.compile("\u0644[\u0622\u0623\u0625\u0627]|.", re.DOTALL)
# Our font has the joined forms of Arabic letters at private codes, since Unicode has them for a few letters only.
_FIRST, _JOINED, _LIGATURES, _END = 0x0600, 0xE000, 0xE700, 0xE708
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def runs_right_to_left(text: str) -> bool:
    """Whether any letter of the text does."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def starts_right(text: str) -> bool:
    """Whether the paragraph begins at the right: its first letter is of such a script."""
    kinds = (_kind(letter) for letter in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def joined_code(letter: str, form: Form) -> int:
    """Where our font has this form of a letter."""
    return _JOINED + 4 * (ord(letter) - _FIRST) + FORMS.index(form)


def ligature_code(letters: str, *, final: bool) -> int:
    """Where our font has two letters as one."""
    return _LIGATURES + 2 * LIGATURES.index(letters) + final


def joined(text: str, letters: Container[str]) -> str:
    """The text with each Arabic letter in the form its neighbours ask for; `letters` are those of the font."""
    if not runs_right_to_left(text):
        return text
    units: list[str] = _UNITS.findall(text)
    before = [len(unit) == 2 or _has(unit, "final", letters) for unit in units]
    after = [len(unit) == 1 and _has(unit, "initial", letters) for unit in units]
    found = []
    for at, unit in enumerate(units):
        to_last = at > 0 and before[at] and after[at - 1]
        to_next = at + 1 < len(units) and after[at] and before[at + 1]
        if len(unit) == 2:
            found.append(chr(ligature_code(unit, final=to_last)))
        elif to_last or to_next:
            found.append(chr(joined_code(unit, "medial" if to_last and to_next else "final" if to_last else "initial")))
        else:
            found.append(unit)
    return "".join(found)


def _has(unit: str, form: Form, letters: Container[str]) -> bool:
    return 0x0600 <= ord(unit) < 0x0780 and chr(joined_code(unit, form)) in letters


def parted(text: str) -> str:
    """The letters of the alphabet for what was joined."""
    if text.isascii():
        return text
    return "".join(_letter(one) if _JOINED <= ord(one) < _END else one for one in text)


def _letter(shape: str) -> str:
    code = ord(shape)
    if code >= _LIGATURES:
        return LIGATURES[(code - _LIGATURES) // 2]
    return chr(_FIRST + (code - _JOINED) // 4)


def order(text: str, *, from_right: bool) -> list[tuple[int, bool]]:
    """The letters of a line as they are set from left to right, by their place in the text (Unicode's annex 9).

    With each: whether it runs from right to left, so that a bracket is turned.
    """
    levels = _levels(text, 1 if from_right else 0)
    found = list(range(len(text)))
    for level in range(max(levels, default=0), 0, -1):
        at = 0
        while at < len(found):
            end = at
            while end < len(found) and levels[end] >= level:
                end += 1
            if end > at:
                found[at:end] = found[at:end][::-1]
            at = end + 1
    return [(at, levels[at] % 2 == 1) for at in found]


def mirrored(letter: str) -> str:
    """The letter as it is set among those that run from right to left: brackets open to the other side."""
    return letter.translate(_MIRRORED)


def _kind(letter: str) -> str:
    return "AL" if _JOINED <= ord(letter) < _END else unicodedata.bidirectional(letter)


def _levels(text: str, base: int) -> list[int]:
    kinds = [_kind(letter) for letter in text]
    _numbers(kinds)
    _strong(kinds, "R" if base else "L")
    _neutral(kinds, "R" if base else "L")
    even = {"L": 0, "R": 1, "AN": 2, "EN": 2}
    odd = {"L": 2, "R": 1, "AN": 2, "EN": 2}
    levels = [(odd if base else even)[kind] for kind in kinds]
    for at in range(len(text) - 1, -1, -1):
        if not text[at].isspace():
            break
        levels[at] = base
    return levels


def _numbers(kinds: list[str]) -> None:
    """What stands in a number belongs to it (rules W2 to W6)."""
    last = ""
    for at, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            last = kind
        elif kind == "EN" and last == "AL":
            kinds[at] = "AN"
    for at in range(1, len(kinds) - 1):
        sides = kinds[at - 1], kinds[at + 1]
        if (kinds[at] in ("ES", "CS") and sides == ("EN", "EN")) or (kinds[at] == "CS" and sides == ("AN", "AN")):
            kinds[at] = kinds[at - 1]
    for step in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        for at in step:
            if kinds[at] == "ET" and kinds[at - step.step] == "EN":
                kinds[at] = "EN"


def _strong(kinds: list[str], start: str) -> None:
    """Letters have a direction, and numbers after Latin letters have theirs (rules W3 and W7)."""
    last = start
    for at, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            last = "R" if kind == "AL" else kind
            kinds[at] = last
        elif kind == "EN" and last == "L":
            kinds[at] = "L"


def _neutral(kinds: list[str], start: str) -> None:
    """What has no direction goes with both its sides, or else with the paragraph (rules N1 and N2)."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] not in ("L", "R", "EN", "AN"):
            end += 1
        if end > at:
            kinds[at:end] = [_between(kinds, at, end, start)] * (end - at)
        at = end + 1


def _between(kinds: Sequence[str], at: int, end: int, start: str) -> str:
    before = start if at == 0 else "L" if kinds[at - 1] == "L" else "R"
    after = start if end == len(kinds) else "L" if kinds[end] == "L" else "R"
    return before if before == after else start
