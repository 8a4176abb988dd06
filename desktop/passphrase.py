# SPDX-License-Identifier: MIT
"""How long a guesser with a copied vault would need to find a passphrase."""

import math
from enum import StrEnum

from models.values.passphrase import WORDS, words

# One Argon2id guess at the vault's cost takes about half a second; a well-equipped thief is given 10 000 a second.
GUESSES_A_SECOND = 10_000


class Strength(StrEnum):
    """How long guessing would take: minutes, months, or longer than anyone has."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength(passphrase: str, known: tuple[str, ...] = ()) -> Strength:
    """How strong a passphrase is; `known` are words a guesser tries first, such as the municipality's name."""
    from zxcvbn import zxcvbn  # its word lists take 0.1 s to load: only the first-run guide needs them

    drawn = passphrase.split()
    if len(drawn) >= WORDS and set(drawn) <= set(words()) and len(set(drawn)) >= WORDS - 1:
        guesses = math.log10(len(words())) * len(drawn)
    else:
        # zxcvbn reads at most 72 characters; longer ones gain nothing more here.
        guesses = float(zxcvbn(passphrase[:72], user_inputs=list(known))["guesses_log10"]) if passphrase else 0.0
    seconds = guesses - math.log10(GUESSES_A_SECOND)
    if seconds < math.log10(60 * 60 * 24 * 30):
        return Strength.WEAK
    return Strength.FAIR if seconds < math.log10(60 * 60 * 24 * 365 * 10) else Strength.STRONG
