# SPDX-License-Identifier: MIT
"""Consent forms for invented families: each matter, each version, the blank form and the hard one."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from models.values.consent_paper import (
    ChildConsentForm,
    ChildView,
    ConsentForm,
    ConsentKind,
    ConsentMatter,
    ConsentRequest,
    ConsentService,
    ConsentSigner,
    EasyConsentForm,
    InformationKind,
    OralConsent,
)
from models.values.letter import Paper
from tests.reports.letter_samples import envelope

STORY: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "consent_story.toml").read_text("utf-8"))
KINDS: tuple[ConsentKind, ...] = ("child_coordinator", "individual_plan", "care_team")
PARENTS = (ConsentSigner("Anne Haugen", "parent"), ConsentSigner("Per Haugen", "parent"))


def matter(language: str = "nb", **changes: object) -> ConsentMatter:
    """A sharing about Emil, ready for his parents to answer."""
    told = STORY[language]
    base = ConsentMatter(
        kind="sharing",
        child="Emil Haugen",
        child_called="Emil",
        born_on=date(2019, 3, 4),
        from_services=tuple(told["from_services"]),
        services=tuple(ConsentService(*each.split("|")) for each in told["services"]),
        information=tuple(InformationKind(*each.split("|")) for each in told["information"]),
        purpose=told["purpose"],
        consequences=told["consequences"],
        exceptions=told["exceptions"],
        expires_on=date(2027, 11, 20),
        language_and_interpreter=told["language"],
        child_view=ChildView("heard", told["view"], told["how"], told["by"], date(2026, 11, 9)),
        signers=PARENTS,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def hard(language: str) -> ConsentMatter:
    """Many services with long names, some answers known, three who sign, one of them by word of mouth."""
    told = STORY[language]
    known = (True, False, None)
    return matter(
        language,
        child="Ánne-Márjá Čuoivvat Šimonsen Kristoffersen-Gjengedal",
        child_called="Ánne-Márjá",
        services=tuple(
            ConsentService(name, told["sami"], answer) for name, answer in zip(told["many"], known * 3, strict=False)
        ),
        information=tuple(
            replace(kind, answers=known[:place]) for place, kind in enumerate(matter(language).information)
        ),
        language_and_interpreter=told["many_language"],
        child_view=ChildView("not_heard", not_heard_reason=told["not_heard"]),
        signers=(*PARENTS, ConsentSigner("", "youth")),
        one_signer_reason=told["alone"],
        oral=OralConsent("Per Haugen", told["oral_by"], told["oral_how"], date(2026, 11, 18)),
    )


def forms(language: str) -> dict[str, Paper]:
    """Every consent paper in one language, by the name of its golden file."""
    about = replace(envelope(language), recipient=(), number="")
    plain: dict[str, object] = {"from_services": (), "information": (), "consequences": "", "exceptions": ""}
    coordinator = matter(language, kind="child_coordinator", services=(), **plain)
    unseen = ConsentMatter("individual_plan", "Emil Haugen", "Emil")
    youth = matter(language, signers=(ConsentSigner("Emil Haugen", "youth"),))
    return {
        "consent_sharing": ConsentForm(about, matter(language)),
        "consent_sharing_blank": ConsentForm(about, ConsentMatter("sharing")),
        "consent_sharing_hard": ConsentForm(about, hard(language)),
        "consent_child_coordinator": ConsentForm(about, coordinator),
        "consent_individual_plan": ConsentForm(about, matter(language, kind="individual_plan", **plain)),
        "consent_care_team": ConsentForm(about, matter(language, kind="care_team", **plain)),
        "consent_care_team_blank": ConsentForm(about, ConsentMatter("care_team")),
        "consent_easy_sharing": EasyConsentForm(about, matter(language)),
        "consent_easy_sharing_blank": EasyConsentForm(about, ConsentMatter("sharing")),
        "consent_easy_sharing_hard": EasyConsentForm(about, hard(language)),
        "consent_easy_child_coordinator": EasyConsentForm(about, coordinator),
        "consent_easy_individual_plan": EasyConsentForm(about, matter(language, kind="individual_plan", **plain)),
        "consent_easy_care_team": EasyConsentForm(about, matter(language, kind="care_team", **plain)),
        "consent_child_sharing": ChildConsentForm(about, matter(language), STORY[language]["why"]),
        "consent_child_sharing_blank": ChildConsentForm(about, ConsentMatter("sharing")),
        "consent_child_coordinator_child": ChildConsentForm(about, coordinator),
        "consent_child_individual_plan": ChildConsentForm(about, unseen),
        "consent_child_care_team": ChildConsentForm(about, matter(language, kind="care_team", **plain)),
        "consent_youth_sharing": ChildConsentForm(about, youth, STORY[language]["why"], decides=True),
        **_requests(language),
    }


def _requests(language: str) -> dict[str, Paper]:
    """The letters that go with the forms, for each reason to ask."""
    sent = envelope(language, attachments=tuple(STORY[language]["attachments"]))
    start = ConsentRequest(sent, "Emil Haugen", KINDS, child_called="Emil")
    service = STORY[language]["many"][1]
    return {
        "consent_request_start": replace(start, answer_by=date(2026, 12, 11)),
        "consent_request_new_service": replace(start, kinds=("sharing",), reason="new_service", service=service),
        "consent_request_expiry": replace(start, kinds=("sharing",), reason="expiry", expires_on=date(2027, 1, 15)),
        "consent_request_shortest": ConsentRequest(
            envelope(language), "", ("care_team",), reason="main_responsibility", service=service
        ),
    }
