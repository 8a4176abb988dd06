# SPDX-License-Identifier: MIT
"""Letters to and about invented people, one for each outcome, language and hard case."""

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from models.rules.cooperation import cooperation_reference
from models.rules.law import law_on, provision_ids
from models.values.letter import (
    AccessLog,
    AccessLogLine,
    AppealForwarding,
    AppointmentLetter,
    ConditionLine,
    CoordinationNotice,
    DeterminationLetter,
    Envelope,
    InterimReply,
    LawReference,
    Paper,
    PersonLog,
    RightInformation,
    Sender,
    ServiceInformation,
)
from models.values.recovery_sheet import RecoverySheet

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 20)
CONDITIONS = ("child_under_18", "serious_condition", "lasting_needs", "both_services", "family_wishes")
STORY: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "story.toml").read_text("utf-8"))
UNIT = {"nb": "Koordinerende enhet", "nn": "Koordinerande eining"}


def _law(language: str) -> tuple[LawReference, ...]:
    known = law_on(TODAY)
    return (*known.references(tuple(provision_ids()), language), cooperation_reference(known, "school", language))


def envelope(language: str = "nb", **changes: object) -> Envelope:
    """A letter from the practice municipality to a mother in one home."""
    sender = Sender(
        municipality="Mellomvik kommune",
        unit=UNIT[language],
        address_lines=("Postboks 12", "6898 Mellomvik"),
        phone="57 00 00 00",
        email="post@mellomvik.example",
        org_number="974 760 673",
        caseworker="Ingunn Åsen",
        caseworker_title={"nb": "Rådgiver", "nn": "Rådgivar"}[language],
        caseworker_phone="57 00 00 11",
        county_governor="Statsforvalteren i Vestland",
    )
    base = Envelope(
        language=language,
        dated_on=TODAY,
        made_at=NOW,
        sender=sender,
        recipient=("Anne Haugen", "Fjordvegen 3", "6898 Mellomvik"),
        number="2026-014",
        case_number="26/118",
        law=_law(language),
        law_edition="2026-07-01",
        restricted_basis="offentleglova § 13, jf. helse- og omsorgstjenesteloven § 12-1",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def determination(language: str = "nb", outcome: str = "granted", **changes: object) -> DeterminationLetter:
    """An avgjørelse for Emil, seven years old, with everything filled in."""
    told = STORY[language]
    refused = outcome == "refused"
    base = DeterminationLetter(
        envelope=envelope(language),
        outcome=outcome,
        kind="child_coordinator",
        child="Emil Haugen",
        child_is_expected=False,
        wish=told["wish"],
        received_on=date(2026, 10, 26),
        coordinator="Kari Nordby",
        coordinator_title=told["coordinator_title"],
        coordinator_phone="57 00 00 22",
        coordinator_email="kari.nordby@mellomvik.example",
        previous_coordinator="Per Solli" if outcome in ("changed", "person_changed") else "",
        effective_on=date(2026, 12, 1),
        overlap_to=date(2027, 1, 15) if outcome == "person_changed" else None,
        reason_code={"ended": "moved"}.get(outcome, ""),
        grounds=told[f"grounds_{outcome}"],
        conditions=tuple(
            ConditionLine(
                condition,
                "not_met" if refused and condition == "both_services" else "met",
                told["facts"] if condition == "serious_condition" else "",
                told["judgement"],
            )
            for condition in CONDITIONS
        )
        if outcome in ("granted", "refused")
        else (),
        child_heard="heard",
        child_view=told["child_view"],
        child_view_how=told["child_view_how"],
        child_view_on=date(2026, 11, 9),
        not_heard_reason="",
        best_interests=told["best_interests"],
        family_view=told["family_view"],
        person_wish="Kari Nordby" if outcome == "granted" else "",
        family_comment=told["family_comment"] if outcome in ("changed", "person_changed", "ended") else "",
        practical=told["practical"],
        alternatives=told["alternatives"] if outcome in ("refused", "ended") else "",
        complaint_weeks=4,
        signer_name="Ingunn Åsen",
        signer_title=told["signer_title"],
        channel="oral",
        child_called="Emil",
        prior_notice_on=date(2026, 11, 2) if outcome == "ended" else None,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def letters(language: str) -> dict[str, Paper]:
    """Every letter and every hard case in one language, by the name of its golden file."""
    told = STORY[language]
    found: dict[str, Paper] = {
        f"determination_{outcome}": determination(language, outcome)
        for outcome in ("granted", "refused", "changed", "person_changed", "ended")
    }
    found |= {
        f"determination_{outcome}_coordinator": determination(language, outcome, kind="coordinator", conditions=())
        for outcome in ("granted", "refused", "changed", "person_changed", "ended")
    }
    found |= _hard_cases(language)
    found["interim_reply"] = InterimReply(
        envelope(language), "Emil Haugen", date(2026, 10, 26), "oral", date(2026, 12, 4), told["why_late"], "Emil"
    )
    found["right_information"] = RightInformation(envelope(language), "Emil Haugen", "Emil")
    found["appointment_letter"] = AppointmentLetter(
        envelope(language, recipient=("Kari Nordby", told["coordinator_title"]), addressee="other"),
        "child_coordinator",
        "Kari Nordby",
        "Haugen",
        date(2026, 12, 1),
        None,
        told["delegated_by"],
        date(2026, 11, 19),
        told["scope"],
        told["limits"],
        "Ingunn Åsen",
        told["signer_title"],
    )
    found["service_information"] = ServiceInformation(
        envelope(language, recipient=(told["service"],), addressee="other"),
        "child_coordinator",
        told["service"],
        "school",
        "E.H.",
        "Kari Nordby",
        "57 00 00 22",
        date(2026, 12, 1),
    )
    found["coordination_notice"] = CoordinationNotice(
        envelope(language), "Emil Haugen", told["coordinating"], "Per Solli", "57 00 00 33", date(2026, 12, 1)
    )
    found["appeal_forwarding"] = _appeal(language)
    found["access_log"] = _log(language)
    found["person_log"] = _person_log(language)
    return found


def recovery_sheets(language: str) -> dict[str, RecoverySheet]:
    """The recovery key whole, and one of two sheets of it."""
    groups = ("K7QD", "9XMA", "2RFT", "HJ4W", "P8CN", "V3LE", "6YZB", "TU5S")
    whole = RecoverySheet(language, "Mellomvik kommune", "Laget-Mellomvik", NOW, groups)
    return {"recovery_sheet": whole, "recovery_sheet_split": replace(whole, part=1, parts=2)}


def _hard_cases(language: str) -> dict[str, Paper]:
    told = STORY[language]
    expected = determination(
        language,
        child="",
        child_called="",
        child_is_expected=True,
        child_heard="not_heard",
        child_view="",
        child_view_how="",
        child_view_on=None,
    )
    welfare = envelope(language, recipient=(told["welfare"], "Rådhuset"), addressee="child_welfare")
    foster = envelope(language, recipient=("Siv og Tor Berg", "Lia 4", "6898 Mellomvik"), addressee="foster")
    return {
        "determination_expected_child": expected,
        "determination_child_welfare": determination(language, envelope=welfare),
        "determination_foster": determination(language, envelope=foster),
        "determination_youth": determination(language, turns_18_on=date(2027, 8, 14), channel="own_initiative"),
        "determination_protected": determination(language, envelope=envelope(language, recipient=("Anne Haugen",))),
        "determination_markup": determination(
            language,
            child_called="",
            child="Bo <b>&amp; {Ly} O'Neil",
            coordinator='Ŋiŧa "á" <Šaŋŋa>',
            wish="5 < 7 & 9 > 2 {n}",
        ),
        "determination_not_heard": determination(
            language, child_heard="not_heard", child_view="", not_heard_reason=told["not_heard"]
        ),
        "determination_after_appeal": determination(language, after_appeal=True, replaces_number="2026-009"),
    }


def _appeal(language: str) -> AppealForwarding:
    told = STORY[language]
    governor = ("Statsforvaltaren i Vestland",) if language == "nn" else ("Statsforvalteren i Vestland",)
    return AppealForwarding(
        envelope(language, recipient=governor, copies_to=("Anne Haugen",), addressee="other"),
        "Emil Haugen",
        "2026-009",
        date(2026, 9, 18),
        "refused",
        date(2026, 10, 12),
        date(2026, 9, 22),
        date(2026, 10, 20),
        True,
        "Anne Haugen",
        told["appeal_grounds"],
        told["reassessment"],
        told["child_view"],
        tuple(told["documents"].split("|")),
        "Ingunn Åsen",
        told["signer_title"],
    )


def _person_log(language: str) -> PersonLog:
    opened, _, printed, unit = STORY[language]["log"].split("|")
    return PersonLog(
        replace(envelope(language), recipient=(), number=""),
        "Ingunn Åsen",
        (
            AccessLogLine(datetime(2026, 11, 20, 9, 12, tzinfo=UTC), "Ingunn Åsen", unit, printed, "", "Haugen"),
            AccessLogLine(datetime(2026, 11, 2, 7, 45, tzinfo=UTC), "Ingunn Åsen", unit, opened, "Ferie", "Haugen"),
            AccessLogLine(datetime(2026, 11, 2, 7, 40, tzinfo=UTC), "Ingunn Åsen", "", opened, ""),
        ),
    )


def _log(language: str) -> AccessLog:
    opened, changed, printed, unit = STORY[language]["log"].split("|")
    return AccessLog(
        envelope(language),
        "Haugen",
        (
            AccessLogLine(datetime(2026, 11, 20, 9, 12, tzinfo=UTC), "Kari Nordby", "barnekoordinator", printed, ""),
            AccessLogLine(datetime(2026, 11, 19, 13, 2, tzinfo=UTC), "Kari Nordby", "barnekoordinator", changed, ""),
            AccessLogLine(datetime(2026, 11, 2, 7, 45, tzinfo=UTC), "Ingunn Åsen", unit, opened, "Ferie"),
        ),
    )
