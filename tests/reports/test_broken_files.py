# SPDX-License-Identifier: MIT
"""The validator that judges our files catches what is broken: a proof that its silence about ours means something."""

from collections.abc import Callable
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject, StreamObject, TextStringObject

from reports.blocks import Paragraph, Run
from reports.build import render
from reports.pdfa.fonts import font
from tests.reports.paper_samples import plan

LINK = Paragraph((Run("Les mer på "), Run("helsenorge.no", link="https://www.helsenorge.no")))
SAMPLE = plan(1)
GOOD = render(plan(1, blocks=(*SAMPLE.blocks, LINK)))
BOTH, ARCHIVE, ACCESS = {"2a", "ua1"}, {"2a"}, {"ua1"}


class Opened:
    """The good file, open to be broken."""

    def __init__(self):
        self.writer = pypdf.PdfWriter(clone_from=BytesIO(GOOD))
        self.root: Any = self.writer.root_object

    def first(self, key: str, value: str, having: str = "") -> Any:
        """The first object where this key has this value."""
        made = map(self.writer.get_object, count(1))
        return next(
            one for one in made if isinstance(one, DictionaryObject) and one.get(key) == value and having in (*one, "")
        )

    def closed(self) -> bytes:
        """The bytes of the file as it is now."""
        out = BytesIO()
        self.writer.write(out)
        return out.getvalue()


Change = Callable[[Opened], object]


def without(key: str, *, of: tuple[str, str] | None = None) -> Change:
    """Take an entry away, from the catalog or from the first object that has this value."""

    def change(file: Opened) -> None:
        del (file.first(*of, having=key) if of else file.root)[key]

    return change


def tag(role: str, other: str) -> Change:
    """Call the first element of this kind something else."""
    return lambda file: file.first("/S", role).update({NameObject("/S"): NameObject(other)})


def packet(old: str, new: str) -> Change:
    """Let the file say something else of itself."""

    def change(file: Opened) -> None:
        stream: StreamObject = file.root["/Metadata"]
        stream.set_data(stream.get_data().replace(old.encode(), new.encode()))

    return change


def painted(extra: bytes) -> Change:
    """Paint something more on the first page."""

    def change(file: Opened) -> None:
        contents = file.writer.pages[0]["/Contents"].get_object()
        contents.set_data(contents.get_data() + extra)

    return change


def script(file: Opened) -> None:
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    file.root[NameObject("/OpenAction")] = DictionaryObject(action)


FAULTS: dict[str, tuple[Change, set[str]]] = {
    "a picture without words": (without("/Alt", of=("/S", "/Figure")), ACCESS),
    "a tag of nobody's": (tag("/H2", "/Overskrift"), BOTH),
    "a heading that skips a level": (tag("/H3", "/H5"), ACCESS),
    "a list item outside its list": (tag("/L", "/Div"), ACCESS),
    "a row outside its table": (tag("/Table", "/Sect"), ACCESS),
    "a head that names neither column nor row": (without("/A", of=("/S", "/TH")), ACCESS),
    "a font left to the reader": (without("/FontFile2", of=("/Type", "/FontDescriptor")), BOTH),
    "letters without a meaning": (without("/ToUnicode", of=("/Type", "/Font")), BOTH),
    "no metadata": (without("/Metadata"), BOTH),
    "metadata that claims no archive standard": (packet("pdfaid:part>2<", "pdfaid:part>1<"), ARCHIVE),
    "metadata that claims no standard of access": (packet("<pdfuaid:part>1</pdfuaid:part>", ""), ACCESS),
    "no title in the metadata": (packet("dc:title", "dc:source"), BOTH),
    "no language": (without("/Lang"), ACCESS),
    "no structure": (without("/StructTreeRoot"), BOTH),
    "a structure that is not announced": (without("/MarkInfo"), BOTH),
    "a title that is not shown": (without("/ViewerPreferences"), ACCESS),
    "colours without a profile": (without("/OutputIntents"), ARCHIVE),
    "a link that says nothing": (without("/Contents", of=("/Subtype", "/Link")), ACCESS),
    "a link outside the structure": (without("/StructParent", of=("/Subtype", "/Link")), ACCESS),
    "a link that does not print": (without("/F", of=("/Subtype", "/Link")), ARCHIVE),
    "words that belong to nothing": (
        painted(b"\nBT /R0 10 Tf 50 50 Td (%c) Tj ET" % font("Regular").codes["e"][1]),
        ACCESS,
    ),
    "the empty box": (painted(b"\n/Artifact BMC BT /R0 10 Tf 50 50 Td (\\000) Tj ET EMC"), BOTH),
    "a colour for the press": (painted(b"\n/Artifact BMC 0 1 0 0 k 5 5 5 5 re f EMC"), ARCHIVE),
    "a script": (script, ARCHIVE),
    "a password": (lambda file: file.writer.encrypt("", "hemmelig"), ARCHIVE),
}


def judged(content: bytes, folder: Path) -> set[str]:
    """The standards that the file does not meet."""
    file = folder / "document.pdf"
    file.write_bytes(content)

    def met(profile: str) -> bool:
        try:
            return not page.validate_pdf(str(file), profile=profile).failures
        except Exception:  # what can not be read at all is not met either
            return False

    return {profile for profile in BOTH if not met(profile)}


def test_the_file_itself_written_anew_is_good(tmp_path):
    assert judged(Opened().closed(), tmp_path) == set()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_file_is_caught(fault, tmp_path):
    change, caught = FAULTS[fault]
    file = Opened()
    change(file)
    assert judged(file.closed(), tmp_path) == caught


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_half_a_file_is_caught(share, tmp_path):
    assert judged(GOOD[: int(len(GOOD) * share)], tmp_path) == BOTH
