# SPDX-License-Identifier: MIT
"""Letters of the office's own, and a letter of ours with the municipality's words in it."""

import tomllib
from pathlib import Path

from models.values.letter import Envelope, Paper, RightInformation
from models.values.own_letter import HEADING, TEXT, OwnLetter
from tests.reports.letter_samples import envelope

STORY: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "own_story.toml").read_text("utf-8"))
VALUES = {
    "child": "Emil Haugen",
    "child_called": "Emil",
    "family": "familien Haugen",
    "coordinator": "Kari Nordby",
    "coordinator_phone": "57 00 00 22",
    "municipality": "Mellomvik kommune",
    "today": "20. november 2026",
}


def own_letters(language: str) -> dict[str, Paper]:
    """From a template, with nothing written, with what cannot be filled in, and a paragraph of the municipality's."""
    told = STORY[language]
    hard = {"title": told["hard_title"], "text": told["hard_text"]}
    return {
        "own_letter": _own(_envelope(language, own_texts={HEADING: told["title"], TEXT: told["text"]}, own_edition=3)),
        "own_letter_shortest": _own(_envelope(language)),
        "own_letter_copied": _own(_envelope(language, copies_to=("Fjellvik BUP",), changed_texts={"text": "A."})),
        "own_letter_hard": _own(_envelope(language, changed_texts=hard, recipient=("Fjellvik BUP",))),
        "right_information_own_text": RightInformation(
            _envelope(language, own_texts={"letters_right.answer": told["text"], "letters_right.conditions": ""}),
            "Emil Haugen",
            "Emil",
        ),
    }


def _envelope(language: str, **changes: object) -> Envelope:
    return envelope(language, fields=VALUES, **changes)


def _own(found: Envelope) -> OwnLetter:
    return OwnLetter(found, found.sender.caseworker, found.sender.caseworker_title)
