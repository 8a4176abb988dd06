# SPDX-License-Identifier: MIT
"""Sheets and letters around invented families: the usual case, the shortest and a hard one of each."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

from models.values.family_papers import (
    AboutSheet,
    Adulthood,
    AdulthoodChecklist,
    AdulthoodLetter,
    ClosingLetter,
    Contact,
    PriorNotice,
    RoleCard,
    Speech,
    Voice,
)
from models.values.letter import Envelope, Paper
from tests.reports.letter_samples import envelope

STORY: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "family_story.toml").read_text("utf-8"))
HARD = "Ánne-Márjá Čuoivvat-Ŋálgu <b>&amp; {Ly}"


def sheet_envelope(language: str, **changes: object) -> Envelope:
    """A sheet is handed over: it bears no address."""
    return envelope(language, recipient=(), **changes)


def family_papers(language: str) -> dict[str, Paper]:
    """All of them in one language, by the name of the golden file."""
    return {**_role_cards(language), **_about(language), **_adulthood(language), **_ending(language)}


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
            coordinator=HARD,
            child_called="Bo, Áilu og Ŋiŧa",
            envelope=sheet_envelope(language, changed_texts={"agreed": STORY[language]["agreed"]}),
        ),
    }


def _about(language: str) -> dict[str, Paper]:
    told = STORY[language]
    filled = {name: told[name] for name in ("strengths", "met", "works")}
    usual = AboutSheet(
        sheet_envelope(language, changed_texts=filled),
        "Emil Haugen",
        "Emil",
        (Voice("Emil", told["matters"]),),
        Speech("Emil", aac=told["aac"]),
        (Speech("Amira", "dari", interpreter=True),),
        (Contact("Kari Nordby", "child_coordinator", "57 00 00 22"), Contact("Amira Haugen", "mother", "57 00 00 41")),
    )
    ours = replace(
        usual,
        whole_name="Emil og Selma Haugen",
        child_called="",
        voices=(Voice("Emil", told["matters"]), Voice("Selma", told["matters_second"])),
        child_speech=None,
        speech=(Speech("Emil", aac=told["aac"]), *usual.speech),
    )
    return {
        "about_me": usual,
        "about_me_shortest": AboutSheet(sheet_envelope(language), "Bo", "Bo", (), Speech("Bo"), (), ()),
        "about_us": ours,
        "about_us_hard": replace(
            ours,
            envelope=sheet_envelope(language, changed_texts={"met": told["met"] * 6}),
            whole_name=HARD,
            speech=(Speech(HARD, told["language"], True, told["aac"], sami=True),),
            contacts=(Contact(HARD, "foster_parent", ""), *ours.contacts * 3),
        ),
    }


def _adulthood(language: str) -> dict[str, Paper]:
    usual = Adulthood("Emil Haugen", "Emil", date(2028, 3, 1), "child_coordinator", "Kari Nordby")
    youth = replace(usual, turns_18_on=date(2027, 2, 28), kind="coordinator")
    hard = Adulthood(HARD, HARD.partition(" ")[0], date(2026, 11, 21))
    return {
        "adulthood_letter": AdulthoodLetter(envelope(language), usual),
        "adulthood_letter_coordinator": AdulthoodLetter(envelope(language), youth),
        "adulthood_letter_hard": AdulthoodLetter(envelope(language), hard),
        "adulthood_checklist": AdulthoodChecklist(sheet_envelope(language), usual),
        "adulthood_checklist_late": AdulthoodChecklist(
            sheet_envelope(language, changed_texts={"own": STORY[language]["own"]}), youth
        ),
        "adulthood_checklist_hard": AdulthoodChecklist(sheet_envelope(language), hard),
    }


def _ending(language: str) -> dict[str, Paper]:
    told = STORY[language]
    noticed = PriorNotice(
        envelope(language, changed_texts={"reason": told["reason"]}),
        "changed",
        "child_coordinator",
        "Emil Haugen",
        "Emil",
        "",
        None,
        "",
        date(2026, 12, 11),
    )
    ended = ClosingLetter(
        envelope(language), "Emil Haugen", "Emil", date(2026, 12, 31), "conditions_gone", "", told["coordinating"]
    )
    moved = replace(ended, reason_code="moved", new_municipality="Fjordvik kommune")
    return {
        "prior_notice_changed": noticed,
        "prior_notice_ended": replace(
            noticed,
            envelope=envelope(language),
            outcome="ended",
            reason_code="turned_18",
            effective_on=date(2027, 3, 1),
        ),
        "prior_notice_person": replace(
            noticed,
            envelope=envelope(language),
            outcome="person_changed",
            kind="coordinator",
            child=HARD,
            child_called="",
            reason_code="coordinator_left",
            coordinator=HARD,
        ),
        "closing_ended": ended,
        "closing_shortest": replace(ended, child="", child_called="", reason_code="", coordinating=""),
        "closing_moved": moved,
        "closing_moved_unknown": replace(moved, child=HARD, new_municipality=""),
        "closing_sent": replace(
            moved, sent_to="Fjordvik kommune", sent_on=date(2026, 11, 12), consent_on=date(2026, 11, 2)
        ),
    }
