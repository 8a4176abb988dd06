# SPDX-License-Identifier: MIT
"""A received file is looked at by a process apart; the window gets a file of our own, or a sentence."""

import page as validator
import pytest

from desktop.jobs import Cancelled
from desktop.received import safe_copy
from models.rules.file_kinds import DOCX, JPEG, PDF, PNG
from models.values.received import CopyAbout
from models.values.trouble import Trouble
from tests.conftest import Clock
from tests.received_files import docx, pdf, pdf_with_enclosure, picture
from tests.stand_ins import FreePulse
from views.widgets.pdf_raster import PdfRaster


class Steps:
    """Follows a job."""

    def __init__(self):
        self.told = []

    def at(self, done, total, what=""):
        self.told.append((done, total))


ABOUT = CopyAbout("nb", "Mottatt dokument", "Mellomvik kommune", Clock()())


def copy(content, media_type):
    steps = Steps()
    return safe_copy(steps, content, media_type, ABOUT), steps.told


@pytest.mark.parametrize(
    ("content", "media_type", "pages"),
    [
        (pdf(2), PDF, 2),
        pytest.param(picture("PNG", mode="RGBA"), PNG, 1, marks=pytest.mark.slow),
        pytest.param(picture("JPEG", (200, 300)), JPEG, 1, marks=pytest.mark.slow),
    ],
    ids=["PDF", "PNG", "JPEG"],
)
def test_the_copy_shows_every_page_and_meets_both_standards(content, media_type, pages, tmp_path):
    made, steps = copy(content, media_type)
    file = tmp_path / "kopi.pdf"
    file.write_bytes(made.content)
    for profile in ("2a", "ua1"):
        assert [str(fault) for fault in validator.validate_pdf(str(file), profile=profile).failures] == []
    with PdfRaster(made.content) as raster:
        assert len(raster) == pages
    # What is told while the child begins is of no page yet, and the same may be told again while it is slow.
    assert list(dict.fromkeys(steps))[-pages:] == [(number, pages) for number in range(pages)]
    assert content not in made.content
    assert not made.active


@pytest.mark.slow
def test_a_page_that_lies_is_shown_lying():
    made, _ = copy(pdf(1, (842, 595)), PDF)
    with PdfRaster(made.content) as raster:
        assert raster.sizes[0].width() > raster.sizes[0].height()


@pytest.mark.slow
def test_a_file_that_carries_another_is_shown_with_a_warning():
    made, _ = copy(pdf_with_enclosure(), PDF)
    assert made.active
    assert b"skjult.exe" not in made.content


@pytest.mark.slow
def test_a_long_file_tells_how_many_pages_are_left_out():
    made, _ = copy(pdf(43), PDF)
    assert made.left_out == 3


def test_a_word_file_is_shown_as_its_words_and_no_letter_is_lost_in_silence():
    made, _ = copy(docx("Hei, Ŋiŧa", "所 og &lt;b&gt;"), DOCX)
    with PdfRaster(made.content) as raster:
        said = raster.text()
    assert "Hei, Ŋiŧa" in said
    assert "[U+6240] og <b>" in said
    assert made.words_only


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"%PDF-1.7 nothing more", PDF),
        pytest.param(picture()[:60], PNG, marks=pytest.mark.slow),
        (docx(xml='<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'), DOCX),
        pytest.param(docx(xml="<torn"), DOCX, marks=pytest.mark.slow),
    ],
    ids=["broken PDF", "broken picture", "words that grow", "torn Word file"],
)
def test_a_broken_or_hostile_file_is_told_and_never_shown(content, media_type):
    with pytest.raises(Trouble, match=r"trouble\.received_unreadable"):
        copy(content, media_type)


def test_a_file_that_is_waited_for_is_let_go_of_when_the_person_stops_or_locks():
    with pytest.raises(Cancelled):
        safe_copy(FreePulse(stop_at=0), docx("Emil trives."), DOCX, ABOUT)
