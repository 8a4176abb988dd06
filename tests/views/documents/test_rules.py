# SPDX-License-Identifier: MIT
"""Every part of the documents tab keeps the rules of accessibility and reads as agreed."""

import re
from pathlib import Path

import pytest

from tests.eye import settle
from tests.views.documents.letters import drafted, finished
from tests.views.rules import faults
from views.pages.access_log.page import AccessLogTab
from views.pages.documents.page import DocumentsTab
from views.texts import use_language


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1366, 690), (1093, 550)], ids=str)
@pytest.mark.parametrize("part", ["list", "draft", "finished", "log"])
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_part_keeps_the_rules_of_accessibility(documents, haugen, desk, part, language, size):
    draft, final = drafted(desk, haugen), finished(desk, haugen)
    use_language(language)
    page, _ = documents(haugen, AccessLogTab if part == "log" else DocumentsTab)
    page.resize(*size)
    if part in ("draft", "finished"):
        page.open_document(draft if part == "draft" else final)
        settle()
    settle()
    assert faults(page) == []


@pytest.mark.parametrize("part", ["list", "draft", "finished"])
def test_what_a_screen_reader_meets_is_as_it_was_agreed(documents, haugen, desk, agreed, part):
    draft, final = drafted(desk, haugen), finished(desk, haugen)
    page, eye = documents(haugen)
    if part != "list":
        page.open_document(draft if part == "draft" else final)
        settle()
    # the fingerprint, the edition and the size follow the texts and the window, not the page
    said = re.sub(r"(Fingeravtrykk|Tekstutgave) [\w-]+", r"\1 …", eye.tree()) + "\n"
    said = re.sub(r"\d+ %'", "… %'", said)
    said = re.sub(
        r"(Client 'Forhåndsvisning.*?') - .*?(?=\n\s*(?:Border|StaticText|EditableText) ')", r"\1", said, flags=re.S
    )
    agreed(Path(__file__).parents[1] / "trees" / f"documents_{part}.txt", said)
