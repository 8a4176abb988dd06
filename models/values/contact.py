# SPDX-License-Identifier: MIT
"""Postal codes, phone numbers and e-mail addresses as people type them (R66)."""

import re
from dataclasses import dataclass

from models.values.remark import Remark

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in the form the program keeps, and what is worth saying about it."""

    kept: str
    remarks: tuple[Remark, ...] = ()


def read_postal_code(typed: str) -> Typed:
    """Four digits with the leading zero kept; «N-0301» is read as 0301."""
    kept = typed.strip().upper().removeprefix("N-").removeprefix("NO-").replace(" ", "")
    fits = kept == "" or (len(kept) == 4 and kept.isascii() and kept.isdecimal())
    return Typed(kept, () if fits else (Remark("remark.postal_code.four_digits"),))


def read_phone(typed: str) -> Typed:
    """A Norwegian number as «412 34 567» or «22 33 44 55»; numbers from abroad stand as they were typed."""
    text = " ".join(typed.split())
    digits = re.sub(r"[\s().\-\u2013\u00a0]", "", text)
    national = re.sub(r"^(\+47|0047)", "", digits)
    if national.isascii() and national.isdecimal() and len(national) == 8:
        return Typed(_grouped(national))
    if re.fullmatch(r"(\+|00)[1-9]\d{5,14}", digits) and not digits.startswith(("+47", "0047")):
        return Typed(text)
    if re.fullmatch(r"(0\d{4}|1\d{2}|1\d{4})", digits) or digits == "":
        return Typed(digits)
    return Typed(text, (Remark("remark.phone.eight_digits"),))


def read_email(typed: str) -> Typed:
    """An address with something on both sides of the @ and a dot after it."""
    text = typed.strip()
    return Typed(text, () if text == "" or _EMAIL.fullmatch(text) else (Remark("remark.email.at_sign"),))


def _grouped(digits: str) -> str:
    # Mobile numbers (4…, 9…) are read three, two, three; the others in pairs.
    sizes = (3, 2, 3) if digits[0] in "489" else (2, 2, 2, 2)
    groups, start = [], 0
    for size in sizes:
        groups.append(digits[start : start + size])
        start += size
    return " ".join(groups)
