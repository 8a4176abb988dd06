# SPDX-License-Identifier: MIT
"""The same words set by us and by three other engines in one run: figures to read, nothing is asserted.

pip install weasyprint==70.0 fpdf2==2.8.9 typst==0.15.2    # never part of the program; without them the rows say so
python -m tests.benchmarks.rivals
"""

import html
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec

from reports.blocks import Block, Document, Facts, Heading, ListBlock, Paragraph, Quote, StatusCell, Table
from reports.build import render
from reports.plain import words
from resources import path
from tests.benchmarks.paper import median, page_count, plain_reportlab
from tests.reports.paper_samples import letter, plan

GOALS, LETTERS = 28, 200
FONTS = path("fonts")
Cells = list[list[str]]


def main() -> None:
    """Print a row for each engine: the plan, and a letter with words of its own, both in the middle of several runs."""
    long = plan(GOALS)
    letters = [own_words(number) for number in range(LETTERS)]
    ours = median(lambda: render(long), 5), median(lambda: [render(one) for one in letters], 3) / LETTERS
    print(f"plan of {page_count(render(long))} pages, and a letter with words of its own ({LETTERS} of them)")
    row("ours, PDF/A-2a and PDF/UA-1", ours, ours)
    row(
        "plain ReportLab, neither",
        (median(lambda: plain_reportlab(long), 3), each(plain_reportlab, letters[:20])),
        ours,
    )
    for name, module, engine, some in RIVALS:
        if find_spec(module) is None:
            print(f"{name:<30} not installed here, see the head of this file")
            continue
        row(name, (median(lambda engine=engine: engine(long), 3), each(engine, letters[:some])), ours)


def own_words(number: int) -> Document:
    """A letter whose sentences no other has, so that nothing remembered from the one before helps."""
    chance, one = random.Random(number), letter(recipient=(f"Familie {number}", "Fjordgata 12 B", "8999 Mellomvik"))

    def said(block: Block) -> Block:
        if not isinstance(block, Paragraph) or not isinstance(block.words, str):
            return block
        found = [word + chance.choice(("", "en", "ene", "s")) for word in block.words.split()]
        return replace(block, words=" ".join(chance.sample(found, len(found))))

    return replace(one, blocks=tuple(map(said, one.blocks)))


def each(engine: Callable[[Document], object], letters: list[Document]) -> float:
    """Seconds for one letter."""
    return median(lambda: [engine(one) for one in letters], 3) / len(letters)


def row(name: str, taken: tuple[float, float], ours: tuple[float, float]) -> None:
    """One engine, with how many times our own time it takes."""
    said = [
        f"{what} {1000 * time_:8.2f} ms ({time_ / own:5.1f} x)"
        for what, time_, own in zip(("plan", "letter"), taken, ours, strict=True)
    ]
    print(f"{name:<30} {'   '.join(said)}")


def cells(block: Facts | Table) -> Cells:
    """A table's or the facts' words, row by row; a table's head first."""
    if isinstance(block, Facts):
        return [[label, words(value)] for label, value in block.rows]
    rows = [[cell.text if isinstance(cell, StatusCell) else words(cell) for cell in line] for line in block.rows]
    return [[column.head for column in block.columns], *rows]


def lines(document: Document) -> Iterator[tuple[str, str | Cells]]:
    """What every engine sets, as a kind («h1», «p», «li», «table») and its words."""
    for block in document.blocks:
        match block:
            case Heading():
                yield f"h{block.level}", block.text
            case Paragraph():
                yield "p", words(block.words)
            case ListBlock():
                yield from (("li", words(item)) for item in block.items)
            case Quote():
                yield from (("h2", block.title), ("p", block.words), ("p", block.said_by))
            case Facts() | Table():
                yield "table", cells(block)


def weasyprint(document: Document) -> bytes:
    """HTML to PDF/UA-1."""
    from weasyprint import HTML

    def made(kind: str, what: str | Cells) -> str:
        if isinstance(what, str):
            return f"<{kind}>{html.escape(what)}</{kind}>"
        rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in line) for line in what)
        return f"<table>{''.join(f'<tr>{line}</tr>' for line in rows)}</table>"

    body = "".join(made(kind, what) for kind, what in lines(document))
    page = f'<html lang="nb"><head><title>{html.escape(document.title)}</title></head><body>{body}</body></html>'
    return bytes(HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def fpdf2(document: Document) -> bytes:
    """Untagged."""
    from fpdf import FPDF

    pdf = FPDF()
    for style, weight in (("", "Regular"), ("B", "Bold")):
        pdf.add_font("Laget", style, str(FONTS / f"LagetSans-{weight}.ttf"))
    pdf.add_page()
    pdf.set_font("Laget", size=10.5)
    for _, what in lines(document):
        if isinstance(what, str):
            pdf.multi_cell(0, 5.3, what or " ", new_x="LMARGIN", new_y="NEXT")
            continue
        with pdf.table() as table:
            for line in what:
                table.row(line)
    return bytes(pdf.output())


def typst(document: Document) -> bytes:
    """PDF/A-2a and PDF/UA-1, the only other engine that reaches both."""
    import typst as engine

    signs = {"h1": "= ", "h2": "== ", "h3": "=== ", "li": "- "}

    def made(kind: str, what: str | Cells) -> str:
        if isinstance(what, str):
            return signs.get(kind, "") + quoted(what)
        inside = ", ".join(f"[{quoted(cell)}]" for line in what for cell in line)
        return f"#table(columns: {len(what[0])}, {inside})"

    head = (
        f'#set document(title: "{document.title}", date: datetime(year: 2026, month: 11, day: 22))\n'
        '#set text(lang: "nb", font: "Laget Sans")\n'
    )
    source = head + "\n\n".join(made(kind, what) for kind, what in lines(document))
    compiler = engine.Compiler(source.encode(), font_paths=[str(FONTS)], ignore_system_fonts=True)
    return bytes(compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"]))


def quoted(text: str) -> str:
    """Words as typst takes them, with no sign of its own."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"'


RIVALS = (
    ("WeasyPrint, PDF/UA-1", "weasyprint", weasyprint, 3),
    ("fpdf2, neither", "fpdf", fpdf2, 10),
    ("typst, PDF/A-2a and PDF/UA-1", "typst", typst, 20),
)

if __name__ == "__main__":
    sys.exit(main())
