# SPDX-License-Identifier: MIT
"""Decodes one picture in a process of its own, which has little memory, little time and nothing worth stealing."""

import re
import sys
from io import BytesIO
from multiprocessing.connection import Connection

MEMORY, SECONDS = 2_000_000_000, 15
# What a drawing may not hold: other files, scripts, and entities that grow when they are read.
_UNSAFE = re.compile(rb"<!DOCTYPE|<!ENTITY|<script|<image|<foreignObject|@import|url\(\s*['\"]?[^#'\")\s]", re.I)
_LINK = re.compile(rb"href\s*=\s*['\"]\s*[^#'\"\s]", re.I)
# Signs may be written another way in a style sheet, so that the words above are not seen in it.
_ESCAPED = re.compile(rb"<style\b[^>]*>(?:(?!</style).)*\\", re.I | re.S)
# Drawing programs name the standard in their first lines; without brackets that says nothing else.
_STANDARD = rb"<!DOCTYPE\s+svg\b[^>\[]*>"
_SVG_START = re.compile(
    rb"^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(" + _STANDARD + rb"\s*)?(<!--.*?-->\s*)*<svg[\s>]", re.S
)


class TooLarge(ValueError):
    """More pixels than may be decoded."""


def kind_of(content: bytes) -> str:
    """«png», «jpeg», «svg» or nothing, by what the file holds and not by its name."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "svg" if _SVG_START.match(content[:4000]) else ""


def serve(answer: Connection, content: bytes, side: int, pixels: int) -> None:
    """Decode and send back a PNG no larger than `side`, or the name of what is wrong."""
    limit(SECONDS)
    try:
        kind = kind_of(content)
        made = _drawn(content, side) if kind == "svg" else _decoded(content, kind, side, pixels)
        answer.send_bytes(b"ok" + made)
    except TooLarge:
        answer.send_bytes(b"large")
    except Exception:  # whatever a hostile file provokes, the answer is the same
        answer.send_bytes(b"unreadable")
    answer.close()


def limit(seconds: int) -> None:
    """From now on this process has little memory and time, writes no file and leaves no dump; not on Windows."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _decoded(content: bytes, kind: str, side: int, pixels: int) -> bytes:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # the count is ours, and comes before any pixel is read
    with Image.open(BytesIO(content), formats=[kind]) as image:
        if image.width * image.height > pixels:
            raise TooLarge
        image.draft("RGB", (side, side))
        # Orientation is honoured and everything else a camera wrote into the file is left behind.
        from PIL.ImageOps import exif_transpose

        whole = exif_transpose(image).convert("RGBA")
    whole.thumbnail((side, side), Image.Resampling.LANCZOS)
    clean = Image.frombytes("RGBA", whole.size, whole.tobytes())
    packed = BytesIO()
    clean.save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _drawn(content: bytes, side: int) -> bytes:
    content = re.sub(_STANDARD, b"", content, count=1)
    if _UNSAFE.search(content) or _LINK.search(content) or _ESCAPED.search(content):
        raise ValueError("a drawing that reaches outside itself")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawing = QSvgRenderer(QByteArray(content))
    drawing.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    box = drawing.viewBoxF().size() if drawing.viewBoxF().isValid() else QSizeF(drawing.defaultSize())
    if not drawing.isValid() or box.isEmpty():
        raise ValueError("an empty drawing")
    size = box.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).toSize().expandedTo(QSizeF(1, 1).toSize())
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
