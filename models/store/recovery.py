# SPDX-License-Identifier: MIT
"""The recovery key on paper: 32 letters and digits nobody mistakes for one another, and a group that checks them."""

import hashlib
import os

from models.store.memory import wiped
from models.values.trouble import Trouble

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U
BYTES = 20
GROUP = 4
LETTERS = BYTES * 8 // 5
_READ = {letter: value for value, letter in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}


def new_recovery_key() -> bytearray:
    """A fresh key of 160 bits."""
    return bytearray(os.urandom(BYTES))


def groups(key: bytearray) -> tuple[str, ...]:
    """The key as it is printed: eight groups of four, and the check group last."""
    letters = _letters(int.from_bytes(key), LETTERS) + _check(key)
    return tuple(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def parse(typed: str) -> bytearray:
    """The key somebody typed from paper, in any case and spacing, with O for 0 and I or L for 1."""
    letters = [letter for letter in typed.upper() if letter.isalnum()]
    if any(letter not in _READ for letter in letters):
        raise Trouble("trouble.recovery_key_mistyped")
    if len(letters) != LETTERS + GROUP:
        raise Trouble("trouble.recovery_key_length", n=len(letters))
    number = 0
    for letter in letters[:LETTERS]:
        number = number << 5 | _READ[letter]
    key = bytearray(number.to_bytes(BYTES))
    if [_READ[letter] for letter in letters[LETTERS:]] != [_READ[letter] for letter in _check(key)]:
        raise Trouble("trouble.recovery_key_mistyped")
    return key


def split(key: bytearray) -> tuple[bytearray, bytearray]:
    """Two sheets for two people; either alone says nothing, together they are the key."""
    one = new_recovery_key()
    return one, join(one, key)


def join(one: bytearray, other: bytearray) -> bytearray:
    """The key from its two sheets."""
    return bytearray(left ^ right for left, right in zip(one, other, strict=True))


def _check(key: bytearray) -> str:
    with wiped(bytearray(hashlib.sha256(key).digest())) as digest:
        return _letters(int.from_bytes(digest[:3]) >> 4, GROUP)


def _letters(number: int, length: int) -> str:
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))
