# SPDX-License-Identifier: MIT
"""The protocol of deletions for good, for the municipality's own archive."""

from collections.abc import Iterator

from models.values.deletion_protocol import DeletionProtocol
from reports.blocks import Column, Document, Heading, Letterhead, Paragraph, Table
from reports.parts import Part, day, moment, settle, speaker


def protocol_title(protocol: DeletionProtocol) -> str:
    """What the paper is."""
    return speaker(protocol.language)("letters_deletion.title")


def protocol_document(protocol: DeletionProtocol) -> Document:
    """The paper, ready to be set."""
    say = speaker(protocol.language)
    return Document(
        title=protocol_title(protocol),
        language=protocol.language,
        made_at=protocol.made_at,
        letterhead=Letterhead(protocol.municipality, "Laget"),
        blocks=tuple(settle(_parts(protocol))),
        kind="sheet",
        author=protocol.municipality,
        restricted="",
        practice=say("letters.practice") if protocol.practice else "",
        page_text=say("letters.page"),
    )


def _parts(protocol: DeletionProtocol) -> Iterator[Part]:
    say = speaker(protocol.language)
    yield Heading(protocol_title(protocol), 1)
    yield Paragraph(say("letters_deletion.lead"), "lead")
    if not protocol.lines:
        yield Paragraph(say("letters_deletion.empty"))
        return
    columns = (
        Column(say("letters_deletion.what"), 1.2),
        Column(say("letters_deletion.rule"), 2.2),
        Column(say("letters_deletion.proposed"), 1.5),
        Column(say("letters_deletion.carried_out"), 1.5),
        Column(say("letters_deletion.gone_by"), 1.1),
    )
    rows = tuple(
        (
            f"{line.what} ({say('letters_deletion.rows', n=line.rows)})",
            ", ".join(filter(None, (line.provision, line.reference))),
            f"{line.proposed_by}, {moment(line.proposed_at)}",
            f"{line.decided_by}, {moment(line.decided_at)}",
            day(line.gone_by.date()),
        )
        for line in protocol.lines
    )
    yield Table(columns, rows, say("letters_deletion.caption"))
