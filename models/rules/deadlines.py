# SPDX-License-Identifier: MIT
"""When an answer or a complaint is due, with the sum behind it step by step (R13, R22)."""

from dataclasses import dataclass
from datetime import date

from models.rules.law import LawEdition, law_on
from models.rules.step import Step
from models.values.dates import add_months, add_weeks, add_years, holiday_name, working_day_from

HEALTH_BASIS, OTHER_BASIS = "pbrl_7_5", "fvl_29"


@dataclass(frozen=True, slots=True)
class ComplaintDeadline:
    """The last day to complain; only an estimate as long as nobody knows when the family knew enough."""

    basis: str
    weeks: int
    due_on: date | None
    estimated_on: date | None
    latest_on: date | None
    steps: tuple[Step, ...]
    counted_on: date | None = None

    @property
    def overridden(self) -> bool:
        """Whether a person set another day than the counted one."""
        return self.counted_on is not None and self.counted_on != self.due_on


def complaint_deadline(
    knowledge_on: date | None,
    sent_on: date | None = None,
    decided_on: date | None = None,
    law: LawEdition | None = None,
    basis: str = HEALTH_BASIS,
    override_on: date | None = None,
) -> ComplaintDeadline:
    """Count from the knowledge date, not from the letter's (pbrl § 7-5); a person may set another day.

    Without a law edition the one of the day counted from is used.
    """
    start = knowledge_on or sent_on or decided_on
    edition = law or law_on(start or date.max)
    weeks = edition.parameter(basis, "appeal_weeks")
    latest_on = latest_appeal_day(decided_on, edition) if decided_on else None
    if knowledge_on is None:
        estimate, steps = _counted(sent_on, weeks, basis, "sent") if sent_on else (None, ())
        steps = (Step("deadline.step.unknown", basis), *steps)
        return ComplaintDeadline(basis, weeks, override_on, estimate, latest_on, _overridden(steps, override_on))
    counted, steps = _counted(knowledge_on, weeks, basis, "knew")
    return ComplaintDeadline(
        basis,
        weeks,
        override_on or counted,
        None,
        latest_on,
        _overridden(steps, override_on),
        counted_on=counted,
    )


def latest_appeal_day(decided_on: date, law: LawEdition | None = None) -> date:
    """The last day on which a late complaint can be taken up at all: one year (fvl § 31)."""
    return add_years(decided_on, (law or law_on(decided_on)).parameter("fvl_31", "outer_limit_years"))


def interim_reply_due(received_on: date, law: LawEdition | None = None) -> date:
    """One month after the wish came, a foreløpig svar is due when there is no answer yet (fvl § 11 a as a norm)."""
    return add_months(received_on, (law or law_on(received_on)).parameter("fvl_11a", "interim_reply_months"))


def _counted(start: date, weeks: int, basis: str, how: str) -> tuple[date, tuple[Step, ...]]:
    end = add_weeks(start, weeks)
    due = working_day_from(end)
    steps = [
        Step(f"deadline.step.{how}", basis, {"start": start}),
        Step("deadline.step.weeks", "domstoll_148", {"weeks": weeks, "end": end}),
    ]
    if due != end:
        steps.append(Step(f"deadline.step.{_day_off(end)}", "domstoll_149", {"end": end, "due": due}))
    steps.append(Step("deadline.step.due", "fvl_30", {"due": due}))
    return due, tuple(steps)


def _overridden(steps: tuple[Step, ...], override_on: date | None) -> tuple[Step, ...]:
    return (*steps, Step("deadline.step.overridden", None, {"due": override_on})) if override_on else steps


def _day_off(day: date) -> str:
    if holiday_name(day):
        return "holiday"
    return "saturday" if day.weekday() == 5 else "sunday"
