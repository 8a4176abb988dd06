# SPDX-License-Identifier: MIT
"""Yearly reports of an invented municipality: an ordinary year, an empty one, and one where nearly all is small."""

from dataclasses import replace
from datetime import date

from models.values.letter import Paper
from models.values.year_report import Breakdown, YearReport
from tests.reports.family_samples import STORY, sheet_envelope


def year_reports(language: str) -> dict[str, Paper]:
    """All of them in one language, by the name of the golden file."""
    nobody = {"restricted_basis": "", "number": "", "case_number": ""}
    usual = YearReport(
        sheet_envelope(language, **nobody, changed_texts={"comment": STORY[language]["comment"]}),
        date(2025, 1, 1),
        date(2025, 12, 31),
        {"at_end": 47, "started": 16, "ended": 9},
        Breakdown({"expected": 1, "under_6": 12, "under_13": 24, "under_18": 19, "adult": 0}),
        Breakdown({"turned_18": 5, "withdrawn": 2, "conditions_gone": 0, "moved": 2, "other": 0}),
        Breakdown({"written": 9, "oral": 11, "own_initiative": 6}),
        Breakdown({"granted": 16, "refused": 6, "changed": 7, "person_changed": 5, "ended": 9}),
        {"child_under_18": 0, "serious_condition": 5, "lasting_needs": 6, "both_services": 3, "family_wishes": 0},
        (12, 18, 21, 24, 30, 31, 33, 40),
        Breakdown({"open": 0, "reversed": 1, "upheld": 5, "dismissed": 0, "withdrawn": 0}),
        {"active": 31, "refused": 8, "overdue": 3},
        {"held": 112, "child_took_part": 64, "overdue_tasks": 14, "expiring_consents": 6},
        (4, 8, 9, 12, 14),
        640,
    )
    small = replace(
        usual,
        envelope=sheet_envelope(language, **nobody),
        families={"at_end": 3, "started": 2, "ended": 1},
        ages=Breakdown({"expected": 0, "under_6": 0, "under_13": 3, "under_18": 0, "adult": 0}),
        endings=Breakdown(),
        enquiries=Breakdown({"written": 1, "oral": 1, "own_initiative": 5}),
        determinations=Breakdown({"granted": 2, "refused": 1, "changed": 0, "person_changed": 0, "ended": 1}),
        days=(12, 40),
        loads=(2, 1),
        hours=None,
    )
    empty = YearReport(sheet_envelope(language, **nobody), date(2025, 1, 1), date(2025, 6, 30))
    return {"year_report": usual, "year_report_small": small, "year_report_empty": empty}
