# SPDX-License-Identifier: MIT
"""A file of PDF 1.7 as PDF/A-2 wants it: objects packed together, and bytes that depend on nothing but the content."""

import base64
import hashlib
import struct
import zlib
from datetime import datetime
from urllib.parse import quote

# The sRGB profile (ICC 4.2) with a date of zero, so that files repeat.
PACKED_SRGB = base64.b85decode(
    "c-obbJxjw-7==$;MbSzJ9Yh>5RB>oQ6vR>M(4|PJ6|A~6w@E7`X-HC}xC$-~1qac^ufczytKh0o5EMbg-{99GC7v{e7SX}?a`Qf%"
    "-1BmC0t8c<(Csb>&<)4RBoop~ZdK~3Bf!<Hys*vrbUKAU>+{|}dl&a+;eXX%P;3DNddV}wv>fsrIkoAS9`BNeL@8e&ACqGiFG#-e"
    "blK+@kBdIPdu(Mh3qa7DDHS_d?qE@}bn*l_s%sU|x{voIVZ~TpVjtlig^di7NI-&&3O1m@L7d%SX21I;o4!Sq=@ERIsKTP7h!VXq"
    "sufOE*j4HZmxijB`_DXWb$ZI59!>z=&#wD62K4L!jhgFzow#n}6bL;5S4P`kW=^vo)N5@mdIUtafs5<5Chr56JHYUxnYZ#yDa0LA"
    "Rp9j;7{~#Gb)av}&#LtvXAeMji@)d=I5-5xc|NlK4ZMzLb^"
)
# More objects in one stream pack no better, and readers must unpack them all for one.
_PACKED = 100


def pdf_text(text: str) -> bytes:
    """A text string of PDF."""
    if not text.isascii():
        return b"<feff%s>" % text.encode("utf-16-be", "replace").hex().encode()
    raw = text.encode("ascii")
    return b"(%s)" % raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def pdf_url(url: str) -> bytes:
    """An address as a file may hold it: other letters than those of ASCII by their codes."""
    return pdf_text(quote(url, safe="%/:?#[]@!$&'()*+,;=", errors="replace"))


def pdf_date(when: datetime) -> bytes:
    """A moment as PDF writes it."""
    zone = f"{when:%z}" or "+0000"
    return f"(D:{when:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}')".encode()


class File:
    """Objects by number, and at last the bytes of them all."""

    def __init__(self) -> None:
        self._objects = [b""]
        self._streams: dict[int, bytes] = {}

    def reserve(self) -> int:
        """The number of an object that is written later."""
        self._objects.append(b"")
        return len(self._objects) - 1

    def fill(self, number: int, body: bytes) -> None:
        """Write a reserved object."""
        self._objects[number] = body

    def add(self, body: bytes) -> int:
        """Write an object; gives its number."""
        self._objects.append(body)
        return len(self._objects) - 1

    def stream(self, content: bytes, head: bytes = b"", *, packed: bool = True) -> int:
        """Write a stream; metadata stays readable for programs that know no PDF."""
        if packed:
            content, head = zlib.compress(content), head + b"/Filter/FlateDecode"
        number = self.reserve()
        # Both signs of an end of line, so that content which ends in the first is not taken for a part of it.
        self._streams[number] = b"<<%s/Length %d>>\nstream\n%s\r\nendstream" % (head, len(content), content)
        return number

    def finished(self, root: int, info: int) -> bytes:
        """The whole file: streams as objects, the rest packed in streams of objects."""
        bytes_ = _Bytes()
        for number, body in self._streams.items():
            bytes_.add(number, body)
        loose = [number for number in range(1, len(self._objects)) if number not in self._streams]
        last = len(self._objects) - 1
        for start in range(0, len(loose), _PACKED):
            last += 1
            bytes_.pack(last, [(number, self._objects[number]) for number in loose[start : start + _PACKED]])
        return bytes_.finished(last + 1, root, info)


class _Bytes:
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
        packed = zlib.compress(head + b"\n".join([body for _, body in objects]))
        keys = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % (len(objects), len(head), len(packed))
        self.add(number, b"%s\nstream\n%s\r\nendstream" % (keys, packed))

    def finished(self, number: int, root: int, info: int) -> bytes:
        # The identity is that of the content, so the same letter is the same file.
        identity = hashlib.md5(b"".join(self._parts), usedforsecurity=False).hexdigest().encode()
        start = self._size
        self._where[number] = 1, start, 0
        pack, where = struct.Struct(">BIH").pack, self._where
        table = zlib.compress(b"".join([pack(*where[n]) for n in range(number + 1)]))
        keys = b"<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]/Filter/FlateDecode/Length %d>>" % (
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
