# SPDX-License-Identifier: MIT
"""Words that open something: how short they may be, and random ones that are easy to remember and to say."""

import secrets
from functools import cache

from resources import path

SHORTEST = 8
WORDS = 5


@cache
def words() -> tuple[str, ...]:
    """The words passphrases are drawn from."""
    return tuple(path("words", "passphrase.txt").read_text("utf-8").split())


def propose(count: int = WORDS) -> str:
    """Random words with space between: about 10 bits each."""
    return " ".join(secrets.choice(words()) for _ in range(count))
