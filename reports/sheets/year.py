# SPDX-License-Identifier: MIT
"""The yearly report: counts of the municipality's own work, with the small ones left out and no claim to report on."""

from collections.abc import Iterator, Mapping
from statistics import median

from models.values.small_cells import FEWEST_SHOWN, TOTAL, Hidden, Shown, shown_alone, shown_parts
from models.values.year_report import Breakdown, YearReport
from reports.blocks import Block, Column, Heading, Paragraph, Table
from reports.parts import Part, Say, Section, day, speaker


def title(report: YearReport) -> str:
    """What is counted."""
    return speaker(report.envelope.language)("letters_year.title")


def parts(report: YearReport) -> Iterator[Part]:
    """Families, wishes and answers, complaints, plans and meetings, coordinators; what is small is said to be small."""
    say = speaker(report.envelope.language)
    yield Heading(title(report), 1)
    period = say("letters_year.period", first=day(report.from_on), last=day(report.to_on))
    yield Paragraph(period, "subtitle")
    municipality = report.envelope.sender.municipality
    yield Section("result", say("letters_year.lead", municipality=municipality), role="lead")
    yield from _families(say, report)
    yield from _answers(say, report)
    yield from _broken_down(say, "appeals", report.appeals)
    yield from _counted(say, "plans", report.plans)
    yield from _counted(say, "meetings", report.meetings)
    yield from _coordinators(say, report)
    yield Section("comment", heading=say("letters_year.comment"), hint="documents.hint.comment")
    yield Heading(say("letters_year.how_title"))
    yield Paragraph(say("letters_year.how", few=FEWEST_SHOWN))
    yield Paragraph(say("letters_year.not_reported"))


def _families(say: Say, report: YearReport) -> Iterator[Block]:
    yield from _counted(say, "families", report.families)
    yield from _broken_down(say, "ages", report.ages, 3)
    yield from _broken_down(say, "endings", report.endings, 3)


def _answers(say: Say, report: YearReport) -> Iterator[Block]:
    yield from _broken_down(say, "enquiries", report.enquiries)
    yield from _broken_down(say, "determinations", report.determinations)
    if report.days:
        yield Paragraph(_middle(say, "days", report.days))
    if any(report.refused_on.values()):
        yield from _counted(say, "refused_on", report.refused_on, 3)


def _coordinators(say: Say, report: YearReport) -> Iterator[Block]:
    if not report.loads:
        return
    yield Heading(say("letters_year.coordinators.title"))
    # how many work here is no secret; how many families one of them has may be, when all are few
    yield Paragraph(say("letters_year.coordinators.count", n=len(report.loads)))
    families = sum(report.loads)
    if families >= FEWEST_SHOWN:
        yield Paragraph(
            say("letters_year.coordinators.middle", n=_number(median(report.loads)), most=max(report.loads))
        )
    if report.hours is not None:
        yield Paragraph(say("letters_year.coordinators.hours", n=report.hours))


def _middle(say: Say, key: str, figures: tuple[int, ...]) -> str:
    if len(figures) < FEWEST_SHOWN:
        return say(f"letters_year.{key}.few")
    return say(f"letters_year.{key}.middle", n=_number(median(figures)))


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _counted(say: Say, key: str, figures: Mapping[str, int], level: int = 2) -> Iterator[Block]:
    """Figures that are no parts of one sum."""
    yield from _table(say, key, {name: shown_alone(n) for name, n in figures.items()}, level)


def _broken_down(say: Say, key: str, whole: Breakdown, level: int = 2) -> Iterator[Block]:
    """The parts there is something of, and the sum below them."""
    if any(whole.parts.values()):
        yield from _table(say, key, {name: n for name, n in shown_parts(whole.parts).items() if n != 0}, level)
    elif whole.parts:
        yield Heading(say(f"letters_year.{key}.title"), 3 if level == 3 else 2)
        yield Paragraph(say("letters_year.nothing"))


def _table(say: Say, key: str, figures: Mapping[str, Shown], level: int) -> Iterator[Block]:
    if not figures:
        return
    yield Heading(say(f"letters_year.{key}.title"), 3 if level == 3 else 2)
    columns = (Column(say("letters_year.what"), 4), Column(say("letters_year.count"), 1.2))
    rows = tuple(
        (say("letters_year.total") if name == TOTAL else say(f"letters_year.{key}.{name}"), _figure(say, n))
        for name, n in figures.items()
    )
    yield Table(columns, rows, row_heads=True)


def _figure(say: Say, n: Shown) -> str:
    return say(f"letters_year.hidden.{n}", few=FEWEST_SHOWN) if isinstance(n, Hidden) else f"{n}"
