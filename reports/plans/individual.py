# SPDX-License-Identifier: MIT
"""The full plan: the child's own words first, all that forskriften § 9 asks for, and signatures last."""

from collections.abc import Iterator

from models.values.picture import GoalProgress, YearLine
from models.values.plan_paper import IndividualPlan, PlanConsent, PlanGoal, PlanMeasure, RecipientCopy
from reports.blocks import Block, Cell, Column, Facts, Heading, ListBlock, Paragraph, Run, Signatures, Table, Words
from reports.parts import Part, Say, Section, bold, day, headed, speaker, together, typed
from reports.pictures.network import network
from reports.pictures.progress import progress
from reports.pictures.year import year_line
from reports.plans.common import due, head_facts, short_day, status, subtitle, what_matters

_SMALL = 6


def title(paper: IndividualPlan) -> str:
    """What the paper is; no name, for titles are seen in queues and folders."""
    return speaker(paper.envelope.language)("letters_plan.title")


def parts(paper: IndividualPlan) -> Iterator[Part]:
    """What works before what is lacking; what is not in the data is not on paper."""
    say, head, envelope = speaker(paper.envelope.language), paper.head, paper.envelope
    yield Heading(title(paper), 1)
    yield subtitle(envelope, head.child, head.born_on)
    if paper.copy:
        yield Paragraph(_copy(say, paper.copy), "note")
    yield head_facts(say, envelope, head)
    yield from what_matters(say, head, paper.child_words, paper.child_words_by, paper.family_words)
    yield from headed(say("letters_plan.works"), paper.what_works)
    yield from headed(say("letters_plan.meet", child=head.child_called), paper.how_to_meet)
    yield from _goals(say, paper)
    yield from _needs(say, paper)
    yield from _people(say, paper)
    yield from _year(say, paper)
    yield from _cooperation(say, paper)
    yield from headed(say("letters_plan.participation", child=head.child_called), paper.participation)
    yield from _consent(say, paper)
    yield from _rules(say, paper)


def _copy(say: Say, copy: RecipientCopy) -> Words:
    """To whom the copy goes, and why it holds what it holds."""
    said = []
    if copy.party:
        said.append(say("letters_plan.copy_party"))
    if copy.consent_on:
        said.append(say("letters_plan.copy_consent", who=copy.consent_by, day=day(copy.consent_on)))
    if copy.until:
        said.append(say("letters_plan.copy_until", day=day(copy.until)))
    return bold(say("letters_plan.copy_to", recipient=copy.recipient), " ".join(said))


def _goals(say: Say, paper: IndividualPlan) -> Iterator[Block]:
    if not paper.goals:
        return
    yield Heading(say("letters_plan.goals"))
    shown = (
        GoalProgress(goal.title, goal.status, tuple(each.status for each in goal.measures)) for goal in paper.goals
    )
    yield progress(tuple(shown), paper.envelope.language)
    for goal in paper.goals:
        yield from _goal(say, goal, paper.envelope.language)


def _goal(say: Say, goal: PlanGoal, language: str) -> Iterator[Block]:
    """A goal by its title, never by a number: a copy with fewer goals has no holes."""
    yield Heading(goal.title, 3, whole=len(goal.measures) <= _SMALL)
    yield from typed(goal.description)
    if goal.child_words:
        yield Paragraph(say("letters_plan.own_words", words=goal.child_words))
    if goal.subgoals:
        yield Paragraph(say("letters_plan.subgoals"))
        yield ListBlock(goal.subgoals)
    if goal.measures:
        columns = (
            Column(say("letters_plan.column.measure"), 3.3),
            Column(say("letters_plan.column.responsible"), 2),
            Column(say("letters_plan.column.due"), 1.1),
            Column(say("letters_plan.column.status"), 1.3),
        )
        yield Table(columns, tuple(_measure(say, each, language) for each in goal.measures), row_heads=True)
    for review in goal.reviews:
        told = " ".join(filter(None, (review.text, say(f"letters_plan.outcome.{review.outcome}"))))
        yield Paragraph(bold(say("letters_plan.reviewed", day=day(review.on)), told))


def _measure(say: Say, measure: PlanMeasure, language: str) -> tuple[Cell, ...]:
    more = "\n".join(filter(None, (measure.extent, measure.how)))
    what = (Run(measure.what), Run(f"\n{more}")) if more else measure.what
    return (
        what,
        measure.responsible or "–",
        due(measure.due_on, measure.due_words, language),
        status(say, measure.status),
    )


def _needs(say: Say, paper: IndividualPlan) -> Iterator[Block]:
    if not paper.needs:
        return
    yield Heading(say("letters_plan.needs", child=paper.head.child_called))
    columns = _columns(say, area=1, now=2, later=2)
    yield Table(columns, tuple((need.area, need.now or "–", need.later or "–") for need in paper.needs), row_heads=True)


def _people(say: Say, paper: IndividualPlan) -> Iterator[Block]:
    drawing = network(paper.network, paper.envelope.language) if paper.network else None
    if drawing:
        yield Heading(say("letters_plan.network", child=paper.head.child_called))
        yield drawing
    if paper.participants:
        yield Heading(say("letters_plan.participants"))
        rows = tuple((each.name, each.role or "–", each.contributes or "–") for each in paper.participants)
        yield Table(_columns(say, name=1.3, role=1.3, contributes=2.2), rows, row_heads=True)
    known = (
        (say("letters_plan.fact.main_service"), paper.main_service),
        (say("letters_plan.fact.drawn_up_by"), paper.drawn_up_by),
        (say("letters_plan.fact.coordinated_by"), paper.coordinated_by),
    )
    if any(value for _, value in known):
        yield Heading(say("letters_plan.duties"))
        yield Facts(tuple((label, value) for label, value in known if value), 1)
    if paper.coordinators:
        yield Heading(say("letters_plan.coordinators"))
        told = tuple(
            (say(f"letters_plan.scheme.{each.kind}"), say(f"letters_plan.state.{each.state}"), each.name or "–")
            for each in paper.coordinators
        )
        yield Table(_columns(say, scheme=2, status=1.2, who=1.6), told, row_heads=True)


def _year(say: Say, paper: IndividualPlan) -> Iterator[Block]:
    start, end = paper.head.period_from, paper.head.period_to
    if not (start and end):
        return
    yield Heading(say("letters_plan.year"))
    if paper.events:
        yield year_line(YearLine(start, end, paper.envelope.dated_on, paper.events), paper.envelope.language)
    told = [say("letters_plan.period", start=day(start), end=day(end))]
    if paper.revisions:
        told.append(say("letters_plan.revisions", days=together(say, map(day, paper.revisions))))
    yield Paragraph(" ".join(told))


def _cooperation(say: Say, paper: IndividualPlan) -> Iterator[Block]:
    language = paper.envelope.language
    if paper.agreements:
        yield Heading(say("letters_plan.together"))
        yield ListBlock(paper.agreements)
    yield from headed(say("letters_plan.cooperation"), paper.cooperation)
    if paper.subplans:
        yield Heading(say("letters_plan.subplans"))
        rows = tuple((each.title, each.owner or "–", each.kept_at or "–") for each in paper.subplans)
        yield Table(_columns(say, subplan=1.6, owner=1.6, kept_at=1.4), rows, row_heads=True)
    if paper.disagreements:
        yield Heading(say("letters_plan.disagreements"))
        lines = []
        for each in paper.disagreements:
            line = say("letters_plan.disagreement", service=each.service, what=each.what)
            if each.lifted_on:
                lifted = say("letters_plan.lifted", who=each.lifted_to, day=short_day(each.lifted_on, language))
                line = f"{line} {lifted}"
            lines.append(line)
        yield ListBlock(tuple(lines))


def _consent(say: Say, paper: IndividualPlan) -> Iterator[Part]:
    """The consents in a table, and the pens under the sentence on what they sign."""
    if not (paper.consents or paper.signers):
        return
    yield Heading(say("letters_plan.consent_and_sign" if paper.signers else "letters_plan.consent"))
    if paper.consents:
        rows = tuple(_given(each, paper.envelope.language) for each in paper.consents)
        yield Table(_columns(say, recipient=1.5, covers=2.2, given=1.8, until=1.1), rows, row_heads=True)
    if paper.signers:
        yield Section("signing", say("letters_plan.made_together"))
        yield Signatures(tuple((name, say(f"letters_plan.signer.{role}")) for name, role in paper.signers))


def _given(consent: PlanConsent, language: str) -> tuple[Cell, ...]:
    given = f"{consent.given_by}, {short_day(consent.given_on, language)}"
    until = short_day(consent.until, language) if consent.until else "–"
    return consent.recipient or "–", consent.covers, given, until


def _rules(say: Say, paper: IndividualPlan) -> Iterator[Part]:
    """What the plan does not give, where its content is ruled, and what a party may use it for."""
    said = [say("letters_plan.no_extra_right", law=paper.envelope.provision("ipf_4").text)]
    said.append(say("letters_plan.content_law", law=paper.envelope.provision("ipf_9").text))
    if paper.copy and paper.copy.party:
        said.append(say("letters_complaint.own_interest", law=paper.envelope.provision("fvl_13b").text))
    yield Paragraph(" ".join(said), "note")


def _columns(say: Say, **shares: float) -> tuple[Column, ...]:
    return tuple(Column(say(f"letters_plan.column.{name}"), share) for name, share in shares.items())
