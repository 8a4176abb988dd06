# SPDX-License-Identifier: MIT
"""Organisation numbers of Enhetsregisteret: nine digits with a check digit (R66)."""

from dataclasses import dataclass

from models.values.remark import Remark

WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


@dataclass(frozen=True, slots=True)
class OrgNumber:
    """Nine digits and what is worth saying about them."""

    digits: str
    remarks: tuple[Remark, ...] = ()

    @property
    def shown(self) -> str:
        """The number in groups of three, as it is printed."""
        return " ".join((self.digits[:3], self.digits[3:6], self.digits[6:])) if len(self.digits) == 9 else self.digits


def read_org_number(typed: str) -> OrgNumber:
    """Read an organisation number with or without spaces, «NO» before or «MVA» after."""
    rest = typed.upper().removeprefix("NO").strip().removesuffix("MVA")
    digits = "".join(sign for sign in rest if not (sign.isspace() or sign in ".-\u00a0"))
    if not (digits.isascii() and digits.isdecimal() and len(digits) == 9):
        return OrgNumber(digits, (Remark("remark.org_number.nine_digits"),))
    if digits[0] not in "89" or org_check_digit(digits[:8]) != digits[8]:
        return OrgNumber(digits, (Remark("remark.org_number.check_digit"),))
    return OrgNumber(digits)


def org_check_digit(first_eight: str) -> str | None:
    """The ninth digit, or None where these eight cannot be given out."""
    left = sum(weight * int(sign) for weight, sign in zip(WEIGHTS, first_eight, strict=True)) % 11
    return None if left == 1 else str(-left % 11)
