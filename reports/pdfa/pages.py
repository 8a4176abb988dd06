# SPDX-License-Identifier: MIT
"""The pages of a file, what they use, where they lead, and what the file says of itself."""

from datetime import UTC, datetime

from reports.pdfa.fonts import font
from reports.pdfa.outline import Entry, write_outline
from reports.pdfa.pictures import Picture
from reports.pdfa.structure import Element, Linked, Marked, write_tree
from reports.pdfa.writer import PACKED_SRGB, File, pdf_date, pdf_text, pdf_url
from reports.pdfa.xmp import About, packet
from reports.style import Weight

_PROGRAM = "Laget"


class Pages:
    """A file as its pages are painted one after the other."""

    def __init__(self, title: str, author: str, language: str, made_at: datetime) -> None:
        self._made_at = made_at if made_at.tzinfo else made_at.replace(tzinfo=UTC)
        self._about = About(title, author, language, self._made_at.isoformat(timespec="seconds"), _PROGRAM)
        self._file = File()
        self._tree, self._resources = self._file.reserve(), self._file.reserve()
        self._pages: list[int] = []
        self._entries: list[Entry] = []
        self._used: dict[Weight, set[str]] = {}
        self._pictures: dict[str, int] = {}
        # by key: the elements of a page's marks, or the one of a place that leads on
        self._parents: list[list[Element] | Element] = []
        # of the page being painted
        self._owners: list[Element] = []
        self._links: list[int] = []

    def use(self, weight: Weight, letters: frozenset[str]) -> None:
        """Take these letters of the font along."""
        self._used.setdefault(weight, set()).update(letters)

    def owned(self, element: Element) -> int:
        """The number of the next mark on the page, which is the element's."""
        element.place()
        element.kids.append(Marked(len(self._pages), len(self._owners)))
        self._owners.append(element)
        return len(self._owners) - 1

    def picture(self, picture: Picture) -> str:
        """The name of a picture, which the file holds once."""
        number = self._pictures.get(picture.name)
        if number is None:
            file, size = self._file, (picture.width, picture.height)
            common = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % size
            head = common + b"/ColorSpace/DeviceRGB/Filter/" + picture.packing.encode()
            if picture.alpha:
                mask = file.stream(picture.alpha, common + b"/ColorSpace/DeviceGray/Filter/FlateDecode", packed=False)
                head += b"/SMask %d 0 R" % mask
            self._pictures[picture.name] = number = file.stream(picture.rgb, head, packed=False)
        return f"P{number}"

    def link(self, element: Element, rectangle: tuple[float, float, float, float], url: str, words: str) -> None:
        """Make a place on the page lead to a web address; the words are what the link says."""
        place = "{:.2f} {:.2f} {:.2f} {:.2f}".format(*rectangle).encode()
        body = b"<</Type/Annot/Subtype/Link/Rect[%s]/Border[0 0 0]/F 4/StructParent %d/Contents%s/A<</S/URI/URI%s>>>>"
        number = self._file.add(body % (place, len(self._parents), pdf_text(words), pdf_url(url)))
        self._parents.append(element)
        self._links.append(number)
        element.kids.append(Linked(len(self._pages), number))

    def mark(self, title: str, level: int, y: float) -> None:
        """Give the reader's table of contents an entry for this place."""
        if title:
            self._entries.append(Entry(title, level, len(self._pages), y))

    def end(self, code: list[str], size: tuple[float, float]) -> None:
        """End the page that this code has painted."""
        file = self._file
        content = file.stream("\n".join(code).encode("latin-1"))
        body = (
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Resources %d 0 R/Contents %d 0 R/Tabs/S/StructParents %d"
        )
        width, height = (f"{side:.4f}".rstrip("0").rstrip(".").encode() for side in size)
        said = body % (self._tree, width, height, self._resources, content, len(self._parents))
        links = b"/Annots[%s]" % b" ".join([b"%d 0 R" % link for link in self._links]) if self._links else b""
        self._pages.append(file.add(said + links + b">>"))
        self._parents.append(self._owners)
        self._owners, self._links = [], []

    def finished(self, root: Element) -> bytes:
        """The file, with the structure under this element."""
        file = self._file
        kids = b" ".join([b"%d 0 R" % page for page in self._pages])
        file.fill(self._tree, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(self._pages), kids))
        file.fill(self._resources, self._used_things())
        tree = write_tree(file, root, self._pages, self._parents)
        about, moment = self._about, pdf_date(self._made_at)
        info = b"<</Title%s/Author%s/Creator(%s)/Producer(%s)/CreationDate%s/ModDate%s/Trapped/False>>"
        program = about.program.encode()
        told = info % (pdf_text(about.title), pdf_text(about.author), program, program, moment, moment)
        return file.finished(self._catalog(tree), file.add(told))

    def _used_things(self) -> bytes:
        fonts = [
            b"/%s%d %d 0 R" % (weight[0].encode(), part, number)
            for weight, letters in sorted(self._used.items())
            for part, number in font(weight).embed(self._file, letters).items()
        ]
        pictures = [b"/P%d %d 0 R" % (number, number) for number in self._pictures.values()]
        return b"<</Font<<%s>>/XObject<<%s>>>>" % (b"".join(fonts), b"".join(pictures))

    def _catalog(self, tree: int) -> int:
        file = self._file
        profile = file.stream(PACKED_SRGB, b"/N 3/Filter/FlateDecode", packed=False)
        metadata = file.stream(packet(self._about), b"/Type/Metadata/Subtype/XML", packed=False)
        outline = b"/Outlines %d 0 R" % write_outline(file, self._entries, self._pages) if self._entries else b""
        # Printed at its size, so that the address meets the window of the envelope, and on both sides of the paper.
        sides = b"DuplexFlipLongEdge" if len(self._pages) > 1 else b"Simplex"
        return file.add(
            b"<</Type/Catalog/Pages %d 0 R/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R/Metadata %d 0 R%s"
            b"/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/%s>>/PageMode/UseNone"
            b"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
            b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]>>"
            % (self._tree, pdf_text(self._about.language), tree, metadata, outline, sides, profile)
        )
