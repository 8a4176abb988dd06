# SPDX-License-Identifier: MIT
"""Texts, law, style, fonts and icons: data that ships with the program."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Where a shipped data file lies, also inside a frozen bundle."""
    return ROOT.joinpath(*parts)
