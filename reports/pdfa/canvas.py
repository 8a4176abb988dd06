# SPDX-License-Identifier: MIT
"""A canvas where everything painted belongs to an element of the structure or is an artifact."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from reports.pdfa.fonts import font
from reports.pdfa.pictures import Picture
from reports.pdfa.structure import ORNAMENT, Artifact, Element, Owner, write_tree
from reports.pdfa.writer import PACKED_SRGB, Document
from reports.pdfa.xmp import About, packet
from reports.style import HEIGHT, WIDTH, Colour, Type, Weight

_PROGRAM = "Laget"


@dataclass(frozen=True, slots=True)
class Saying:
    """Words in one type, owned by one element or artifact."""

    text: str
    type: Type
    owner: Owner


class TaggedCanvas(Canvas):
    """Paints pages and keeps account of what each mark is.

    Marked-content sequences are flat and opened when the owner changes, so a paragraph is one sequence a page.
    """

    _code: list[str]
    _formsinuse: list[str]

    def __init__(self, *, title: str, author: str, language: str, made_at: datetime) -> None:
        super().__init__(BytesIO(), (WIDTH, HEIGHT), initialFontName=font("Regular").fontName, pageCompression=1)
        self._doc = Document(language, made_at)
        self._about = About(title, author, language, self._doc.made_at, _PROGRAM)
        self.root = Element("Document")
        self._open: Owner | None = None
        self._set: tuple[Weight, float, Colour, str] | None = None
        self._owners: list[list[Element]] = [[]]
        self._links: list[tuple[Element, str]] = []

    def say(self, x: float, y: float, sayings: Sequence[Saying]) -> float:
        """Write words from this point on the base line; gives where they end."""
        for saying in sayings:
            face, kind = font(saying.type.weight), saying.type
            self._begin(saying.owner)
            code = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
            for name, shown in face.shown(saying.text, self._doc, kerned=kind.kerned):
                wanted = (kind.weight, kind.size, kind.colour, name)
                if wanted != self._set:
                    code.append("{} {:g} Tf {:g} {:g} {:g} rg".format(name, kind.size, *kind.colour))
                    self._set = wanted
                code.append(shown)
            code.append("ET")
            self._code.append(" ".join(code))
            x += face.width(saying.text, kind.size)
        return x

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

    @contextmanager
    def ornament(self, owner: Owner = ORNAMENT) -> Iterator[None]:
        """Paint shapes, in their own graphics state; they are ornament unless an element owns them."""
        self._begin(owner)
        self.saveState()
        yield
        self.restoreState()

    def picture(self, owner: Owner, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """Paint a picture with its lower left corner here."""
        name = f"picture{picture.name}"
        key = self._doc.getXObjectName(name)
        if key not in self._doc.idToObject:
            size = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % (
                picture.width,
                picture.height,
            )
            head = size + b"/ColorSpace/DeviceRGB/Filter/" + picture.packing.encode()
            if picture.alpha:
                mask = size + b"/ColorSpace/DeviceGray/Filter/FlateDecode"
                self._doc.stream(f"{key}mask", picture.alpha, mask, packed=False)
                head += b"/SMask %d 0 R" % self._doc.number(f"{key}mask")
            self._doc.stream(key, picture.rgb, head, packed=False)
        self._place(owner, x, y, width, height)
        self._code.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{key} Do Q")
        self._formsinuse.append(name)

    @contextmanager
    def figure(self, owner: Owner, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Paint a figure with its lower left corner here; inside, its upper left corner is the origin."""
        self._place(owner, x, y, width, height)
        self.saveState()
        self.translate(x, y + height)
        yield
        self.restoreState()
        self._set = None

    def _place(self, owner: Owner, x: float, y: float, width: float, height: float) -> None:
        if isinstance(owner, Element):
            owner.attributes["Layout.BBox"] = f"[{x:.1f} {y:.1f} {x + width:.1f} {y + height:.1f}]"
            owner.attributes["Layout.Placement"] = "/Block"
        self._begin(owner)

    def link(self, element: Element, rectangle: tuple[float, float, float, float], url: str, words: str) -> None:
        """Make a place on the page lead to a web address; the words are what the link says."""
        name = f"link{len(self._links)}"
        annotation = pdfdoc.PDFDictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": "[{:.2f} {:.2f} {:.2f} {:.2f}]".format(*rectangle),
                "Border": "[0 0 0]",
                "F": 4,
                "Contents": pdfdoc.PDFString(words),
                "A": pdfdoc.PDFDictionary({"S": "/URI", "URI": pdfdoc.PDFString(_ascii(url))}),
            }
        )
        self._links.append((element, name))
        element.kids.append((len(self._owners) - 1, name))
        self._addAnnotation(annotation, name)

    def mark(self, title: str, level: int, y: float) -> None:
        """Give the reader's table of contents an entry for this place."""
        if not title:
            return
        key = f"heading{len(self._destinations)}"
        self.bookmarkPage(key, fit="XYZ", left=0, top=y, zoom=0)
        self.addOutlineEntry(title, key, level)

    def next_page(self) -> None:
        """End this page."""
        self._close()
        self.showPage()
        self._set = None
        self._owners.append([])

    def finished(self) -> bytes:
        """The file, when the last page has ended."""
        document = self._doc
        document.info.title, document.info.author = self._about.title, self._about.author
        document.info.subject = document.info.keywords = ""
        document.info.creator = document.info.producer = _PROGRAM
        owners = self._owners[:-1]
        write_tree(document, self.root, owners, self._links)
        for number, (_, name) in enumerate(self._links):
            document.idToObject[f"Annot.{name}"].dict["StructParent"] = len(owners) + number
        self._catalog()
        return bytes(document.GetPDFData(self))

    def _catalog(self) -> None:
        document, catalog = self._doc, self._doc.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.StructTreeRoot = document.idToObject["StructTreeRoot"]
        catalog.MarkInfo = "<</Marked true>>"
        # Printed at its size, so that the address meets the window of the envelope, and on both sides of the paper.
        sides = "/DuplexFlipLongEdge" if document.pageCounter > 2 else "/Simplex"
        catalog.ViewerPreferences = f"<</DisplayDocTitle true/PrintScaling/None/Duplex{sides}>>"
        catalog.PageMode = "/UseNone"
        intent = {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "DestOutputProfile": document.stream("srgb", PACKED_SRGB, b"/N 3/Filter/FlateDecode", packed=False),
            "OutputConditionIdentifier": "(sRGB IEC61966-2.1)",
            "Info": "(sRGB IEC61966-2.1)",
        }
        catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])
        head = b"/Type/Metadata/Subtype/XML"
        catalog.Metadata = document.stream("metadata", packet(self._about), head, packed=False)

    def _begin(self, owner: Owner) -> None:
        if owner is self._open:
            return
        self._close()
        self._open = owner
        if isinstance(owner, Artifact):
            self._code.append(owner.begin)
            return
        owner.place()
        page, on_page = len(self._owners) - 1, self._owners[-1]
        owner.kids.append((page, len(on_page)))
        self._code.append(f"/{owner.role} <</MCID {len(on_page)}>> BDC")
        on_page.append(owner)

    def _close(self) -> None:
        if self._open is not None:
            self._code.append("EMC")
        self._open = None


def _ascii(url: str) -> str:
    """An address as a file may hold it: other letters than those of ASCII by their codes."""
    return quote(url, safe="%/:?#[]@!$&'()*+,;=", errors="replace")
