# SPDX-License-Identifier: MIT
"""Overviews of an invented family: as they usually are, as short as may be, and as hard as may be."""

from dataclasses import replace
from datetime import date

from models.values.letter import Paper
from models.values.overview_paper import (
    DutyLine,
    FamilyTimeline,
    ServiceLine,
    ServicesOverview,
    TimelineLine,
    WhoDoesWhat,
)
from tests.reports.plan_samples import AROUND, LONG, SAMI, STORY, sheet


def overview_papers(language: str) -> dict[str, Paper]:
    """Every overview in one language, by the name of its golden file."""
    return {
        "services_overview": services_overview(language),
        "services_overview_shortest": ServicesOverview(sheet(language), "Ella", "Ella", None, ()),
        "services_overview_hard": _many_services(language),
        "family_timeline": family_timeline(language),
        "family_timeline_shortest": FamilyTimeline(sheet(language), "Solbakken", ()),
        "family_timeline_hard": long_timeline(language, 60),
        "who_does_what": who_does_what(language),
        "who_does_what_shortest": WhoDoesWhat(sheet(language), "Ella", "", ""),
        "who_does_what_hard": who_does_what(language, 60),
    }


def services_overview(language: str = "nb") -> ServicesOverview:
    """The eight around Ella, and what each does."""
    names, does = STORY[language]["around_words"], STORY[language]["does"]
    lines = (
        ServiceLine(names[key], kind, who, f"75 00 12 {40 + n}", does[n]) for n, (key, who, kind) in enumerate(AROUND)
    )
    return ServicesOverview(sheet(language), "Ella Márjá Solbakken", "Ella", date(2017, 5, 14), tuple(lines))


def _many_services(language: str) -> ServicesOverview:
    usual = services_overview(language)
    many = tuple(replace(each, service=f"{LONG} {n}", contact=SAMI) for n in range(3) for each in usual.services)
    return replace(usual, child=SAMI, services=many)


def family_timeline(language: str = "nb") -> FamilyTimeline:
    """What has happened since Ella was born."""
    told = STORY[language]["happenings"]
    days = (date(2017, 5, 14), date(2018, 2, 1), date(2022, 9, 12), date(2023, 3, 1), date(2023, 8, 17))
    lines = zip((*days, date(2026, 10, 19), date(2026, 11, 20)), told, strict=True)
    return FamilyTimeline(sheet(language), "Solbakken", tuple(TimelineLine(on, *said) for on, said in lines))


def long_timeline(language: str, count: int) -> FamilyTimeline:
    """More than a picture holds."""
    told = STORY[language]["happenings"]
    lines = (
        TimelineLine(date(2018 + n // 8, 1 + n % 12, 5), f"{told[n % 7][0]} {n}", f"{told[n % 7][1]} {SAMI}")
        for n in range(count)
    )
    return FamilyTimeline(sheet(language), SAMI, tuple(lines))


def who_does_what(language: str = "nb", count: int = 5) -> WhoDoesWhat:
    """The sheet for the fridge."""
    told = STORY[language]
    lines = [DutyLine(*told["duties"][n % 5]) for n in range(count)]
    return WhoDoesWhat(
        sheet(language), "Ella", "Marte Hauge", "75 00 12 34", told["first_role"], told["first_when"], tuple(lines)
    )
