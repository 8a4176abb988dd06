# SPDX-License-Identifier: MIT
"""Reads a picture somebody has chosen (a coat of arms): decoded apart, made small and clean, or refused in words."""

from pathlib import Path

from desktop.child import child
from desktop.picture_child import kind_of, serve
from models.values.trouble import Trouble

LARGEST_FILE = 10_000_000
LARGEST_DRAWING = 2_000_000
MEGAPIXELS = 40
SIDE = 512
PATIENCE = 20.0


def read_picture(path: Path, side: int = SIDE) -> bytes:
    """The picture in this file as `clean_picture` gives it."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as fault:
        raise Trouble("trouble.picture_unreadable") from fault
    return clean_picture(content, side)


def clean_picture(content: bytes, side: int = SIDE) -> bytes:
    """PNG bytes of at most this side, without anything the file said about itself; PNG, JPEG and SVG are read."""
    kind = kind_of(content)
    if len(content) > (LARGEST_DRAWING if kind == "svg" else LARGEST_FILE):
        raise _too_large()
    if not kind:
        raise Trouble("trouble.picture_unreadable")
    answer = _ask(content, side)
    if answer == b"large":
        raise _too_large()
    if not answer.startswith(b"ok"):
        raise Trouble("trouble.picture_unreadable")
    return answer[2:]


def _ask(content: bytes, side: int) -> bytes:
    """What the child answers; nothing if it dies, or takes too long and is ended."""
    try:
        with child(serve, PATIENCE, content, side, MEGAPIXELS * 1_000_000) as told:
            return told.recv_bytes(LARGEST_FILE * 2)
    except (EOFError, OSError):
        return b""


def _too_large() -> Trouble:
    return Trouble("trouble.picture_too_large", megapixels=MEGAPIXELS, megabytes=LARGEST_FILE // 1_000_000)
