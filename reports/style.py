# SPDX-License-Identifier: MIT
"""How paper looks: the only place with sizes and colours of documents."""

from dataclasses import dataclass, replace
from typing import Final, Literal

MM: Final = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM

Colour = tuple[float, float, float]
Weight = Literal["Regular", "SemiBold", "Bold", "Italic"]


def _colour(code: str) -> Colour:
    red, green, blue = (round(int(code[i : i + 2], 16) / 255, 4) for i in (1, 3, 5))
    return red, green, blue


WHITE = _colour("#FFFFFF")
INK = _colour("#1B2A33")
NAVY = _colour("#0B3C49")
TEAL = _colour("#0F6674")
MUTE = _colour("#51626C")
GREEN = _colour("#1D6B3C")
AMBER = _colour("#8A4B08")
PLUM = _colour("#6B3A6E")
LINE = _colour("#C9D5D9")
SHADE = _colour("#BFDCE0")
TINT = _colour("#EAF2F3")
PALE = _colour("#F5F8F9")
SAND = _colour("#FBF3E4")
LEAF = _colour("#E6F3EA")
LILAC = _colour("#F5ECF5")
WHITE = _colour("#FFFFFF")
COLOURS: Final = {
    "INK": INK,
    "NAVY": NAVY,
    "TEAL": TEAL,
    "MUTE": MUTE,
    "GREEN": GREEN,
    "AMBER": AMBER,
    "PLUM": PLUM,
    "LINE": LINE,
    "SHADE": SHADE,
    "TINT": TINT,
    "PALE": PALE,
    "SAND": SAND,
    "LEAF": LEAF,
    "LILAC": LILAC,
    "WHITE": WHITE,
}


@dataclass(frozen=True, slots=True)
class Type:
    """A way to set words: weight, size, leading, colour, and the air above and below (all in points).

    Kerning is for large words only: it takes time, and at the size of running text nobody sees it.
    """

    weight: Weight = "Regular"
    size: float = 10.5
    leading: float = 15
    colour: Colour = INK
    before: float = 0
    after: float = 0
    kerned: bool = False


NOTE = Type(size=9.2, leading=13, colour=MUTE, after=5)
CELL = Type(size=9.8, leading=13.2)
CELL_HEAD = Type("SemiBold", 9, 12, MUTE)
STATUS = Type("SemiBold", 9, 13.2)
LABEL = Type(size=9.8, leading=13.2, colour=MUTE)
CAPTION = Type("SemiBold", 9.8, 13.2, NAVY, before=6, after=4)
QUOTE = Type(size=12.5, leading=17.5, colour=NAVY)
QUOTE_TITLE = Type("SemiBold", 10, 14, AMBER)
QUOTE_BY = Type(size=9.2, leading=13, colour=MUTE)
REDACTED = Type(size=9.8, leading=14, colour=MUTE)
ADDRESS = Type(size=11, leading=14)
MUNICIPALITY = Type("SemiBold", 12.5, 15, NAVY)
UNIT = Type(size=9, leading=11.5, colour=MUTE)
FOOT = Type(size=8.8, leading=11, colour=MUTE)
FOOT_STRONG = Type("SemiBold", 8.8, 11, AMBER)
PRACTICE = Type("SemiBold", 9.5, 12, AMBER)


@dataclass(frozen=True, slots=True)
class Look:
    """The margins and types of one kind of document."""

    left: float
    measure: float
    furniture: float
    head: float
    foot: float
    title: Type
    heading: Type
    subheading: Type
    body: Type
    lead: Type
    subtitle: Type
    label_width: float
    note: Type = NOTE
    quote: Type = QUOTE
    quote_title: Type = QUOTE_TITLE
    cell: Type = CELL
    cell_head: Type = CELL_HEAD
    label: Type = LABEL
    between_points: float = 3


# Prose reads best at about 85 signs a line: 11 points on 140 mm. Tables need the whole width.
LETTER = Look(
    left=25 * MM,
    measure=140 * MM,
    furniture=160 * MM,
    head=30 * MM,
    foot=24 * MM,
    title=Type("SemiBold", 18, 23, NAVY, after=8, kerned=True),
    heading=Type("SemiBold", 13, 17, NAVY, before=14, after=4, kerned=True),
    subheading=Type("SemiBold", 11, 16, NAVY, before=9, after=2),
    body=Type(size=11, leading=16, after=8),
    lead=Type(size=12.5, leading=18, colour=NAVY, after=10),
    subtitle=Type(size=13, leading=18, colour=MUTE, after=8),
    label_width=112,
)
PLAN = Look(
    left=22 * MM,
    measure=166 * MM,
    furniture=166 * MM,
    head=32 * MM,
    foot=22 * MM,
    title=Type("SemiBold", 27, 31, NAVY, after=1, kerned=True),
    heading=Type("SemiBold", 15, 19, NAVY, before=15, after=5, kerned=True),
    subheading=Type("SemiBold", 11.5, 15, NAVY, before=9, after=3),
    body=Type(after=5),
    lead=Type(size=12, leading=17, after=8),
    subtitle=Type(size=14, leading=19, colour=MUTE, after=10),
    label_width=88,
)
# A posted paper of facts and lists: wide and close, so that one page is enough.
NOTICE = replace(
    LETTER,
    measure=LETTER.furniture,
    title=Type("SemiBold", 18, 23, NAVY, after=2),
    heading=Type("SemiBold", 12.5, 16, NAVY, before=9, after=3),
    body=Type(size=10.5, leading=14.6, after=6),
    lead=Type(size=12, leading=17, colour=NAVY, after=5),
    subtitle=Type(size=12, leading=16, colour=MUTE, after=5),
    label_width=92,
)
# The same where it would else run over by a few lines.
CLOSE_NOTICE = replace(
    NOTICE,
    foot=20.5 * MM,
    title=Type("SemiBold", 18, 22, NAVY),
    heading=Type("SemiBold", 12, 15, NAVY, before=6, after=1),
    body=Type(size=10.2, leading=13.2, after=4),
    lead=Type(size=12, leading=16, colour=NAVY, after=3),
    subtitle=Type(size=12, leading=15, colour=MUTE, after=3),
    note=replace(NOTE, leading=12, after=3),
    cell=Type(size=9.6, leading=12.4),
    label=Type(size=9.6, leading=12.4, colour=MUTE),
    between_points=1.5,
)
# A form is filled in with the sheet on a table: closer, so that it is one sheet printed on both sides.
FORM = replace(
    PLAN,
    title=Type("SemiBold", 23, 27, NAVY, after=3, kerned=True),
    heading=Type("SemiBold", 13, 17, NAVY, before=11, after=3, kerned=True),
    subheading=Type("SemiBold", 11, 15, NAVY, before=10, after=1),
    body=Type(size=10.5, leading=14.4, after=4),
    lead=Type(size=11.5, leading=16, after=5),
)
# For those who read little or slowly, and for children: large letters, short lines, air.
EASY = Look(
    left=25 * MM,
    measure=160 * MM,
    furniture=160 * MM,
    head=32 * MM,
    foot=22 * MM,
    title=Type("SemiBold", 23, 28, NAVY, after=6, kerned=True),
    heading=Type("SemiBold", 15.5, 20, NAVY, before=12, after=3, kerned=True),
    subheading=Type("SemiBold", 13.5, 19, NAVY, before=10, after=2),
    body=Type(size=13, leading=19, after=6),
    lead=Type(size=14.5, leading=21, colour=NAVY, after=8),
    subtitle=Type(size=15, leading=20, colour=MUTE, after=10),
    label_width=140,
    note=Type(size=10, leading=14, colour=MUTE, after=5),
    quote=Type(size=15, leading=21, colour=NAVY),
    quote_title=Type("SemiBold", 13, 18, AMBER),
    cell=Type(size=12.5, leading=17),
    cell_head=Type("SemiBold", 11, 15, MUTE),
    label=Type(size=11, leading=15, colour=MUTE),
)
# A page that has to hold much, and one that is read from across the kitchen.
PAGE = replace(
    PLAN,
    title=Type("SemiBold", 23, 27, NAVY, after=1),
    heading=Type("SemiBold", 13, 16, NAVY, before=11, after=2),
    body=Type(size=10, leading=13.5, after=4),
    subtitle=Type(size=13, leading=17, colour=MUTE, after=4),
    note=Type(size=8.8, leading=12, colour=MUTE, after=3),
    cell=Type(size=9.4, leading=12.2),
    label=Type(size=9.4, leading=12.2, colour=MUTE),
    quote=Type(size=12, leading=16, colour=NAVY),
)
POSTER = replace(
    EASY,
    title=Type("SemiBold", 34, 40, NAVY, after=2),
    heading=Type("SemiBold", 19, 24, NAVY, before=18, after=5),
    body=Type(size=15, leading=21, after=7),
    note=Type("SemiBold", 13, 18, MUTE, before=8),
    quote=Type("SemiBold", 25, 33, NAVY),
    quote_title=Type("SemiBold", 16, 22, AMBER),
    cell=Type(size=15, leading=20),
    cell_head=Type("SemiBold", 12, 16, MUTE),
)

# The window of Norwegian envelopes (C5, C6/5, EC4): at its narrowest 15 to 110 mm from the left, 44 to 74 mm down.
ADDRESS_TOP = 47 * MM
ADDRESS_BOTTOM = 76 * MM
ADDRESS_WIDTH = 85 * MM
REFERENCES_LEFT = 125 * MM
RIGHT_EDGE = WIDTH - 25 * MM
# A4 folded once for C5, and twice for C6/5.
FOLDS = (99 * MM, 148.5 * MM, 198 * MM)
LETTER_TOP = 88 * MM
