# SPDX-License-Identifier: MIT
"""ReportLab's document, written the way PDF/A-2 wants its files."""

import base64
import hashlib
import re
import struct
import zlib
from datetime import datetime
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc

# Streams as they are, not as text: a fifth smaller.
rl_config.useA85 = 0

# The sRGB profile (ICC 4.2) with a date of zero, so that files repeat.
PACKED_SRGB = base64.b85decode(
    "c-obbJxjw-7==$;MbSzJ9Yh>5RB>oQ6vR>M(4|PJ6|A~6w@E7`X-HC}xC$-~1qac^ufczytKh0o5EMbg-{99GC7v{e7SX}?a`Qf%"
    "-1BmC0t8c<(Csb>&<)4RBoop~ZdK~3Bf!<Hys*vrbUKAU>+{|}dl&a+;eXX%P;3DNddV}wv>fsrIkoAS9`BNeL@8e&ACqGiFG#-e"
    "blK+@kBdIPdu(Mh3qa7DDHS_d?qE@}bn*l_s%sU|x{voIVZ~TpVjtlig^di7NI-&&3O1m@L7d%SX21I;o4!Sq=@ERIsKTP7h!VXq"
    "sufOE*j4HZmxijB`_DXWb$ZI59!>z=&#wD62K4L!jhgFzow#n}6bL;5S4P`kW=^vo)N5@mdIUtafs5<5Chr56JHYUxnYZ#yDa0LA"
    "Rp9j;7{~#Gb)av}&#LtvXAeMji@)d=I5-5xc|NlK4ZMzLb^"
)
_PACKED = 100


class Moment:
    """The document's own moment, in the form ReportLab asks of its clock."""

    tzname = ""

    def __init__(self, when: datetime) -> None:
        self.YMDhms = (when.year, when.month, when.day, when.hour, when.minute, when.second)
        minutes = int((offset.total_seconds() if (offset := when.utcoffset()) else 0) // 60)
        self.dhh, self.dmm = int(minutes / 60), abs(minutes) % 60
        self.t = 0.0

    def __str__(self) -> str:
        year, month, day, hour, minute, second = self.YMDhms
        return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{self.dhh:+03}:{self.dmm:02}"


class Raw(pdfdoc.PDFObject):
    """An object whose bytes we write ourselves."""

    __RefOnly__ = 1

    def __init__(self, body: bytes = b"") -> None:
        self.body = body

    def format(self, document: object) -> bytes:  # noqa: ARG002 - ReportLab hands it over
        """The bytes of the object."""
        return self.body


def pdf_text(text: str) -> bytes:
    """A text string of PDF."""
    if not text.isascii():
        return b"<feff%s>" % text.encode("utf-16-be").hex().encode()
    raw = text.encode("ascii")
    return b"(%s)" % raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


class Document(pdfdoc.PDFDocument):
    """A file whose bytes depend on nothing but its content."""

    def __init__(self, language: str, made_at: datetime) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self._timeStamp = Moment(made_at)
        self.made_at = str(self._timeStamp)
        # by name of the font; its letters are embedded when the file is finished
        self.letters_used: dict[str, Any] = {}

    def getInternalFontName(self, psfontname: str) -> str:
        """Refuse the fonts every reader is said to have: PDF/A wants each font embedded."""
        raise ValueError(f"{psfontname} is not embedded")

    def addPage(self, page: pdfdoc.PDFPage) -> None:
        """Add a page that knows its place in the structure and is read in that order."""
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self.pageCounter - 1, "/S"
        super().addPage(page)

    def reserve(self, name: str) -> int:
        """Number an object that is written later."""
        self.Reference(Raw(), name)
        return self.number(name)

    def number(self, name: str) -> int:
        """The number of an object with this name."""
        return int(self.idToObjectNumberAndVersion[name][0])

    def fill(self, name: str, body: bytes) -> None:
        """Write a reserved object."""
        self.idToObject[name] = Raw(body)

    def stream(self, name: str, content: bytes, head: bytes = b"", *, packed: bool = True) -> pdfdoc.PDFObjectReference:
        """A stream with these bytes; metadata stays readable for programs that know no PDF."""
        if packed:
            content, head = zlib.compress(content, 9), head + b"/Filter/FlateDecode"
        body = b"<<%s/Length %d>>\nstream\n%s\r\nendstream" % (head, len(content), content)
        reference: pdfdoc.PDFObjectReference = self.Reference(Raw(body), name)
        return reference

    def format(self) -> bytes:
        """The whole file: streams as objects, the rest packed in streams of objects."""
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        file = _File()
        loose, last = [], 0
        while last + 1 in self.numberToId:  # objects may ask for others while they are written
            last += 1
            body = pdfdoc.format(self.idToObject[self.numberToId[last]], self, toplevel=1).strip()
            if body.endswith(b"endstream"):
                file.add(last, _ended(body))
            else:
                loose.append((last, body))
        for start in range(0, len(loose), _PACKED):
            last += 1
            file.pack(last, loose[start : start + _PACKED])
        return file.finished(last + 1, root.format(self), info.format(self))


class _File:
    """The bytes of a file as they grow, and where each object lies."""

    def __init__(self) -> None:
        self._parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        self._size = len(self._parts[0])
        self._where: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

    def add(self, number: int, body: bytes) -> None:
        self._where[number] = 1, self._size, 0
        self._parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        self._size += len(self._parts[-1])

    def pack(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        index, offset = [], 0
        for place, (inner, body) in enumerate(objects):
            self._where[inner] = 2, number, place
            index.append(b"%d %d" % (inner, offset))
            offset += len(body) + 1
        head = b" ".join(index) + b"\n"
        packed = zlib.compress(head + b"\n".join(body for _, body in objects))
        keys = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % (len(objects), len(head), len(packed))
        self.add(number, b"%s\nstream\n%s\r\nendstream" % (keys, packed))

    def finished(self, number: int, root: bytes, info: bytes) -> bytes:
        # The identity is that of the content, so the same letter is the same file.
        identity = hashlib.md5(b"".join(self._parts), usedforsecurity=False).hexdigest().encode()
        start = self._size
        self._where[number] = 1, start, 0
        table = zlib.compress(b"".join(struct.pack(">BIH", *self._where[n]) for n in range(number + 1)))
        keys = b"<</Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[<%s><%s>]/Filter/FlateDecode/Length %d>>" % (
            number + 1,
            root,
            info,
            identity,
            identity,
            len(table),
        )
        self.add(number, b"%s\nstream\n%s\r\nendstream" % (keys, table))
        self._parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._parts)


def _ended(body: bytes) -> bytes:
    """One end of line before endstream that /Length does not count (PDF/A-2, 6.1.7.1).

    Both signs of it, so that content which ends in the first is not taken for a part of it.
    """
    head, _, rest = body.partition(b"\nstream\n")
    found = re.search(rb"/Length (\d+)", head)
    if found is None:
        raise ValueError("a stream without its length")
    return head + b"\nstream\n" + rest[: int(found[1])] + b"\r\nendstream"
