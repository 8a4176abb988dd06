# SPDX-License-Identifier: MIT
"""Pictures made ready for a file: plain RGB, with transparency apart."""

import hashlib
import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Literal

from PIL import Image

from models.values.trouble import Trouble

LARGEST = 40_000_000
LARGEST_FILE = 10_000_000
_LONGEST_SIDE = 1600


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as packed bytes of red, green and blue, and of alpha where it is not solid; `packing` is the filter."""

    name: str
    width: int
    height: int
    rgb: bytes
    alpha: bytes
    packing: Literal["FlateDecode", "DCTDecode"] = "FlateDecode"


@lru_cache(maxsize=2)  # the coat of arms of the house, and perhaps one more: never a heap of people's pictures
def picture(content: bytes) -> Picture:
    """Read a PNG or JPEG; other colours than RGB are converted, since PDF/A allows one kind of colour."""
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > LARGEST:
                raise Trouble(
                    "trouble.picture_too_large", megapixels=LARGEST // 1_000_000, megabytes=LARGEST_FILE // 1_000_000
                )
            image.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
            solid = image.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fault:
        raise Trouble("trouble.picture_unreadable") from fault
    alpha = solid.getchannel("A").tobytes()
    see_through = alpha.count(b"\xff") != len(alpha)
    return Picture(
        name=hashlib.sha256(content).hexdigest()[:16],
        width=solid.width,
        height=solid.height,
        rgb=zlib.compress(solid.convert("RGB").tobytes(), 9),
        alpha=zlib.compress(alpha, 9) if see_through else b"",
    )
