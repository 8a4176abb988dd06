# SPDX-License-Identifier: MIT
"""Every text the code asks for is there, and every text there is asked for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from resources import catalogue
from tests import tree

TEXT_FUNCTIONS = ("t", "text", "say", "fill", "Refusal", "Trouble")
TEXT_KEY = re.compile(r"[a-z_]+(?:\.[a-z0-9_]+)+")


def test_each_text_the_code_asks_for_is_there() -> None:
    known = catalogue.keys("nb")
    stems = {key.split(".")[0] for key in known}

    def faults() -> Iterator[str]:
        for path in program():
            for call in tree.calls(path, *TEXT_FUNCTIONS):
                for argument in call.args[:2]:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        key = argument.value
                        if TEXT_KEY.fullmatch(key) and key not in known:
                            yield f"{tree.name(path)}:{call.lineno} no text «{key}»"
            for literal in tree.literals(path):
                if (
                    TEXT_KEY.fullmatch(literal)
                    and literal.split(".")[0] in stems - {"letters"}
                    and not is_known(literal, known)
                ):
                    yield f"{tree.name(path)} no text «{literal}»"

    tree.report(sorted(set(faults())))


def is_known(key: str, known: frozenset[str]) -> bool:
    """A key, or the beginning of some, or a name that only looks like one (a file, a logged event)."""
    return (
        key in known
        or key.endswith((".toml", ".py", ".svg", ".db", ".keys"))
        or any(k.startswith(key + ".") for k in known)
    )


def test_each_text_is_used() -> None:
    literals: set[str] = set()
    beginnings: set[str] = set()
    for path in program():
        literals.update(tree.literals(path))
        beginnings.update(found for found in tree.prefixes(path) if re.fullmatch(r"[a-z_]+\.[a-z0-9_.]*", found))
    begins = tuple(beginnings)
    tree.report(
        [
            f"{key}: used nowhere"
            for key in sorted(catalogue.keys("nb"))
            if key not in literals and not key.startswith(begins)
        ]
    )


def program() -> list[Path]:
    """The files that may ask for a text."""
    return [*tree.python(*tree.PROGRAM, "tools"), tree.ROOT / "laget.py"]
