# SPDX-License-Identifier: MIT
"""Whatever any code enters in the log is told in words of its own, in both languages."""

import ast
from pathlib import Path

import pytest

from models.records.appeal import Reassessment
from models.records.determination import Outcome
from models.records.family_service import ServiceState
from models.values.log_state import LogFault
from resources.catalogue import keys

ROOT = Path(__file__).parents[2]
# What is put together: the words before, and every ending there is.
ENDINGS = {
    "appeal.": [one.value for one in Reassessment if one is not Reassessment.OPEN],
    "determination.finished.": [one.value for one in Outcome],
    "family_service.": [one.value for one in ServiceState if one is not ServiceState.WISHED],
    "log.found_": [one.value for one in LogFault],
}
NOTING = {"note": 2, "tell": 0, "refresh_keys": 1}


def said(node, names):
    """Every text an argument may turn out to be."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.Name(id=name):
            return names.get(name, set())
        case ast.IfExp(body=body, orelse=orelse):
            return said(body, names) | said(orelse, names)
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]):
            return {f"{start}{ending}" for ending in ENDINGS[start]} if start in ENDINGS else {f"{start}?"}
    return set()


def constants(trees):
    """Every name that is given a text somewhere."""
    found = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, set()).update(said(node.value, {}))
    return found


def kinds():
    """Each kind of line with the place that enters it."""
    files = [file for folder in ("models", "desktop") for file in sorted((ROOT / folder).rglob("*.py"))]
    trees = {str(file.relative_to(ROOT)): ast.parse(file.read_text("utf-8")) for file in files}
    names, found = constants(trees.values()), {}
    for file, tree in trees.items():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            at = NOTING.get(getattr(call.func, "id", getattr(call.func, "attr", "")))
            if at is None:
                continue
            named = next((one.value for one in call.keywords if one.arg == "what"), None)
            what = named or (call.args[at] if len(call.args) > at else None)
            found |= {text: f"{file}:{call.lineno}" for text in said(what, names) if "." in text}
    return found


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_kind_of_line_has_its_own_sentence(language):
    known = keys(language)
    assert {kind: place for kind, place in kinds().items() if f"log.did.{kind}" not in known} == {}


def test_the_walk_finds_what_there_is():
    assert {"family.opened", "vault.opened", "vault.user_removed", "letter.read", "transfer.exported"} <= set(kinds())
    assert len(kinds()) > 70
