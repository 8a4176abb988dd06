# SPDX-License-Identifier: MIT
"""Fødselsnummer, D-number, H-number and synthetic numbers: read and remarked on, never refused (R64)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.values.dates import make_date
from models.values.remark import Remark

K1_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
K2_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
# From 2032 the first check digit may leave 0, 1, 2 or 3; the second must still leave 0 (domain § 10).
K1_REMAINDERS = frozenset({0, 1, 2, 3})
SYNTHETIC_MONTH, H_MONTH, NAV_MONTH, D_DAY = 80, 40, 65, 40


class NumberKind(StrEnum):
    """Which register gave the number."""

    NATIONAL = "national"
    D_NUMBER = "d_number"
    H_NUMBER = "h_number"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class NationalId:
    """What eleven digits say, and what is worth saying about them."""

    digits: str
    kind: NumberKind
    synthetic: bool = False
    remarks: tuple[Remark, ...] = ()

    @property
    def well_formed(self) -> bool:
        """Whether the register could have given this number."""
        return self.kind is not NumberKind.UNREADABLE and all(remark.level == "note" for remark in self.remarks)

    @property
    def shown(self) -> str:
        """The number as it is written: six digits, a space, five digits."""
        return f"{self.digits[:6]} {self.digits[6:]}" if len(self.digits) == 11 else self.digits

    @property
    def birth_date(self) -> date | None:
        """The date the number points at, where the old rule gives a century; it need not be the real birth date."""
        if self.kind is not NumberKind.NATIONAL or remainders(self.digits)[0] != 0:
            return None
        day, month = _day_and_month(self.digits)
        year = _old_rule_year(int(self.digits[4:6]), int(self.digits[6:9]))
        return make_date(year, month, day) if year else None


def read_national_id(typed: str) -> NationalId:
    """Read a number however it was typed; everything odd becomes a remark."""
    digits = "".join(sign for sign in typed if sign.isdecimal() and sign.isascii())
    rest = "".join(sign for sign in typed if not (sign.isspace() or sign in ".-\u2013\u00a0"))
    if rest != digits or len(digits) != 11:
        remark = Remark("remark.national_id.eleven_digits", values={"n": len(digits)})
        return NationalId(rest, NumberKind.UNREADABLE, remarks=(remark,))
    return NationalId(digits, _kind(digits), _is_synthetic(digits), tuple(_remarks(digits)))


def compare_with_entered(number: NationalId, born_on: date | None) -> Sequence[Remark]:
    """A note when the number points at another day than the entered birth date; the entered one holds (R65)."""
    pointed = number.birth_date
    if pointed is None or born_on is None or pointed == born_on:
        return ()
    return (Remark("remark.national_id.other_birth_date", "note", values={"day": pointed}),)


def check_digits(first_nine: str) -> str | None:
    """The two check digits after the old rule, or None where these nine digits cannot be given out."""
    first = -sum(weight * int(sign) for weight, sign in zip(K1_WEIGHTS, first_nine, strict=False)) % 11
    ten = f"{first_nine}{first}"
    second = -sum(weight * int(sign) for weight, sign in zip(K2_WEIGHTS, ten, strict=False)) % 11
    return None if 10 in (first, second) else f"{first}{second}"


def remainders(digits: str) -> tuple[int, int]:
    """What the two control sums leave when divided by eleven."""
    first = sum(weight * int(sign) for weight, sign in zip(K1_WEIGHTS, digits, strict=False)) % 11
    second = sum(weight * int(sign) for weight, sign in zip(K2_WEIGHTS, digits, strict=False)) % 11
    return first, second


def _kind(digits: str) -> NumberKind:
    if int(digits[0]) >= 4:
        return NumberKind.D_NUMBER
    return NumberKind.H_NUMBER if H_MONTH < int(digits[2:4]) <= H_MONTH + 12 else NumberKind.NATIONAL


def _is_synthetic(digits: str) -> bool:
    month = int(digits[2:4])
    return SYNTHETIC_MONTH < month <= SYNTHETIC_MONTH + 12 or NAV_MONTH < month <= NAV_MONTH + 12


def _day_and_month(digits: str) -> tuple[int, int]:
    day, month = int(digits[:2]), int(digits[2:4])
    for added in (SYNTHETIC_MONTH, NAV_MONTH, H_MONTH):
        if added < month <= added + 12:
            month -= added
            break
    return day - D_DAY if day > D_DAY else day, month


def _remarks(digits: str) -> list[Remark]:
    found = []
    first, second = remainders(digits)
    if not _date_exists(digits):
        found.append(Remark("remark.national_id.no_such_date"))
    if first not in K1_REMAINDERS or second != 0:
        found.append(Remark("remark.national_id.check_digits"))
    elif first != 0:
        found.append(Remark("remark.national_id.unusual", "note"))
    if _is_synthetic(digits):
        found.append(Remark("remark.national_id.synthetic", "note"))
    if _kind(digits) is NumberKind.D_NUMBER:
        found.append(Remark("remark.national_id.d_number", "note"))
    if _kind(digits) is NumberKind.H_NUMBER:
        found.append(Remark("remark.national_id.h_number", "note"))
    return found


def _date_exists(digits: str) -> bool:
    day, month = _day_and_month(digits)
    # A leap day is judged in every century: D-numbers and numbers from 2032 do not tell which.
    return any(make_date(century + int(digits[4:6]), month, day) for century in (1800, 1900, 2000))


def _old_rule_year(two_digits: int, individual: int) -> int | None:
    if individual <= 499:
        return 1900 + two_digits
    if two_digits <= 39:
        return 2000 + two_digits
    if individual <= 749 and two_digits >= 54:
        return 1800 + two_digits
    return 1900 + two_digits if individual >= 900 else None
