# SPDX-License-Identifier: MIT
"""The structure of a document as assistive technology reads it: elements, artifacts and the tree."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reports.pdfa.writer import File, pdf_text


class Marked(NamedTuple):
    """A sequence of marked content, by its number on a page."""

    page: int
    number: int


class Linked(NamedTuple):
    """A place on a page that leads somewhere, by the number of its object."""

    page: int
    number: int


class Element:
    """A structure element; it takes its place in the tree when something of it is first painted."""

    __slots__ = ("alt", "attributes", "kids", "language", "number", "parent", "placed", "read", "role")

    def __init__(
        self,
        role: str,
        parent: "Element | None" = None,
        *,
        alt: str = "",
        read: str = "",
        language: str = "",
        attributes: Mapping[str, str] | None = None,
    ) -> None:
        self.role, self.parent, self.language = role, parent, language
        # `alt` tells what is seen; `read` is what stands there, where it is painted in another order
        self.alt, self.read = alt, read
        self.attributes = dict(attributes or {})
        self.kids: list[Element | Marked | Linked] = []
        self.placed, self.number = parent is None, 0

    def place(self) -> None:
        """Hang the element under its parent, so that the tree is in the order of painting."""
        if self.placed or self.parent is None:
            return
        self.placed = True
        self.parent.place()
        self.parent.kids.append(self)

    def everything(self) -> "Iterator[Element]":
        """The element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.everything()


class Artifact:
    """What is painted outside the structure: ornament, or the furniture of the page."""

    __slots__ = ("begin",)

    def __init__(self, properties: str = "") -> None:
        self.begin = f"/Artifact <<{properties}>> BDC" if properties else "/Artifact BMC"


Owner = Element | Artifact

ORNAMENT = Artifact()
HEADER = Artifact("/Type/Pagination/Subtype/Header/Attached[/Top]")
FOOTER = Artifact("/Type/Pagination/Subtype/Footer/Attached[/Bottom]")
REPEATED = Artifact("/Type/Pagination")


def write_tree(file: File, root: Element, pages: Sequence[int], parents: Sequence[Sequence[Element] | Element]) -> int:
    """Write the tree; `parents` are by key the elements of a page's marks, or the one of a place that leads on."""
    elements = list(root.everything())
    for element in elements:
        element.number = file.reserve()
    tree = file.reserve()
    for element in elements:
        file.fill(element.number, _element(element, pages, tree))
    rows = [
        b"%d %d 0 R" % (key, parent.number)
        if isinstance(parent, Element)
        else b"%d[%s]" % (key, b" ".join([b"%d 0 R" % element.number for element in parent]))
        for key, parent in enumerate(parents)
    ]
    body = b"<</Type/StructTreeRoot/K %d 0 R/ParentTreeNextKey %d/ParentTree<</Nums[%s]>>>>"
    file.fill(tree, body % (root.number, len(rows), b"\n".join(rows)))
    return tree


def _element(element: Element, pages: Sequence[int], tree: int) -> bytes:
    own, kids = _kids(element, pages)
    up = element.parent.number if element.parent else tree
    parts = [b"<</Type/StructElem/S/%s/P %d 0 R" % (element.role.encode(), up)]
    if own is not None:
        parts.append(b"/Pg %d 0 R" % pages[own])
    if kids:
        parts.append(b"/K[%s]" % b" ".join(kids))
    if element.alt:
        parts.append(b"/Alt" + pdf_text(element.alt))
    if element.read:
        parts.append(b"/ActualText" + pdf_text(element.read))
    if element.language:
        parts.append(b"/Lang" + pdf_text(element.language))
    if element.attributes:
        parts.append(b"/A" + _attributes(element.attributes))
    return b"".join(parts) + b">>"


def _kids(element: Element, pages: Sequence[int]) -> tuple[int | None, list[bytes]]:
    own: int | None = None
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(b"%d 0 R" % kid.number)
        elif isinstance(kid, Linked):
            kids.append(b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (pages[kid.page], kid.number))
        else:
            own = kid.page if own is None else own
            other = b"<</Type/MCR/Pg %d 0 R/MCID %d>>"
            kids.append(b"%d" % kid.number if kid.page == own else other % (pages[kid.page], kid.number))
    return own, kids


def _attributes(attributes: Mapping[str, str]) -> bytes:
    """Attributes such as «Table.Scope» grouped by their owner."""
    groups: dict[str, str] = {}
    for key, value in attributes.items():
        owner, _, name = key.partition(".")
        groups[owner] = groups.get(owner, "") + f"/{name} {value}"
    written = "".join(f"<</O/{owner}{values}>>" for owner, values in groups.items())
    return (written if len(groups) == 1 else f"[{written}]").encode()
