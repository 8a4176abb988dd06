# SPDX-License-Identifier: MIT
"""The paper recovery key for the safe."""

from collections.abc import Iterator

from models.values.recovery_sheet import RecoverySheet
from reports.blocks import Column, Document, Facts, Heading, Letterhead, ListBlock, Paragraph, Table
from reports.parts import Part, Section, moment, settle, speaker


def recovery(sheet: RecoverySheet) -> Document:
    """The recovery key in groups that can be read aloud and typed back."""
    say = speaker(sheet.language)
    title = say("letters_recovery.title")
    return Document(
        title=title,
        language=sheet.language,
        made_at=sheet.made_at,
        letterhead=Letterhead(sheet.municipality, "Laget"),
        blocks=tuple(settle(_recovery_parts(sheet))),
        kind="sheet",
        author=sheet.municipality,
        restricted=say("letters_recovery.secret"),
        practice=say("letters.practice") if sheet.practice else "",
        page_text=say("letters.page"),
    )


def _recovery_parts(sheet: RecoverySheet) -> Iterator[Part]:
    say = speaker(sheet.language)
    yield Heading(say("letters_recovery.title"), 1)
    if sheet.parts > 1:
        yield Paragraph(say("letters_recovery.part", part=sheet.part, parts=sheet.parts), "subtitle")
        yield Paragraph(say("letters_recovery.split_lead", parts=sheet.parts), "lead")
    else:
        yield Paragraph(say("letters_recovery.lead"), "lead")
    yield Facts(
        (
            (say("letters_recovery.vault"), sheet.vault),
            (say("letters_recovery.made_at"), moment(sheet.made_at)),
        ),
        1,
    )
    yield Heading(say("letters_recovery.key"))
    yield Paragraph(say("letters_recovery.key_help"))
    numbered = tuple((str(place), group) for place, group in enumerate(sheet.key_groups, 1))
    columns = (Column(say("letters_recovery.group"), 0.4), Column(say("letters_recovery.signs"), 1.6))
    yield Table(columns, numbered, say("letters_recovery.caption"), row_heads=True)
    yield Heading(say("letters_recovery.keep_title"))
    yield from settle((Section("keep", say("letters_recovery.keep")),))
    yield Heading(say("letters_recovery.use_title"))
    yield ListBlock(tuple(say("letters_recovery.use").splitlines()), ordered=True)
