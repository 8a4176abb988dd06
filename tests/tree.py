# SPDX-License-Identifier: MIT
"""The source tree as the house rules read it: tracked files, parsed once."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ("desktop", "views", "reports", "models", "resources")
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@cache
def files() -> tuple[Path, ...]:
    """Every file that is, or would be, committed; a source without git is taken as it lies."""
    told = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    named = told.stdout.splitlines() or [
        str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if ".venv" not in path.parts
    ]
    return tuple(sorted(ROOT / name for name in named if (ROOT / name).is_file()))


def python(*folders: str) -> list[Path]:
    """The Python files under these top folders, or all of them."""
    return [path for path in files() if path.suffix in (".py", ".spec") and (not folders or within(path) in folders)]


def within(path: Path) -> str:
    """The top folder a file lies in."""
    return path.relative_to(ROOT).parts[0]


@cache
def tree(path: Path) -> ast.Module:
    """One file's syntax."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything in one file's syntax."""
    return tuple(ast.walk(tree(path)))


def name(path: Path) -> str:
    """A file as a person would name it."""
    return path.relative_to(ROOT).as_posix()


def words(identifier: str) -> list[str]:
    """The words of a snake_case or CamelCase name, in small letters."""
    return [word.lower() for word in WORD.findall(identifier)]


def defined(path: Path) -> Iterator[tuple[str, int]]:
    """Every name this file itself gives to something, with its line."""
    yield path.stem, 1
    for node in nodes(path):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno


def literals(path: Path) -> Iterator[str]:
    """Every string written out in this file, docstrings too."""
    return (node.value for node in nodes(path) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def prefixes(path: Path) -> Iterator[str]:
    """The beginnings of the f-strings of this file."""
    for node in nodes(path):
        if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
            yield str(node.values[0].value)


def calls(path: Path, *functions: str) -> Iterator[ast.Call]:
    """The calls of functions by these names."""
    for node in nodes(path):
        if isinstance(node, ast.Call):
            called = node.func
            if (isinstance(called, ast.Name) and called.id in functions) or (
                isinstance(called, ast.Attribute) and called.attr in functions
            ):
                yield node


def named(path: Path) -> Iterator[tuple[str, int]]:
    """The classes and functions of this file, with their lines."""
    for node in nodes(path):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno


@cache
def table(path: Path) -> dict[str, object]:
    """One TOML file."""
    return tomllib.loads(path.read_text("utf-8"))


def report(faults: Iterator[str] | list[str]) -> None:
    """Fail with every fault at once, so that one run is enough to mend them."""
    found = list(faults)
    assert not found, "\n" + "\n".join(found)
