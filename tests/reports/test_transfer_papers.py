# SPDX-License-Identifier: MIT
"""The papers of a hand-over: a receipt that fits on one page, and a history in words, in both languages."""

from datetime import UTC, date, datetime

import pypdfium2
import pytest

from models.values.letter import AccessLogLine
from models.values.transfer_papers import TransferHistory, TransferReceipt
from reports.build import render
from reports.letters.transfer import transfer_document
from reports.plain import plain

NOW = datetime(2026, 3, 16, 9, tzinfo=UTC)
CODE = "0004-7K2M-9QXT-ABCD-EFGH-1234"


def receipt(language):
    families = tuple(f"Familie {place}" for place in range(24))
    return TransferReceipt(
        language, "Fjellvik kommune", NOW, "Kari Nordvik", "Ingrid Bakken", "Mellomvik kommune", NOW, families, CODE
    )


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_receipt_for_the_most_families_fits_on_one_page(language):
    document = transfer_document(receipt(language))
    assert len(pypdfium2.PdfDocument(render(document))) == 1
    words = plain(document)
    assert CODE in words
    assert "Familie 23" in words


@pytest.mark.parametrize(("language", "agreed"), [("nb", "samtykket"), ("nn", "samtykte")])
def test_the_history_says_who_did_what_and_on_what_consent(language, agreed):
    line = AccessLogLine(NOW, "Ingrid Bakken", "", "Åpnet familien", "")
    paper = TransferHistory(
        language,
        "Fjellvik kommune",
        NOW,
        "Hansen",
        "Ingrid",
        "Mellomvik",
        date(2026, 3, 1),
        "Mor, i møte",
        (line,) * 90,
    )
    words = plain(transfer_document(paper))
    assert agreed in words
    assert words.count("Åpnet familien") == 90
    assert len(pypdfium2.PdfDocument(render(transfer_document(paper)))) > 1
