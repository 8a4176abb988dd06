# SPDX-License-Identifier: MIT
"""Letters on who coordinates: oppnevning, information to a service, and beskjed when there is no coordinator."""

from collections.abc import Iterator

from models.values.letter import AppointmentLetter, CoordinationNotice, ServiceInformation
from reports.blocks import Facts, Heading, Paragraph, Words
from reports.letters.common import contact, rules, rules_line
from reports.parts import Part, Section, chosen, day, headed, named, signature, speaker


def appointment_title(letter: AppointmentLetter) -> str:
    """Oppnevning, with the kind of coordinator."""
    return speaker(letter.envelope.language)(f"letters_appointment.{letter.kind}.title")


def appointment_parts(letter: AppointmentLetter) -> Iterator[Part]:
    """The mandate, the delegated authority and its limits, and the secrecy that goes with it."""
    say = speaker(letter.envelope.language)
    yield Heading(appointment_title(letter), 1)
    lead = say(f"letters_appointment.{letter.kind}.lead", family=letter.family, day=day(letter.from_on))
    yield Section("result", lead, role="lead")
    rows: list[tuple[str, Words]] = [(say("letters_appointment.fact.name"), chosen(say, letter.coordinator))]
    rows.append((say("letters_appointment.fact.family"), letter.family))
    rows.append((say("letters_appointment.fact.from"), day(letter.from_on)))
    if letter.to_on:
        rows.append((say("letters_appointment.fact.to"), day(letter.to_on)))
    yield Facts(tuple(rows), 1)
    yield Heading(say("letters_appointment.mandate"))
    yield Section("tasks", say(f"letters_appointment.{letter.kind}.tasks"))
    yield Heading(say("letters_appointment.authority"))
    delegated = {"by": chosen(say, letter.delegated_by), "day": day(letter.delegated_on or letter.envelope.dated_on)}
    yield Section("authority", say("letters_appointment.delegated", **delegated))
    yield from headed(say("letters_appointment.scope"), letter.scope, 3)
    yield from headed(say("letters_appointment.limits"), letter.limits, 3)
    yield Section("limits", say("letters_appointment.limits_text"), say("letters_appointment.limits_title"), 3)
    yield Section("frame", say("letters_appointment.frame"), say("letters_appointment.frame_title"))
    secrecy = say("letters_appointment.secrecy", law=letter.envelope.provision("hol_12_1").text)
    yield Section("secrecy", secrecy, say("letters_appointment.secrecy_title"))
    main = "hol_7_2a" if letter.kind == "child_coordinator" else "hol_7_2"
    yield from rules(say, letter.envelope, main, "hol_7_3", "hol_12_1")
    yield contact(say, letter.envelope, "letters.contact_title_you")
    yield signature(say, letter.signer_name, letter.signer_title)


def service_title(letter: ServiceInformation) -> str:
    """Who is coordinator."""
    return speaker(letter.envelope.language)(f"letters_service.{letter.kind}.title")


def service_parts(letter: ServiceInformation) -> Iterator[Part]:
    """The coordinator's name and the duty to cooperate; nothing on health, no child's name."""
    say, sender = speaker(letter.envelope.language), letter.envelope.sender
    yield Heading(service_title(letter), 1)
    values = {"coordinator": letter.coordinator, "day": day(letter.from_on)}
    yield Section("result", say(f"letters_service.{letter.kind}.lead", **values), role="lead")
    rows: list[tuple[str, Words]] = [(say("letters_service.fact.child"), letter.child_initials)]
    rows.append((say(f"letters_role.{letter.kind}.name"), letter.coordinator))
    if letter.coordinator_phone:
        rows.append((say("letters_determination.fact.phone"), letter.coordinator_phone))
    rows.append((say("letters_determination.fact.from"), day(letter.from_on)))
    yield Facts(tuple(rows))
    yield Section("practice", say(f"letters_service.{letter.kind}.practice"), say("letters_service.practice_title"))
    if letter.sector:
        duty = letter.envelope.provision(f"cooperation_{letter.sector}")
        yield Section("duty", say("letters_service.duty", law=duty.text), say("letters_service.duty_title"))
    yield Section("secrecy", say("letters_service.secrecy"))
    yield contact(say, letter.envelope, title="")
    yield signature(say, sender.caseworker, sender.caseworker_title)


def notice_title(letter: CoordinationNotice) -> str:
    """Who samordner."""
    return speaker(letter.envelope.language)("letters_coordination.title")


def notice_parts(letter: CoordinationNotice) -> Iterator[Part]:
    """Which service samordner, what that means, and that a barnekoordinator can still be asked for."""
    say, child = speaker(letter.envelope.language), named(speaker(letter.envelope.language), letter.child)
    sender = letter.envelope.sender
    yield Heading(notice_title(letter), 1)
    yield Paragraph(say("letters_coordination.subtitle", child=child), "subtitle")
    values = {"service": letter.service, "child": child, "day": day(letter.from_on)}
    yield Section("result", say("letters_coordination.lead", **values), role="lead")
    facts = (
        (say("letters_coordination.fact.service"), letter.service),
        (say("letters_coordination.fact.contact"), letter.contact),
        (say("letters_determination.fact.phone"), letter.phone),
        (say("letters_determination.fact.from"), day(letter.from_on)),
    )
    yield Facts(tuple(fact for fact in facts if fact[1]))
    yield Section("practice", say("letters_coordination.practice"), say("letters_determination.practice.title"))
    yield Section("change", say("letters_coordination.change"), say("letters_coordination.change_title"))
    yield contact(say, letter.envelope, title="")
    yield rules_line(say, letter.envelope, "hol_3_4", "hol_7_2a")
    yield signature(say, sender.caseworker, sender.caseworker_title)
