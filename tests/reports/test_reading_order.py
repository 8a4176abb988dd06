# SPDX-License-Identifier: MIT
"""Every paper as assistive technology reads it: kinds, order and words, as golden text to be read through."""

import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reports.blocks import Document
from reports.build import render
from tests.reports.all_papers import LANGUAGES, documents
from tests.reports.paper_samples import letter, plan

GOLDEN = Path(__file__).parent / "golden" / "structure"
# Which number an annotation has in the file is no matter, and where a picture stands on the page is another test's.
NO_MATTER = re.compile(r"(?<=Object) \d+ 0|^ +/BBox .*\n", re.MULTILINE)


@pytest.mark.slow  # poppler goes through the page anew for each element: a second for each paper
@pytest.mark.system
@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="pdfinfo (poppler-utils) is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_is_read_in_the_order_of_its_golden_file(language, tmp_path, agreed):
    papers = documents(language) | {"every_block_of_a_letter": letter(), "every_block_of_a_plan": plan(1)}
    with ThreadPoolExecutor(2) as both:
        told = both.map(lambda name: read(papers[name], tmp_path / f"{name}.pdf"), papers)
    for name, said in zip(papers, told, strict=True):
        agreed(GOLDEN / language / f"{name}.txt", said)
    assert {file.stem for file in (GOLDEN / language).iterdir()} == set(papers)


def read(paper: Document, file: Path) -> str:
    """The paper's structure with its words."""
    file.write_bytes(render(paper))
    told = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, text=True, check=True)
    return NO_MATTER.sub("", told.stdout)
