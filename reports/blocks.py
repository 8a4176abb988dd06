# SPDX-License-Identifier: MIT
"""What a document says, as a tree of blocks that knows nothing of paper or windows."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from reports.drawn import Drawing, Status

Kind = Literal["letter", "notice", "close_notice", "plan", "sheet", "page", "form", "easy", "poster"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words; `language` is a BCP 47 tag where it differs from the document's (a Sami name)."""

    text: str
    bold: bool = False
    link: str = ""
    language: str = ""


Words = str | tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the document and stands once.

    `whole` keeps all up to the next heading on one page, where it fits.
    """

    text: str
    level: Literal[1, 2, 3] = 2
    whole: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `role` chooses the look, never the meaning."""

    words: Words
    role: Literal["body", "lead", "note", "subtitle"] = "body"
    language: str = ""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list of points, with numbers where their order matters."""

    items: tuple[Words, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts as label and value; in two columns where there is room."""

    rows: tuple[tuple[str, Words], ...]
    columns: Literal[1, 2] = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head and its share of the width."""

    head: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class StatusCell:
    """A status as a word with its own shape, never by colour alone."""

    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick with a pen, and the words beside it."""

    text: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to choose between: one under the other, or side by side in a cell or on a line to fill in."""

    boxes: tuple[Tick, ...]


Cell = Words | StatusCell | Ticks


@dataclass(frozen=True, slots=True)
class Table:
    """A table with repeated heads; the first column names the row where `row_heads` says so."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    row_heads: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """The child's or family's own words, set apart; the title is a heading of level 2.

    `more` is what somebody else adds to them; `language` is that of the words.
    """

    title: str
    words: str
    said_by: str = ""
    language: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with words that say the same; `image` is PNG or JPEG bytes, sizes in millimetres."""

    image: bytes
    alt: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write, or what is already known; a label that stands in the heading above need not be `shown`."""

    label: str
    value: str = ""
    share: float = 1.0
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Blanks:
    """Places to fill in with a pen, side by side; `lines` are the lines each of them has to write on."""

    fields: tuple[Blank | Ticks, ...]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: name and title under a line, a sentence on electronic approval, or a greeting that needs no pen."""

    name: str
    title: str
    greeting: str = ""
    note: str = ""
    pen: bool = True


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines for several pens, side by side: a name and what stands under it for each."""

    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Redacted:
    """A place where something is left out on legal grounds; the words say why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Space:
    """Air between blocks, in millimetres."""

    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows stands on a new page."""


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Facts
    | Table
    | Ticks
    | Blanks
    | Quote
    | Figure
    | Drawing
    | Signature
    | Signatures
    | Redacted
    | Space
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose paper it is."""

    municipality: str
    unit: str
    address_lines: tuple[str, ...] = ()
    contact: str = ""
    arms: bytes | None = None
    arms_alt: str = ""


@dataclass(frozen=True, slots=True)
class References:
    """The block at the upper right of a letter: labels and values, such as «Vår ref.» and «Dato»."""

    rows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: furniture, address field and blocks in reading order.

    `made_at` is the document's own moment and makes the bytes repeat. `restricted` is the emphasised footer
    («Unntatt offentlighet») and `restricted_basis` its legal basis. `kind` chooses margins and type: letters are
    prose with a window-envelope address field, notices are posted too but hold facts and lists more than prose, plans
    are wide, one page holds much, forms are close, easy reading has large letters and a poster larger; it is posted
    when it has a recipient. `fold_marks` shows where a letter is folded.
    """

    title: str
    language: str
    made_at: datetime
    letterhead: Letterhead
    blocks: tuple[Block, ...]
    kind: Kind = "letter"
    author: str = ""
    recipient: tuple[str, ...] = ()
    references: References = field(default_factory=References)
    restricted: str = ""
    restricted_basis: str = ""
    practice: str = ""
    page_text: str = "{page} / {pages}"
    fold_marks: bool = False
