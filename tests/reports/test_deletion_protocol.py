# SPDX-License-Identifier: MIT
"""The protocol of deletions: what its golden file says, in both languages, and nothing of what was deleted."""

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from models.rules.deletion_rules import rule_of
from models.values.deletion_protocol import DeletionProtocol, ProtocolLine
from reports.build import render
from reports.letters.deletion import protocol_document
from resources.catalogue import fill
from tests.reports.printed import printed

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = ("nb", "nn")


def line(language, record, rule, reference, rows=1):
    found = rule_of(rule)
    return ProtocolLine(
        what=fill(f"waste_bin.kind.{record}", language),
        provision=found.provision[language],
        reference=reference,
        proposed_by="Ingrid Bakken",
        proposed_at=datetime(2026, 3, 16, 9, tzinfo=UTC),
        decided_by="Arne Moe",
        decided_at=datetime(2026, 4, 20, 12, 30, tzinfo=UTC),
        rows=rows,
        gone_by=datetime(2026, 7, 19, 21, 59, tzinfo=UTC),
    )


def protocol(language, *lines):
    return DeletionProtocol(language, "Mellomvik kommune", datetime(2026, 5, 4, 8, tzinfo=UTC), False, lines)


def full(language):
    return protocol(
        language,
        line(language, "family", "leave_of_national_archives", "NA 2026/77", rows=148),
        line(language, "contactnote", "wrong_person", "26/114"),
        line(language, "determination", "working_draft", "26/98", rows=3),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_protocol_says_what_its_golden_file_says(language, agreed):
    agreed(GOLDEN / language / "deletion_protocol.txt", printed(protocol_document(full(language))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_deletions_fit_on_one_page_and_many_go_on_to_the_next(language):
    assert len(pypdfium2.PdfDocument(render(protocol_document(full(language))))) == 1
    many = protocol(language, *full(language).lines * 20)
    assert len(pypdfium2.PdfDocument(render(protocol_document(many)))) > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_protocol_says_so(language):
    assert fill("letters_deletion.empty", language) in printed(protocol_document(protocol(language)))
