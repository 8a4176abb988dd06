# SPDX-License-Identifier: MIT
"""A chosen picture becomes a small clean PNG, or a sentence that says why not."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from desktop.images import clean_picture, read_picture
from models.values.trouble import Trouble
from reports.blocks import Letterhead
from reports.build import render
from tests.reports.paper_samples import arms, letter
from tests.reports.tagged import tags

DRAWING = b"""<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 35">
<defs><linearGradient id="a"><stop offset="0" stop-color="#0B3C49"/></linearGradient></defs>
<path d="M0 0H28V20C28 30 14 35 14 35C14 35 0 30 0 20Z" fill="url(#a)"/></svg>"""
# As drawing programs write them: named standard, style sheet, parts used twice, and what is known of the drawing.
DRAWN_BY_OTHERS = b"""<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: a drawing program -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 28 35">
<metadata>Tegnet av Ola</metadata><style type="text/css">.field{fill:#0B3C49;}</style>
<defs><path id="a" d="M0 0H28V20C28 30 14 35 14 35C14 35 0 30 0 20Z"/></defs>
<use xlink:href="#a" class="field"/></svg>"""


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def huge_png(width: int, height: int) -> bytes:
    """A bomb: few bytes that claim a vast picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "content",
    [
        arms(1200),
        arms(1200, "JPEG", "RGB"),
        arms(1200, "JPEG", "CMYK"),
        arms(900, "PNG", "P"),
        arms(900, "PNG", "L"),
        DRAWING,
        DRAWN_BY_OTHERS,
    ],
    ids=["PNG", "JPEG", "JPEG in print colours", "palette", "grey", "SVG", "SVG of a drawing program"],
)
def test_a_picture_becomes_a_small_png(content):
    image = opened(clean_picture(content))
    assert image.format == "PNG"
    assert image.mode == "RGBA"
    assert max(image.size) == 512
    red, green, blue, alpha = image.getpixel((image.width // 2, 8))
    assert alpha == 255
    assert red < 60 < blue + green


def test_a_small_picture_is_not_made_larger():
    assert opened(clean_picture(arms(100))).size == (100, 120)


def test_what_a_camera_wrote_is_left_behind():
    packed, exif = BytesIO(), Image.Exif()
    exif[0x010E] = "Hemmelig sted"
    Image.new("RGB", (80, 60), "red").save(packed, "JPEG", exif=exif)
    assert b"Hemmelig" in packed.getvalue()
    made = clean_picture(packed.getvalue())
    assert b"Hemmelig" not in made
    assert not opened(made).getexif()


@pytest.mark.parametrize("size", [(7000, 7000), (100_000, 100_000), (40_000_001, 1)])
def test_a_picture_of_too_many_pixels_is_refused(size):
    with pytest.raises(Trouble) as trouble:
        clean_picture(huge_png(*size))
    assert trouble.value.key == "trouble.picture_too_large"
    assert trouble.value.values == {"megapixels": 40, "megabytes": 10}


def test_a_file_of_too_many_bytes_is_refused(tmp_path: Path):
    file = tmp_path / "stort.png"
    file.write_bytes(arms() + bytes(10_000_000))
    with pytest.raises(Trouble) as trouble:
        read_picture(file)
    assert trouble.value.key == "trouble.picture_too_large"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7 ikke noe bilde",
        b"GIF89a" + bytes(100),
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        arms()[:300],
        arms(400, "JPEG", "RGB")[:900],
        huge_png(300, 300),
        b"<html><svg></svg></html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'><rect",
        b"<svg xmlns='http://www.w3.org/2000/svg'></svg>",
    ],
    ids=["empty", "PDF", "GIF", "head alone", "cut PNG", "cut JPEG", "too few lines", "HTML", "cut SVG", "empty SVG"],
)
def test_what_is_no_whole_picture_is_refused(content):
    with pytest.raises(Trouble) as trouble:
        clean_picture(content)
    assert trouble.value.key == "trouble.picture_unreadable"


@pytest.mark.parametrize(
    "inside",
    [
        b'<image href="file:///etc/hostname"/>',
        b'<use xlink:href="http://mellomvik.example/a.svg#b"/>',
        b"<script>1</script>",
        b'<rect fill="url(http://mellomvik.example/a)"/>',
        b"<style>@import 'http://mellomvik.example/a.css';</style>",
        b"<style>rect{fill:u\\72l(http://mellomvik.example/a)}</style>",
    ],
)
def test_a_drawing_that_reaches_outside_itself_is_refused(inside):
    with pytest.raises(Trouble):
        clean_picture(DRAWING.replace(b"</svg>", inside + b"</svg>"))


def test_a_drawing_of_growing_entities_is_refused():
    with pytest.raises(Trouble):
        clean_picture(b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaa">]>' + DRAWING[21:])


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(Trouble) as trouble:
        read_picture(tmp_path / "borte.png")
    assert trouble.value.key == "trouble.picture_unreadable"


def test_a_drawing_stands_on_a_letter_in_its_own_shape_with_words_for_it():
    head = Letterhead("Mellomvik kommune", "", arms=clean_picture(DRAWN_BY_OTHERS), arms_alt="Våpenet")
    content = render(letter(letterhead=head))
    assert {one.image.size for one in pypdf.PdfReader(BytesIO(content)).pages[0].images} == {(410, 512)}
    assert "Våpenet" in [figure.alt for figure in tags(content).all("Figure")]
