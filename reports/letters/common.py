# SPDX-License-Identifier: MIT
"""What several letters to a family share: contact, rules, complaint, access, tasks and limits."""

from collections.abc import Iterator

from models.values.county_governor import county_governor_in
from models.values.letter import Envelope, Sender
from reports.blocks import Block, Heading, ListBlock, Paragraph
from reports.parts import Part, Say, Section, together, typed, unit


def provisions(envelope: Envelope, *ids: str) -> tuple[str, ...]:
    """The references with these ids, as they are printed."""
    return tuple(envelope.provision(id).text for id in ids)


def joined(say: Say, laws: tuple[str, ...]) -> str:
    """Several references in a sentence; those of one act name it once: «loven §§ 1, 2 og 3»."""
    acts: dict[str, list[str]] = {}
    for law in laws:
        act, mark, place = law.partition(" § ")
        if not mark:
            act, mark, place = law.partition(" artikkel ")
        acts.setdefault(act, []).append(f"artikkel {place}" if mark == " artikkel " else place)
    return together(say, (_of_one_act(say, act, found) for act, found in acts.items()))


def _of_one_act(say: Say, act: str, places: list[str]) -> str:
    if not all(places):
        return act
    signs = "" if places[0].startswith("artikkel") else f"§{'§' * (len(places) > 1)} "
    return f"{act} {signs}{together(say, places)}"


def whom_to_ask(say: Say, sender: Sender) -> str:
    """«Kari Nordby på telefon 12 34 56 78», or the unit when nobody is named."""
    name, phone = sender.caseworker or unit(say, sender), sender.caseworker_phone or sender.phone
    return say("letters.name_and_phone", name=name, phone=phone) if phone else name


def contact(say: Say, envelope: Envelope, title: str = "letters.contact_title") -> Section:
    """Who answers questions, and a warning about ordinary e-mail; a short letter does without the heading."""
    return Section(
        "contact", say("letters.contact_text", whom=whom_to_ask(say, envelope.sender)), say(title) if title else ""
    )


def rules(say: Say, envelope: Envelope, *ids: str) -> Iterator[Part]:
    """The rules the letter stands on, one a line, with what each is about."""
    yield Heading(say("letters.rules_title"))
    lines = []
    for id in ids:
        law = envelope.provision(id)
        lines.append(f"{law.text}: {law.short}" if law.short else law.text)
    yield ListBlock(tuple(lines))


def rules_line(say: Say, envelope: Envelope, *ids: str) -> Block:
    """The rules in one sentence, for a letter that should stay on one page."""
    return Paragraph(say("letters.rules_line", laws=joined(say, provisions(envelope, *ids))), "note")


def complaint(say: Say, envelope: Envelope, weeks: int) -> Iterator[Block]:
    """The right to complain; it is always in, so it is no section to change."""
    sender = envelope.sender
    instance = county_governor_in(sender.county_governor, envelope.language)
    yield Heading(say("letters_complaint.title"))
    yield from typed(say("letters_complaint.who_decides", instance=instance))
    yield from typed(say("letters_complaint.deadline", weeks=say("letters_complaint.weeks", n=weeks)))
    yield Paragraph(say("letters_complaint.how_title"))
    where = ", ".join(line for line in (sender.municipality, unit(say, sender), *sender.address_lines) if line)
    yield from typed(say("letters_complaint.how", where=where))
    yield from typed(say("letters_complaint.afterwards", instance=instance))
    laws = joined(say, provisions(envelope, "pbrl_7_2", "pbrl_7_3", "pbrl_7_5"))
    yield from typed(say("letters_complaint.rules", laws=laws))


def access(say: Say, envelope: Envelope) -> Iterator[Block]:
    """Access to the documents, guidance, and what may not be passed on."""
    yield Heading(say("letters_complaint.access_title"))
    party = joined(say, provisions(envelope, "fvl_18", "fvl_19"))
    yield from typed(say("letters_complaint.access", party=party, journal=envelope.provision("pbrl_5_1").text))
    yield from typed(say("letters_complaint.guidance", law=envelope.provision("fvl_11").text))
    yield from typed(say("letters_complaint.own_interest", law=envelope.provision("fvl_13b").text))


def tasks(say: Say, kind: str) -> Section:
    """What the coordinator shall do: for a barnekoordinator the five tasks a–e of the law."""
    return Section("tasks", say(f"letters_role.{kind}.tasks"), say(f"letters_role.{kind}.tasks_title"), 3)


def limits(say: Say, kind: str) -> Section:
    """What the coordinator may decide, and what not."""
    return Section("limits", say(f"letters_role.{kind}.limits"), say(f"letters_role.{kind}.limits_title"), 3)
