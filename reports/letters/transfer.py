# SPDX-License-Identifier: MIT
"""The papers of a hand-over: a receipt on one page, and the history of a family from where it was before."""

from collections.abc import Iterator

from models.values.transfer_papers import TransferHistory, TransferPaper, TransferReceipt
from reports.blocks import Column, Document, Facts, Heading, Letterhead, Paragraph, Table
from reports.parts import Part, day, moment, settle, speaker


def transfer_title(paper: TransferPaper) -> str:
    """The paper's title, without names of people."""
    say = speaker(paper.language)
    if isinstance(paper, TransferReceipt):
        return say("letters_transfer.receipt_title")
    return say("letters_transfer.history_title", municipality=paper.sender_municipality or paper.sender)


def transfer_document(paper: TransferPaper) -> Document:
    """The paper, ready to be set."""
    say = speaker(paper.language)
    parts = _receipt_parts(paper) if isinstance(paper, TransferReceipt) else _history_parts(paper)
    return Document(
        title=transfer_title(paper),
        language=paper.language,
        made_at=paper.made_at,
        letterhead=Letterhead(paper.municipality, "Laget"),
        blocks=tuple(settle(parts)),
        kind="sheet",
        author=paper.municipality,
        restricted=say("letters_transfer.restricted"),
        practice=say("letters.practice") if paper.practice else "",
        page_text=say("letters.page"),
    )


def _receipt_parts(paper: TransferReceipt) -> Iterator[Part]:
    say = speaker(paper.language)
    yield Heading(transfer_title(paper), 1)
    yield Paragraph(say("letters_transfer.receipt_lead"), "lead")
    yield Facts(
        (
            (say("letters_transfer.from_whom"), ", ".join(filter(None, (paper.sender, paper.sender_municipality)))),
            (say("letters_transfer.to_whom"), ", ".join(filter(None, (paper.receiver, paper.municipality)))),
            (say("letters_transfer.sent_at"), moment(paper.sent_at)),
            (say("letters_transfer.received_at"), moment(paper.made_at)),
        ),
        1,
    )
    yield Heading(say("letters_transfer.families"))
    yield Paragraph(" · ".join(paper.families))
    yield Heading(say("letters_transfer.code"))
    yield Paragraph(paper.code, "lead")
    yield Paragraph(say("letters_transfer.code_help"))


def _history_parts(paper: TransferHistory) -> Iterator[Part]:
    say = speaker(paper.language)
    yield Heading(transfer_title(paper), 1)
    yield Paragraph(say("letters_transfer.history_family", family=paper.family), "subtitle")
    yield Paragraph(say("letters_transfer.history_lead", sender=paper.sender), "lead")
    if paper.consent_on:
        consent = say("letters_transfer.consent", when=day(paper.consent_on), told=paper.consent_told)
        yield Paragraph(consent)
    columns = (
        Column(say("letters_log.at"), 1.25),
        Column(say("letters_transfer.who"), 1.4),
        Column(say("letters_log.what"), 3.0),
        Column(say("letters_log.reason"), 1.2),
    )
    rows = tuple((moment(line.at), line.who, line.what, line.reason or "–") for line in paper.lines)
    if rows:
        yield Table(columns, rows, say("letters_log.caption"))
