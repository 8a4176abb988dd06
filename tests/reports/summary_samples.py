# SPDX-License-Identifier: MIT
"""Summaries of invented families for a new coordinator: the usual one, the shortest, and one with very much in it."""

from dataclasses import replace
from datetime import date, timedelta

from models.values.family_papers import Voice
from models.values.family_summary import CoordinatorLine, HandoverSummary, Matter, PersonLine
from models.values.letter import Paper
from models.values.remark import Remark
from tests.reports.family_samples import HARD, STORY, sheet_envelope
from tests.reports.letter_samples import TODAY

BOTH = ("responsibility", "daily_care")
CLOCKS = (
    *("interim_reply", "answer", "assess", "finish_determination", "send_determination", "send_letter", "knowledge"),
    *("complaint_ends", "reassess", "forward", "copy_to_party", "first_meeting", "turned_18", "follow_up"),
    *("tell_family", "lifted", "born"),
)
STEPS = (
    *("answer_enquiry", "plan_adulthood", "answer_appeal", "appoint_coordinator", "say_who_coordinates"),
    *("assess_conditions", "hear_child", "clear_responsibility", "ask_what_matters", "look_over_people"),
)
AHEAD = (
    *("turns_7", "turns_12", "turns_15", "turns_16", "turns_18", "before_18", "school_start", "lower_secondary"),
    *("upper_secondary_application", "upper_secondary"),
)


def summaries(language: str) -> dict[str, Paper]:
    """All of them in one language, by the name of the golden file."""
    told = STORY[language]
    usual = HandoverSummary(
        sheet_envelope(language, changed_texts={"first": told["first"]}),
        "Haugen",
        (
            PersonLine("Emil Haugen", "child", born_on=date(2019, 4, 14), aac=told["aac"]),
            PersonLine("", "child", expected_on=date(2027, 2, 3)),
            PersonLine("Amira Haugen", "mother", BOTH, phone="57 00 00 41", language="dari", interpreter=True),
            PersonLine("Per Haugen", "father", ("responsibility",), protected=True),
        ),
        (Voice("Emil", told["matters"]),),
        (Remark("family.remark.no_contact", values={"name": "Ola Berg"}), Remark("family.remark.who_coordinates")),
        (Matter("draft"), Matter("granted", date(2026, 3, 2), "2026-009")),
        (
            CoordinatorLine("Kari Nordby", "child_coordinator", date(2026, 3, 15), None),
            CoordinatorLine("Per Solli", "coordinator", date(2024, 8, 1), date(2026, 3, 14)),
        ),
        told["coordinating"],
        (
            Matter("interim_reply", date(2026, 11, 26)),
            Matter("follow_up", date(2026, 12, 1), told["agreed_once"]),
            Matter("lifted"),
        ),
        (Matter("hear_child"), Matter("ask_what_matters", name="Emil")),
        (Matter("school_start", date(2027, 8, 15), "Emil"),),
        (Matter("role_card"), Matter("determination", TODAY, "2026-009"), Matter("received", TODAY, "Epikrise")),
        (Matter("phone", date(2026, 11, 12), "PPT"), Matter("meeting", date(2026, 10, 1), told["met_with"])),
    )
    bare = HandoverSummary(sheet_envelope(language), "Vik", (PersonLine("Ine Vik", "child"),))
    much = replace(
        usual,
        family=HARD,
        people=usual.people * 4,
        clocks=tuple(Matter(key, TODAY, HARD if key == "follow_up" else "") for key in CLOCKS),
        steps=tuple(Matter(key, TODAY, "Emil") for key in STEPS),
        ahead=tuple(Matter(key, TODAY, "Emil") for key in AHEAD),
        notes=tuple(Matter("talk", TODAY - timedelta(days=3 * n), HARD) for n in range(60)),
    )
    return {"handover_summary": usual, "handover_summary_shortest": bare, "handover_summary_much": much}
