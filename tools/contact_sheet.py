# SPDX-License-Identifier: MIT
"""Puts the pages of every paper on one picture for each language, to be looked through before a release.

python -m tools.contact_sheet FOLDER [part of a paper's name]
"""

import argparse
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from reports.build import render
from resources import path

ACROSS, SCALE = 10, 0.42
AIR, CAPTION = 10, 14


def main() -> None:
    """Write the sheets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures are written")
    parser.add_argument("name", nargs="?", default="", help="only papers with this in their name")
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    papers = import_module("tests.reports.all_papers")
    for language in papers.LANGUAGES:
        pages = list(pictures(language, wanted.name))
        if pages:
            sheet(pages).save(wanted.folder / f"papers-{language}.png")
            print(f"{language}: {len(pages)} pages")


def pictures(language: str, name: str) -> Iterator[tuple[str, Image.Image]]:
    """Each page as a picture, with the name of its paper and its number."""
    for called, document in import_module("tests.reports.all_papers").documents(language).items():
        if name not in called:
            continue
        with pypdfium2.PdfDocument(render(document)) as file:
            for number, page in enumerate(file, 1):
                yield f"{called} {number}/{len(file)}", page.render(scale=SCALE).to_pil()


def sheet(pages: list[tuple[str, Image.Image]]) -> Image.Image:
    """All the pages on one picture, row by row."""
    width = max(picture.width for _, picture in pages) + AIR
    height = max(picture.height for _, picture in pages) + AIR + CAPTION
    rows = -(-len(pages) // ACROSS)
    whole = Image.new("RGB", (min(ACROSS, len(pages)) * width + AIR, rows * height + AIR), "gray")
    draw = ImageDraw.Draw(whole)
    font = ImageFont.truetype(str(path("fonts", "LagetSans-Regular.ttf")), CAPTION - 3)
    for place, (caption, picture) in enumerate(pages):
        x, y = AIR + place % ACROSS * width, AIR + place // ACROSS * height
        draw.text((x, y), caption, "white", font)
        whole.paste(picture, (x, y + CAPTION))
    return whole


if __name__ == "__main__":
    main()
