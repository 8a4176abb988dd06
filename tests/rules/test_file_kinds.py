# SPDX-License-Identifier: MIT
"""A file is what its content says, whatever it is called; what cannot be kept is refused with what to do."""

import pytest

from models.rules.file_kinds import DOCX, JPEG, LARGEST, PDF, PNG, is_archival, kind_of_file
from models.values.refusal import Refusal
from reports.build import render
from tests.received_files import docx, pdf, picture
from tests.reports.paper_samples import letter


@pytest.mark.parametrize(
    ("content", "kind"),
    [(pdf(), PDF), (picture(), PNG), (picture("JPEG"), JPEG), (docx("Hei"), DOCX)],
    ids=["PDF", "PNG", "JPEG", "DOCX"],
)
def test_a_file_is_what_its_content_says(content, kind):
    assert kind_of_file(content) == kind


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "unknown_file"),
        (b"MZ\x90\x00 a program called rapport.pdf", "unknown_file"),
        (b"PK\x03\x04 half a packed file", "unknown_file"),
        (docx("x", xml="<a/>").replace(b"word/document.xml", b"word/documant.xml"), "unknown_file"),
        (docx("Hei", macros=True), "macros"),
        (pdf(locked="hemmelig"), "locked_file"),
        (b"%PDF-" + bytes(LARGEST), "too_big"),
    ],
    ids=["empty", "program", "torn", "other packed file", "macros", "locked", "too big"],
)
def test_a_file_that_cannot_be_kept_is_refused_with_a_reason(content, key):
    with pytest.raises(Refusal, match=rf"documents\.refused\.{key}"):
        kind_of_file(content)


def test_a_file_tells_by_itself_that_it_is_archival():
    assert is_archival(render(letter()))
    assert not is_archival(pdf())
    assert not is_archival(picture())
