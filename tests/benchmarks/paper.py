# SPDX-License-Identifier: MIT
"""How fast documents are made, beside plain ReportLab in the same run: figures to read, nothing is asserted.

python -m tests.benchmarks.paper
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from functools import cache
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph as PlainParagraph
from reportlab.platypus import SimpleDocTemplate
from reportlab.platypus import Table as PlainTable

from reports.blocks import Document, Facts, Heading, ListBlock, Paragraph, Quote, StatusCell, Table
from reports.build import render
from reports.plain import words
from resources import path
from tests.reports.paper_samples import letter, plan

GOALS = 28


def main() -> None:
    """Print the figures."""
    started = time.perf_counter()
    first = render(letter())
    took = 1000 * (time.perf_counter() - started)
    print(f"first letter, fonts and all      {took:7.1f} ms   {len(first) / 1024:.0f} kB")
    one = median(lambda: render(letter()), 20)
    print(f"one letter (at most 60 ms)       {1000 * one:7.1f} ms")
    started, worked = time.perf_counter(), time.process_time()
    for number in range(200):
        render(letter(recipient=(f"Familie {number}", "Fjordgata 12 B", "8999 Mellomvik")))
    seconds, worked = time.perf_counter() - started, time.process_time() - worked
    print(f"200 letters (at most 2.2 s)      {seconds:7.2f} s    {worked:.2f} s of a processor's time")
    long = plan(GOALS)
    content = render(long)
    pages = page_count(content)
    ours, plain = median(lambda: render(long), 5), median(lambda: plain_reportlab(long), 5)
    print(f"plan of {pages} pages                 {1000 * ours:7.1f} ms   {len(content) / 1024:.0f} kB")
    print(f"the same in plain ReportLab      {1000 * plain:7.1f} ms   ratio {ours / plain:.2f} (at most 2)")
    print(f"memory at its highest            {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB")


def median(work: Callable[[], object], times: int) -> float:
    """Seconds that the work takes, in the middle of several runs."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def page_count(content: bytes) -> int:
    """How many pages a file has."""
    import pypdf

    return len(pypdf.PdfReader(BytesIO(content)).pages)


def plain_reportlab(document: Document) -> bytes:
    """The same words as ReportLab sets them by itself: no structure, no metadata, no archive standard."""
    body = ParagraphStyle("body", fontName=_plain_font(), fontSize=10.5, leading=15)
    story: list[object] = []
    for block in document.blocks:
        match block:
            case Heading():
                story.append(PlainParagraph(block.text, body))
            case Paragraph():
                story.append(PlainParagraph(words(block.words), body))
            case ListBlock():
                story += [PlainParagraph(words(item), body) for item in block.items]
            case Quote():
                story += [PlainParagraph(text, body) for text in (block.title, block.words, block.said_by)]
            case Facts():
                story.append(_grid([[label, words(value)] for label, value in block.rows], body))
            case Table():
                heads = [column.head for column in block.columns]
                cells = [[c.text if isinstance(c, StatusCell) else words(c) for c in row] for row in block.rows]
                story.append(_grid([heads, *cells], body))
    out = BytesIO()
    SimpleDocTemplate(out, initialFontName=body.fontName).build(story)
    return out.getvalue()


@cache
def _plain_font() -> str:
    # ReportLab keeps one font to a face, and the upright one is ours by now.
    pdfmetrics.registerFont(TTFont("plain", str(path("fonts", "LagetSans-Italic.ttf"))))
    pdfmetrics.registerFontFamily("plain", "plain", "plain", "plain", "plain")
    return "plain"


def _grid(rows: list[list[str]], body: ParagraphStyle) -> PlainTable:
    cells = [[PlainParagraph(text, body) for text in row] for row in rows]
    return PlainTable(cells, repeatRows=1, style=[("FONT", (0, 0), (-1, -1), body.fontName, 10)])


if __name__ == "__main__":
    sys.exit(main())
