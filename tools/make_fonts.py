# SPDX-License-Identifier: MIT
"""Make the four fonts of screen and paper from Source Sans 3 (run by hand when the family gets a new version).

Needs fonttools, uharfbuzz and the font packages named here and in tools/more_letters.py.
"""

import argparse
from pathlib import Path

import fontpkg_source_sans_3
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from tools.kerning import add_kerning
from tools.more_letters import LICENCES, add_letters

# «Source» is a reserved name of the licence, so a changed font must be called something else.
FAMILY = "Laget Sans"
STYLES = {
    "Regular": ("SourceSans3[wght].ttf", 400),
    "SemiBold": ("SourceSans3[wght].ttf", 600),
    "Bold": ("SourceSans3[wght].ttf", 700),
    "Italic": ("SourceSans3-Italic[wght].ttf", 400),
}
LETTERS = (
    (0x0020, 0x024F),  # Latin, with all that Norwegian and the Sami languages use
    (0x0250, 0x02FF),  # phonetic and modifier letters: ʒ ʹ
    (0x0300, 0x036F),  # marks for letters that have no code of their own
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin, additional (Vietnamese too)
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),  # raised and lowered figures
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),  # № ™
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # − ≤ ≥
    (0x25A0, 0x27BF),  # boxes and ticks
)
# No `liga`: the signs of ligatures lie in the private use area, which PDF/A-2a forbids.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]


def make_font(source: Path, weight: int, style: str) -> TTFont:
    """One static font with our letters and our name."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True, glyph_names=False, hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in LETTERS for code in range(first, last + 1)])
    subsetter.subset(font)
    # First the letters, then the weight: the other way takes four times as long.
    static = instantiateVariableFont(font, {"wght": weight}, inplace=True)
    add_letters(static, weight, italic=style == "Italic")
    if style == "SemiBold":  # that of headings: at the size of running text nobody sees it
        add_kerning(static)
    _rename(static, style)
    _set_weight(static, weight, style)
    return static


def _rename(font: TTFont, style: str) -> None:
    names, version = font["name"], font["name"].getDebugName(5)
    kept = {number: names.getDebugName(number) for number in (0, 5, 8, 9, 11, 13, 14)}
    linked = style in ("Regular", "Bold", "Italic")
    ours = {
        1: FAMILY if linked else f"{FAMILY} {style}",
        2: style if linked else "Regular",
        3: f"{version};{FAMILY.replace(' ', '')}-{style}",
        4: f"{FAMILY} {style}",
        6: f"{FAMILY.replace(' ', '')}-{style}",
        16: FAMILY,
        17: style,
    }
    names.names = []
    for number, text in sorted((kept | ours).items()):
        if text:
            names.setName(text, number, 3, 1, 0x409)


def _set_weight(font: TTFont, weight: int, style: str) -> None:
    font["OS/2"].usWeightClass = weight
    selection = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = selection | {"Italic": 0b1, "Bold": 0b100000}.get(style, 0b1000000)
    font["head"].macStyle = {"Italic": 0b10, "Bold": 0b1}.get(style, 0)


def main() -> None:
    """Write the fonts and their licence to the folder given."""
    parser = argparse.ArgumentParser(description=__doc__)
    here = Path(__file__).resolve().parents[1] / "resources" / "fonts"
    parser.add_argument("folder", nargs="?", type=Path, default=here, help="where the fonts are written")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    package = Path(fontpkg_source_sans_3.__file__).parent
    for style, (file, weight) in STYLES.items():
        target = folder / f"LagetSans-{style}.ttf"
        make_font(package / "files" / file, weight, style).save(target)
        print(f"{target.name}: {target.stat().st_size // 1024} kB")
    holders = [file.read_text("utf-8").split("This Font Software")[0].strip() for file in LICENCES]
    licence = (package / "LICENSE").read_text("utf-8")
    (folder / "OFL.txt").write_text("\n".join([*holders, licence]), "utf-8")


if __name__ == "__main__":
    main()
