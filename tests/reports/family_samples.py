# SPDX-License-Identifier: MIT
"""Sheets and letters around invented families: the usual case, the shortest and a hard one of each."""

from dataclasses import replace
from datetime import date

from models.values.family_papers import RoleCard
from models.values.letter import Paper
from tests.reports.letter_samples import envelope

AGREED = {
    "nb": "Anne, Emil og Kari var med.\n– Kari ringer annenhver torsdag.\n– Emil velger selv når han vil være med.",
    "nn": "Anne, Emil og Kari var med.\n– Kari ringjer annankvar torsdag.\n– Emil vel sjølv når han vil vere med.",
}


def sheet_envelope(language: str, **changes: object):
    """A sheet is handed over: it bears no address."""
    return envelope(language, recipient=(), **changes)


def family_papers(language: str) -> dict[str, Paper]:
    """All of them in one language, by the name of the golden file."""
    return {**_role_cards(language)}


def _role_cards(language: str) -> dict[str, Paper]:
    usual = RoleCard(
        sheet_envelope(language),
        "child_coordinator",
        "Kari Nordby",
        "57 00 00 22",
        "kari.nordby@mellomvik.example",
        date(2026, 12, 1),
        "Emil",
    )
    bare = envelope(language).sender
    return {
        "role_card": usual,
        "role_card_shortest": replace(
            usual,
            kind="coordinator",
            coordinator="",
            phone="",
            email="",
            child_called="",
            envelope=sheet_envelope(language, sender=replace(bare, phone="")),
        ),
        "role_card_agreed": replace(
            usual,
            coordinator="Ánne-Márjá Čuoivvat-Ŋálgu",
            child_called="Bo <b>&amp; {Ly}, Áilu og Ŋiŧa",
            envelope=sheet_envelope(language, changed_texts={"agreed": AGREED[language]}),
        ),
    }
