# SPDX-License-Identifier: MIT
"""Diskré visning: names become initials while others can see the screen."""

_on = False


def be_discreet(on: bool) -> None:
    """Turn the discreet view on or off; whoever shows names reads them again."""
    global _on
    _on = on


def is_discreet() -> bool:
    """Whether names are hidden just now."""
    return _on


def monogram(name: str) -> str:
    """«Anne Marie Haugen» becomes «AH», «Emil» becomes «E»."""
    letters = [word[0].upper() for word in name.replace("-", " ").split() if word[0].isalpha()]
    return "".join(letters[:1] + letters[-1:]) if len(letters) > 1 else "".join(letters)


def shown(name: str) -> str:
    """The name as it may stand on the screen now."""
    if not _on:
        return name
    letters = monogram(name)
    return "".join(f"{letter}." for letter in letters) if letters else name


def free_text(text: str) -> str:
    """What somebody wrote freely: it may hold names anywhere, so lists leave it out while others can see."""
    return "" if _on else text
