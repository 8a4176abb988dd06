# SPDX-License-Identifier: MIT
"""Draws the invented arms of Mellomvik: a silver lantern over two waves on blue (resources/demo/arms.png)."""

from pathlib import Path

from PIL import Image, ImageDraw

TARGET = Path(__file__).resolve().parent.parent / "resources" / "demo" / "arms.png"
WIDTH, HEIGHT, FINE = 300, 360, 4
BLUE, SILVER, GOLD = (22, 74, 122), (245, 247, 248), (236, 181, 58)


def shield() -> Image.Image:
    """The outline: straight sides that meet in a point, as a mask."""
    mask = Image.new("L", (WIDTH * FINE, HEIGHT * FINE))
    outline = [(6, 6), (294, 6), (294, 190), (288, 240), (262, 290), (218, 328), (150, 354)]
    outline += [(WIDTH - x, y) for x, y in reversed(outline)]
    ImageDraw.Draw(mask).polygon([(x * FINE, y * FINE) for x, y in outline], fill=255)
    return mask


def scaled(*numbers: int) -> tuple[int, ...]:
    """Places on the fine grid."""
    return tuple(number * FINE for number in numbers)


def wave(draw: ImageDraw.ImageDraw, top: int) -> None:
    """A silver band of half circles, alternately up and down."""
    for column in range(-1, 7):
        x = column * 50
        up = column % 2 == 0
        draw.arc(scaled(x, top, x + 50, top + 40), 180 if up else 0, 360 if up else 180, fill=SILVER, width=11 * FINE)


def main() -> None:
    field = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), BLUE)
    draw = ImageDraw.Draw(field)
    draw.arc(scaled(122, 34, 178, 90), 150, 390, fill=SILVER, width=7 * FINE)
    draw.polygon([n * FINE for n in (105, 92, 150, 62, 195, 92)], fill=SILVER)
    draw.rectangle(scaled(112, 92, 188, 178), fill=SILVER)
    draw.rectangle(scaled(122, 100, 178, 170), fill=BLUE)
    draw.ellipse(scaled(136, 112, 164, 166), fill=GOLD)
    draw.rectangle(scaled(102, 178, 198, 192), fill=SILVER)
    wave(draw, 216)
    wave(draw, 262)
    arms = Image.new("RGBA", field.size, (0, 0, 0, 0))
    arms.paste(field, mask=shield())
    small = arms.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    small.save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
