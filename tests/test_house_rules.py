# SPDX-License-Identifier: MIT
"""The rules every file of the house keeps, whoever writes it."""

import ast
import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from resources import catalogue
from tests import tree

PATH_OF_SOMEONES_MACHINE = re.compile(r"(?<![\w.])/(?:work|root|tmp)/\w")
PACKAGE_HOST = re.compile(r"pypi\.(?:org|python\.org)|pythonhosted\.org|(?<!no-emit-)(?:index-url|find-links)")
COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b|\b(?:rgba?|QColor)\(\s*\d")
COLOURS_LIVE_IN = {"resources/style/tokens.toml", "reports/style.py"}
# What a whole document says is one long value.
SAMPLES = "_samples.py"
EMPTY_NAMES = {"manager", "handler", "helper", "helpers", "utils", "util"}


def test_files_are_short() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in tree.python()}
    tree.report([f"{tree.name(path)}: {length} lines, 300 at most" for path, length in lengths.items() if length > 300])


def test_functions_are_short() -> None:
    def faults() -> Iterator[str]:
        for path in tree.python():
            for node in tree.nodes(path):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    length = (node.end_lineno or node.lineno) - node.lineno + 1
                    if length > 40 and not path.name.endswith(SAMPLES):
                        yield f"{tree.name(path)}:{node.lineno} {node.name}: {length} lines, 40 at most"

    tree.report(faults())


def test_classes_have_few_methods() -> None:
    def faults() -> Iterator[str]:
        for path in tree.python():
            for node in tree.nodes(path):
                if isinstance(node, ast.ClassDef):
                    methods = sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
                    if methods > 15:
                        yield f"{tree.name(path)}:{node.lineno} {node.name}: {methods} methods, 15 at most"

    tree.report(faults())


def test_each_file_says_its_licence_and_what_it_is() -> None:
    def faults() -> Iterator[str]:
        for path in tree.python():
            if path.name == "__init__.py" and not path.read_text("utf-8"):
                continue
            if not path.read_text("utf-8").startswith("# SPDX-License-Identifier: MIT\n"):
                yield f"{tree.name(path)}: the first line names no licence"
            said = (ast.get_docstring(tree.tree(path)) or "").split("\n\n")[0].strip()
            if not said.endswith((".", "?", "!")):
                yield f"{tree.name(path)}: no sentence says what it is"

    tree.report(faults())


def test_names_say_something() -> None:
    def faults() -> Iterator[str]:
        for path in tree.python():
            for identifier, line in [(path.stem, 1), *tree.named(path)]:
                if EMPTY_NAMES.intersection(tree.words(identifier)):
                    yield f"{tree.name(path)}:{line} {identifier}: says nothing of the field"

    tree.report(faults())


def test_one_term_has_one_identifier() -> None:
    terms = tree.table(tree.ROOT / "resources" / "glossary.toml")["term"]
    forbidden = {tuple(tree.words(other)): term["identifier"] for term in terms for other in term.get("never", [])}
    longest = max(map(len, forbidden))

    def faults() -> Iterator[str]:
        for path in tree.python(*tree.PROGRAM, "tools"):
            for identifier, line in tree.defined(path):
                words = tree.words(identifier)
                for length in range(1, longest + 1):
                    for start in range(len(words) - length + 1):
                        wanted = forbidden.get(tuple(words[start : start + length]))
                        if wanted:
                            yield f"{tree.name(path)}:{line} {identifier}: the glossary calls it {wanted}"

    tree.report(sorted(set(faults())))


def test_the_glossary_is_whole() -> None:
    terms = tree.table(tree.ROOT / "resources" / "glossary.toml")["term"]
    wanted = {"nb", "nn", "identifier", "definition", "source"}
    tree.report([f"{term.get('nb')}: lacks {wanted - set(term)}" for term in terms if not wanted <= set(term)])
    twice = [name for name, count in Counter(term["nb"] for term in terms).items() if count > 1]
    assert not twice


@pytest.mark.parametrize(("language", "other"), [("nb", "nn"), ("nn", "nb")])
def test_each_text_is_there_in_both_forms_of_norwegian(language: str, other: str) -> None:
    tree.report(
        [f"{key}: in {language}, not in {other}" for key in sorted(catalogue.keys(language) - catalogue.keys(other))]
    )


def test_both_forms_have_the_same_places_to_fill() -> None:
    def places(key: str, language: str) -> set[str]:
        entry = catalogue.find(key, language)
        texts = entry.values() if isinstance(entry, dict) else [entry]
        return {str(field) for text in texts for _, field, _, _ in string.Formatter().parse(text) if field is not None}

    both = catalogue.keys("nb") & catalogue.keys("nn")
    tree.report(
        [
            f"{key}: {places(key, 'nb')} in nb, {places(key, 'nn')} in nn"
            for key in sorted(both)
            if places(key, "nb") != places(key, "nn")
        ]
    )


def test_colours_stand_in_the_two_style_files_alone() -> None:
    def faults() -> Iterator[str]:
        for path in tree.files():
            if tree.within(path) not in tree.PROGRAM or tree.name(path) in COLOURS_LIVE_IN:
                continue
            if path.suffix in (".py", ".toml", ".qss") and "demo" not in path.parts:
                for line, text in enumerate(path.read_text("utf-8").splitlines(), 1):
                    if COLOUR.search(text):
                        yield f"{tree.name(path)}:{line} {text.strip()[:80]}"

    tree.report(faults())


def test_the_tree_names_no_machine_and_no_package_host() -> None:
    def faults() -> Iterator[str]:
        for path in tree.files():
            try:
                lines = path.read_text("utf-8").splitlines()
            except UnicodeDecodeError:
                continue
            if path == Path(__file__):
                continue
            for line, text in enumerate(lines, 1):
                if PATH_OF_SOMEONES_MACHINE.search(text) or PACKAGE_HOST.search(text):
                    yield f"{tree.name(path)}:{line} {text.strip()[:100]}"

    tree.report(faults())


def test_use_cases_change_one_record_at_a_time() -> None:
    """Bulk updates make no change heard: the pages would show what is no longer so."""

    def faults() -> Iterator[str]:
        for path in tree.python("models"):
            if not tree.name(path).startswith("models/work/"):
                continue
            for node in tree.nodes(path):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("sqlmodel", "sqlalchemy")):
                    for alias in node.names:
                        if alias.name in {"update", "delete", "insert", "text"}:
                            yield f"{tree.name(path)}:{node.lineno} imports {alias.name}"

    tree.report(faults())


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_letters_never_call_an_avgjorelse_a_vedtak(language: str) -> None:
    """Pbrl § 2-7: the determination on barnekoordinator is no enkeltvedtak, and a letter that says so misleads."""

    def faults() -> Iterator[str]:
        for key in sorted(catalogue.keys(language)):
            if key.startswith("letters"):
                entry = catalogue.find(key, language)
                for text in entry.values() if isinstance(entry, dict) else [entry]:
                    if re.search(r"(?<!språk)vedtak", text, re.IGNORECASE):
                        yield f"{language} {key}: {text[:80]}"

    tree.report(faults())
