# SPDX-License-Identifier: MIT
"""A canvas where everything painted belongs to an element of the structure or is an artifact."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from reports.pdfa.fonts import font, shown
from reports.pdfa.pages import Pages
from reports.pdfa.pen import Pen
from reports.pdfa.pictures import Picture
from reports.pdfa.structure import ORNAMENT, Artifact, Element, Owner
from reports.style import HEIGHT, WIDTH, Colour, Type


class TaggedCanvas(Pen):
    """Paints pages and keeps account of what each mark is.

    Marked-content sequences are flat and opened when the owner changes, so a paragraph is one sequence a page.
    Shapes are painted as ReportLab paints them; words, pictures and the file are ours.
    """

    def __init__(self, *, title: str, author: str, language: str, made_at: datetime) -> None:
        super().__init__()
        self.size = WIDTH, HEIGHT
        self.root = Element("Document")
        self._pages = Pages(title, author, language, made_at)
        self._open: Owner | None = None
        self._kind: Type | None = None
        self._part = 0

    def say(self, x: float, y: float, text: str, kind: Type, owner: Owner) -> float:
        """Write words from this point on the base line; gives where they end."""
        face = font(kind.weight)
        pieces, letters = shown(face, text, kerned=kind.kerned)
        self._pages.use(kind.weight, letters)
        self._begin(owner)
        code = [f"BT {x:.2f} {y:.2f} Td"]
        for part, operator in pieces:
            if kind is not self._kind or part != self._part:
                red, green, blue = kind.colour
                code.append(f"/{kind.weight[0]}{part} {kind.size:g} Tf {red:g} {green:g} {blue:g} rg")
                self._kind, self._part = kind, part
            code.append(operator)
        code.append("ET")
        self._code.append(" ".join(code))
        return x + face.width(text, kind.size)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A tinted rectangle with its lower left corner here; it is ornament."""
        self._begin(ORNAMENT)
        self._code.append("q {:g} {:g} {:g} rg {:.2f} {:.2f} {:.2f} {:.2f} re f Q".format(*colour, x, y, width, height))

    def rule(self, x: float, y: float, width: float, thick: float, colour: Colour) -> None:
        """A line to the right; it is ornament."""
        self._begin(ORNAMENT)
        self._code.append(
            "q {:g} {:g} {:g} RG {:g} w {:.2f} {:.2f} m {:.2f} {:.2f} l S Q".format(*colour, thick, x, y, x + width, y)
        )

    def stamp(self, x: float, y: float, painted: str) -> None:
        """Paint with its origin here what a pen has painted before; it is ornament."""
        self._begin(ORNAMENT)
        self._code.append(f"q 1 0 0 1 {x:.2f} {y:.2f} cm {painted} Q")

    @contextmanager
    def ornament(self, owner: Owner = ORNAMENT) -> Iterator[None]:
        """Paint shapes, in their own graphics state; they are ornament unless an element owns them."""
        self._begin(owner)
        self.saveState()
        yield
        self.restoreState()

    def picture(self, owner: Owner, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """Paint a picture with its lower left corner here."""
        self._place(owner, x, y, width, height)
        name = self._pages.picture(picture)
        self._code.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{name} Do Q")

    @contextmanager
    def figure(self, owner: Owner, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Paint a figure with its lower left corner here; inside, its upper left corner is the origin."""
        self._place(owner, x, y, width, height)
        self.saveState()
        self.translate(x, y + height)
        yield
        self.restoreState()
        self._kind = None

    def _place(self, owner: Owner, x: float, y: float, width: float, height: float) -> None:
        if isinstance(owner, Element):
            owner.attributes["Layout.BBox"] = f"[{x:.1f} {y:.1f} {x + width:.1f} {y + height:.1f}]"
            owner.attributes["Layout.Placement"] = "/Block"
        self._begin(owner)

    def link(self, element: Element, rectangle: tuple[float, float, float, float], url: str, words: str) -> None:
        """Make a place on the page lead to a web address; the words are what the link says."""
        self._pages.link(element, rectangle, url, words)

    def mark(self, title: str, level: int, y: float) -> None:
        """Give the reader's table of contents an entry for this place."""
        self._pages.mark(title, level, y)

    def next_page(self) -> None:
        """End this page."""
        self._close()
        self._pages.end(self._code, self.size)
        self._code, self._kind = [], None

    def finished(self) -> bytes:
        """The file, when the last page has ended."""
        return self._pages.finished(self.root)

    def _begin(self, owner: Owner) -> None:
        if owner is self._open:
            return
        self._close()
        self._open = owner
        if isinstance(owner, Artifact):
            self._code.append(owner.begin)
            return
        self._code.append(f"/{owner.role} <</MCID {self._pages.owned(owner)}>> BDC")

    def _close(self) -> None:
        if self._open is not None:
            self._code.append("EMC")
        self._open = None
