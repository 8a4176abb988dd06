# SPDX-License-Identifier: MIT
"""Innkalling: all one recipient needs to come prepared, on one page, with the child's part settled beforehand."""

from collections.abc import Iterator

from models.values.meeting_paper import AgendaItem, ChildPart, InvitationLetter, MeetingOccasion
from reports.blocks import Block, Facts, Heading, ListBlock, Paragraph, Redacted, Signature, Words
from reports.letters.common import joined, provisions, whom_to_ask
from reports.meetings.common import about, in_order, known, person, when, where
from reports.parts import Part, Say, Section, day, speaker, together, typed


def title(letter: InvitationLetter) -> str:
    """Innkalling."""
    return speaker(letter.envelope.language)("letters_invitation.title")


def parts(letter: InvitationLetter) -> Iterator[Part]:
    """When, where and why, the items, who comes, how the child takes part, and what to do before."""
    say, occasion, envelope = speaker(letter.envelope.language), letter.occasion, letter.envelope
    yield Heading(title(letter), 1)
    yield Paragraph(about(say, occasion), "subtitle")
    lead = say("letters_invitation.lead", when=when(occasion, envelope.language))
    yield Section("result", lead, role="lead")
    yield from typed(letter.purpose)
    rows = (
        (say("letters_meeting.where"), where(say, envelope, occasion)),
        (say("letters_meeting.leader"), _leaders(say, occasion)),
        (say("letters_invitation.with_whom"), _people(say, letter)),
        (say("letters_invitation.child_part"), _child(say, letter.child_part)),
    )
    yield Facts(known(rows), 1)
    yield from _items(say, letter)
    # whole: on two pages, what to do and whom to ask goes with the signature
    yield Section("before", "\n".join(_before(say, letter)), say("letters_invitation.before"), whole=True)
    yield from _secrecy(say, letter)
    yield Section("contact", say("letters_invitation.ask", whom=whom_to_ask(say, envelope.sender)))
    yield Signature(envelope.sender.caseworker, "", say("letters.greeting"), pen=False)


def _leaders(say: Say, occasion: MeetingOccasion) -> str:
    """Who leads and who writes, settled before the meeting."""
    writes = say("letters_invitation.writes", who=occasion.recorder) if occasion.recorder else ""
    return f"{occasion.leader}. {writes}" if occasion.leader and writes else occasion.leader or writes


def _items(say: Say, letter: InvitationLetter) -> Iterator[Block]:
    if not letter.items and not letter.called_to:
        return
    yield Heading(say("letters_meeting.items"))
    if letter.called_to and letter.called_to == tuple(one.title for one in letter.items if isinstance(one, AgendaItem)):
        yield Paragraph(say("letters_invitation.called_to_these", n=len(letter.called_to)))
    elif letter.called_to:
        yield Paragraph(say("letters_invitation.called_to", items=together(say, letter.called_to)))
    points: list[Words] = []
    for item in in_order(letter.items):
        if isinstance(item, AgendaItem):
            points.append(_item(say, item))
            continue
        if points:
            yield ListBlock(tuple(points))
            points = []
        yield Redacted(item.reason)
    if points:
        yield ListBlock(tuple(points))


def _item(say: Say, item: AgendaItem) -> str:
    length = say("letters_meeting.minutes", n=item.minutes) if item.minutes else ""
    told = ", ".join(filter(None, (item.who, length)))
    return f"{item.title} ({told})" if told else item.title


def _people(say: Say, letter: InvitationLetter) -> str:
    if not letter.participants:
        return ""
    sentences = [f"{together(say, map(person, letter.participants))}."]
    if letter.list_decided_by:
        sentences.append(say("letters_invitation.decided_by", who=_begun(letter.list_decided_by)))
    if letter.consent:
        sentences.append(say(f"letters_invitation.consent.{letter.consent}"))
    return " ".join(sentences)


def _child(say: Say, part: ChildPart) -> str:
    sentences = [say(f"letters_invitation.takes_part.{part.takes_part}")] if part.takes_part else []
    sentences += [part.how] if part.how else []
    if part.prepared_by:
        key, until = ("prepared_until", day(part.view_by)) if part.view_by else ("prepared_by", "")
        sentences.append(say(f"letters_invitation.{key}", who=_begun(part.prepared_by), day=until))
    return " ".join(sentences)


def _before(say: Say, letter: InvitationLetter) -> Iterator[str]:
    if letter.reply_by:
        key = "reply_and_items" if letter.items_by == letter.reply_by else "reply_by"
        yield f"– {say(f'letters_invitation.{key}', day=day(letter.reply_by))}"
    yield f"– {say('letters_invitation.deputy' if _service(letter) else 'letters_invitation.cannot_come')}"
    if letter.items_by and letter.items_by != letter.reply_by:
        yield f"– {say('letters_invitation.own_items', day=day(letter.items_by))}"
    yield from (f"– {task}" for task in letter.prepare)
    if letter.interpreter:
        yield f"– {say('letters_invitation.interpreter', interpreter=letter.interpreter)}"
    if letter.people_in_room:
        yield f"– {say('letters_invitation.people_in_room', n=letter.people_in_room)}"


def _begun(words: str) -> str:
    """The words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def _secrecy(say: Say, letter: InvitationLetter) -> Iterator[Block]:
    key = "service" if _service(letter) else "family"
    law = joined(say, provisions(letter.envelope, "fvl_13"))
    yield Paragraph(say(f"letters_invitation.secrecy_{key}", law=law), "note")


def _service(letter: InvitationLetter) -> bool:
    return letter.envelope.addressee in ("other", "child_welfare")
