# SPDX-License-Identifier: MIT
"""Sheets that lie on the table or go from hand to hand: how each is composed."""

from models.values.family_papers import AboutSheet, AdulthoodChecklist, RoleCard
from models.values.family_summary import HandoverSummary
from models.values.year_report import YearReport
from reports.composer import Composer
from reports.sheets import about, adulthood, role_card, summary, year

COMPOSERS: dict[type, Composer] = {
    AboutSheet: Composer(about.title, about.parts, "sheet"),
    AdulthoodChecklist: Composer(adulthood.title, adulthood.parts, "sheet"),
    HandoverSummary: Composer(summary.title, summary.parts, "sheet"),
    YearReport: Composer(year.title, year.parts, "sheet"),
    RoleCard: Composer(role_card.title, role_card.parts, "sheet"),
}
