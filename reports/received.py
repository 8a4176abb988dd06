# SPDX-License-Identifier: MIT
"""A received file as a document of our own, PDF/A-2a and PDF/UA-1: its pages as pictures, or its bare words."""

import hashlib
from io import BytesIO

from PIL import Image

from models.values.received import CopyAbout, SeenFile, SeenPage
from reports.blocks import Document, Heading, Letterhead, Paragraph
from reports.build import render
from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.fonts import font
from reports.pdfa.pictures import Picture
from reports.pdfa.structure import Element
from reports.style import HEIGHT, WIDTH
from reports.text import clean, paragraphs
from reports.texts import text

_QUALITY = 88


def received_copy(seen: SeenFile, about: CopyAbout) -> bytes:
    """What was seen, as a file that is safe to show, print and keep in an archive."""
    return _of_pages(seen.pages, about) if seen.pages else _of_words(seen.words, about)


def _of_pages(pages: tuple[SeenPage, ...], about: CopyAbout) -> bytes:
    canvas = TaggedCanvas(
        title=about.title,
        author=about.owner,
        language={"nb": "nb-NO", "nn": "nn-NO"}[about.language],
        made_at=about.made_at,
    )
    for number, page in enumerate(pages, 1):
        alt = text(about.language, "letters_received.page", page=number, pages=len(pages))
        _paint(canvas, page, Element("Figure", canvas.root, alt=alt))
        canvas.next_page()
    return canvas.finished()


def _paint(canvas: TaggedCanvas, page: SeenPage, owner: Element) -> None:
    """The page in the middle of an A4 that lies the way it does; never larger than it was."""
    lying = page.width > page.height
    across, up = (HEIGHT, WIDTH) if lying else (WIDTH, HEIGHT)
    canvas.size = across, up
    tall = page.points * page.height / page.width
    scale = min(1.0, across / page.points, up / tall)
    width, height = page.points * scale, tall * scale
    canvas.picture(owner, _picture(page), (across - width) / 2, (up - height) / 2, width, height)


def _picture(page: SeenPage) -> Picture:
    """The points packed as JPEG by ourselves: nothing of the received file's own bytes comes along."""
    packed = BytesIO()
    Image.frombytes("RGB", (page.width, page.height), page.rgb).save(packed, "JPEG", quality=_QUALITY)
    name = hashlib.sha256(packed.getvalue()).hexdigest()[:16]
    return Picture(name, page.width, page.height, packed.getvalue(), b"", "DCTDecode")


def _of_words(words: str, about: CopyAbout) -> bytes:
    said = paragraphs(font("Regular").told(clean(words)))
    note = text(about.language, "letters_received.words" if said else "letters_received.no_words")
    document = Document(
        title=about.title,
        language=about.language,
        made_at=about.made_at,
        letterhead=Letterhead(about.owner, ""),
        blocks=(Heading(about.title, 1), Paragraph(note, "note"), *(Paragraph(part) for part in said)),
        kind="sheet",
        page_text=text(about.language, "letters.page"),
    )
    return render(document)
