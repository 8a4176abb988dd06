# SPDX-License-Identifier: MIT
"""«Dette bør du vite om meg» and «om oss» on one page: only what the family wants there, in its own words."""

from collections.abc import Iterator

from models.values.family_papers import AboutSheet, Contact, Speech
from reports.blocks import Heading, Paragraph
from reports.parts import Part, Say, Section, named, speaker

FREE = ("strengths", "met", "works")


def title(sheet: AboutSheet) -> str:
    """In the words of whoever hands it out."""
    return speaker(sheet.envelope.language)(f"letters_about.{_whose(sheet)}.title")


def parts(sheet: AboutSheet) -> Iterator[Part]:
    """What matters first, whom to ring last; what nobody has filled in is not there."""
    say, whose = speaker(sheet.envelope.language), _whose(sheet)
    yield Heading(title(sheet), 1)
    yield Paragraph(named(say, sheet.whole_name), "subtitle")
    yield Section("result", say(f"letters_about.{whose}.lead"), role="lead")
    heading = say(f"letters_about.{whose}.matters")
    yield Section("matters", _voices(sheet), heading, role="quote", hint="documents.hint.matters")
    for id in FREE:
        yield Section(id, heading=say(f"letters_about.{whose}.{id}"), hint=f"documents.hint.{id}")
    spoken = "\n".join(f"– {line}" for line in _speech(say, sheet))
    yield Section("speech", spoken, say(f"letters_about.{whose}.speech"), hint="documents.hint.speech")
    contacts = "\n".join(f"– {_contact(say, one)}" for one in sheet.contacts)
    yield Section("contacts", contacts, say(f"letters_about.{whose}.contacts"), hint="documents.hint.contacts")


def _whose(sheet: AboutSheet) -> str:
    return "me" if sheet.child_speech else "us"


def _voices(sheet: AboutSheet) -> str:
    if sheet.child_speech:
        return "\n".join(voice.words for voice in sheet.voices)
    return "\n".join(f"{voice.who}: {voice.words}" for voice in sheet.voices)


def _speech(say: Say, sheet: AboutSheet) -> Iterator[str]:
    if sheet.child_speech:
        yield from _spoken(say, "me", sheet.child_speech)
    for one in sheet.speech:
        yield from _spoken(say, "other", one)


def _spoken(say: Say, person: str, one: Speech) -> Iterator[str]:
    if one.language:
        yield say(f"letters_about.speech.{person}.language", who=one.who, language=one.language)
    if one.interpreter:
        yield say(f"letters_about.speech.{person}.interpreter", who=one.who)
    if one.aac:
        yield say(f"letters_about.speech.{person}.aac", who=one.who, aac=one.aac)
    if one.sami:
        yield say(f"letters_about.speech.{person}.sami", who=one.who)


def _contact(say: Say, one: Contact) -> str:
    who = f"{one.who}, {say(f'letters_people.{one.what}')}" if one.what else one.who
    return say("letters_about.ring", who=who, phone=one.phone) if one.phone else who
