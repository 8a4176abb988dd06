# SPDX-License-Identifier: MIT
"""Every text and every provision the code asks for is there, and every text there is asked for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from resources import catalogue
from tests import tree

TEXT_FUNCTIONS = ("t", "text", "say", "fill", "Refusal", "Trouble")
TEXT_KEY = re.compile(r"[a-z_]+(?:\.[a-z0-9_]+)+")
LAW_ID = re.compile(r"(?:hol|pbrl|fvl|bvl|offl|lkt|oppll|navl|bhgl|straffegjfl|kommunel)_\d+_?\w*")


def test_each_text_the_code_asks_for_is_there() -> None:
    known = catalogue.keys("nb")

    def faults() -> Iterator[str]:
        for path in program():
            for call in tree.calls(path, *TEXT_FUNCTIONS):
                for argument in call.args[:2]:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        key = argument.value
                        if TEXT_KEY.fullmatch(key) and key not in known:
                            yield f"{tree.name(path)}:{call.lineno} no text «{key}»"

    tree.report(sorted(set(faults())))


def test_each_text_is_used() -> None:
    """Used: named whole, or by a table of at least two words that code chooses from, or by the start of an f-string."""
    literals: set[str] = set()
    beginnings: set[str] = set()
    for path in program():
        literals.update(tree.literals(path))
        beginnings.update(found for found in tree.prefixes(path) if re.fullmatch(r"[a-z_]+\.[a-z0-9_.]*", found))
    begins = tuple(beginnings)

    def used(key: str) -> bool:
        words = key.split(".")
        tables = {".".join(words[:length]) for length in range(2, len(words) + 1)}
        return bool(tables & literals) or key.startswith(begins)

    tree.report([f"{key}: used nowhere" for key in sorted(catalogue.keys("nb")) if not used(key)])


def program() -> list[Path]:
    """The files that may ask for a text."""
    return [*tree.python(*tree.PROGRAM, "tools"), tree.ROOT / "laget.py"]


def law_ids() -> set[str]:
    """Every provision the law files hold."""
    found: set[str] = set()
    for path in tree.files():
        if tree.name(path).startswith("resources/law/") and path.suffix == ".toml":
            found.update(re.findall(r"""^\s*id\s*=\s*["']([\w.]+)["']""", path.read_text("utf-8"), re.MULTILINE))
            found.update(re.findall(r"^\[+(?:provision\.)?([a-z]+_\d\w*)", path.read_text("utf-8"), re.MULTILINE))
    return found


def test_each_provision_the_code_cites_is_in_the_law_files() -> None:
    known = law_ids()

    def faults() -> Iterator[str]:
        for path in tree.python("models", "reports", "views", "desktop"):
            for literal in tree.literals(path):
                if LAW_ID.fullmatch(literal) and literal not in known:
                    yield f"{tree.name(path)}: no provision {literal}"

    if known:
        tree.report(sorted(set(faults())))
