# SPDX-License-Identifier: MIT
"""The sentences of the start-up, in bokmål, or in nynorsk where the machine is set to it."""

import locale
import os

from resources import catalogue


def say(key: str, **values: object) -> str:
    """The sentence under this key in the machine's form of Norwegian."""
    return catalogue.fill(key, language(), **values)


def language() -> str:
    """Nynorsk where the machine asks for it, else bokmål."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return "nn" if asked.lower().startswith("nn") else "nb"
