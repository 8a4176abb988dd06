# SPDX-License-Identifier: MIT
"""What the plans share: the corner of the head, the facts, the words for a status, and texts cut to fit a page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from models.values.date_words import age_text, moment_text
from models.values.language import words
from models.values.letter import Envelope
from models.values.picture import MeasureStatus
from models.values.plan_paper import PlanHead
from reports.blocks import Facts, Paragraph, Quote, References, StatusCell, Words
from reports.parts import Say, day, speaker, together


def corner(envelope: Envelope, version: int = 0) -> References:
    """Case number, version and date, at the right of the head."""
    say = speaker(envelope.language)
    dated = day(envelope.dated_on)
    row = (say("letters_plan.version"), f"{version} · {dated}") if version else (say("letters.date"), dated)
    case = ((say("letters_plan.case"), envelope.case_number),) if envelope.case_number else ()
    return References((*case, row))


def short_day(value: date, language: str) -> str:
    """«15. nov. 2026», which never breaks over two lines."""
    return f"{value.day}.\u00a0{words(language).months_short[value.month - 1]}\u00a0{value.year}"


def status(say: Say, value: MeasureStatus) -> StatusCell:
    """The status as a word with its shape."""
    return StatusCell(say(f"letters_picture.status.{value}"), value)


def due(on: date | None, said: str, language: str) -> str:
    """When: a day, or the words for it."""
    return short_day(on, language) if on else said or "–"


def subtitle(envelope: Envelope, name: str, born_on: date | None) -> Paragraph:
    """Whom it is about: «Ella Márjá Solbakken, 9 år»."""
    age = age_text(born_on, envelope.dated_on, envelope.language) if born_on else ""
    return Paragraph(", ".join(filter(None, (name, age))), "subtitle")


def head_facts(say: Say, envelope: Envelope, head: PlanHead) -> Facts:
    """The facts under the title; what may need two lines stands last in its column."""
    known = _known(head, envelope.language) | {"consent": _given(say, head), "guardians": together(say, head.guardians)}
    left = ("born", head.coordinator_kind, "phone", "guardians")
    return chosen_facts(say, known, (*left, "period", "next_meeting", "consent", "language"))


def short_facts(say: Say, envelope: Envelope, head: PlanHead) -> Facts:
    """The facts that one page has room for."""
    known = _known(head, envelope.language) | {"guardians": together(say, head.guardians)}
    known[head.coordinator_kind] = ", ".join(filter(None, (head.coordinator, head.coordinator_phone)))
    left = ("born", head.coordinator_kind, "guardians")
    return chosen_facts(say, known, (*left, "period", "next_meeting", "language"))


def chosen_facts(say: Say, known: dict[str, str], names: Sequence[str]) -> Facts:
    """Those of the facts that are known, in this order."""
    rows: list[tuple[str, Words]] = [(say(f"letters_plan.fact.{name}"), known[name]) for name in names if known[name]]
    return Facts(tuple(rows))


def _known(head: PlanHead, language: str) -> dict[str, str]:
    return {
        "born": day(head.born_on) if head.born_on else "",
        head.coordinator_kind: head.coordinator,
        "phone": head.coordinator_phone,
        "period": _period(head, language),
        "next_meeting": _meeting(head, language),
        "language": head.language,
    }


def _period(head: PlanHead, language: str) -> str:
    days = (short_day(on, language) for on in (head.period_from, head.period_to) if on)
    return " – ".join(days)


def _meeting(head: PlanHead, language: str) -> str:
    return moment_text(head.next_meeting, language) if head.next_meeting else ""


def _given(say: Say, head: PlanHead) -> str:
    return say("letters_plan.fact.consent_on", day=day(head.consent_on)) if head.consent_on else ""


def what_matters(say: Say, head: PlanHead, said: str, by: str, family: str) -> Iterator[Quote]:
    """«Hva er viktig for Ella?», in the child's own words, with what the family adds."""
    if said or family:
        title = say("letters_plan.matters", child=head.child_called)
        yield Quote(title, quoted(said), by, more=family)


def quoted(said: str) -> str:
    """The child's own words between quotation marks, unless they stand there already."""
    return said if not said or said.startswith("«") else f"«{said}»"


def clipped(text: str, most: int) -> str:
    """The text cut after a word, with «…» where something is left out."""
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,.;:')}…"


def shorter_head(head: PlanHead, most: int) -> PlanHead:
    """The head with no value longer than that, for a paper of one page."""
    guardians = ", ".join(head.guardians)
    return replace(
        head,
        child=clipped(head.child, most),
        child_called=clipped(head.child_called, most),
        coordinator=clipped(head.coordinator, most),
        coordinator_phone=clipped(head.coordinator_phone, most),
        guardians=head.guardians if len(guardians) <= 3 * most else (clipped(guardians, 3 * most),),
        language=clipped(head.language, most),
    )
