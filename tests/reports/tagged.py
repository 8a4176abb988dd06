# SPDX-License-Identifier: MIT
"""The structure of a finished file, read back by another library."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pypdf


@dataclass(frozen=True)
class Tag:
    """A structure element as it stands in the file."""

    role: str
    language: str
    alt: str
    read: str
    attributes: dict[str, str]
    tags: list["Tag"]
    objects: list[dict[str, Any]] = field(default_factory=list)

    def all(self, role: str) -> list["Tag"]:
        """Every element of this kind, in reading order."""
        return [tag for tag in self.everything() if tag.role == role]

    def everything(self) -> Iterator["Tag"]:
        """The element and all below it."""
        yield self
        for tag in self.tags:
            yield from tag.everything()


def tags(content: bytes) -> Tag:
    """The element «Document» of the file."""
    return _tag(pypdf.PdfReader(BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]["/K"])


def _tag(element: Any) -> Tag:
    told = (element.get(key, "") for key in ("/Lang", "/Alt", "/ActualText"))
    made = Tag(element["/S"][1:], *told, _attributes(element), [])
    kids = element.get("/K", [])
    for kid in (kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])):
        if not isinstance(kid, dict):
            continue
        if kid.get("/Type") == "/OBJR":
            made.objects.append(kid["/Obj"])
        elif "/S" in kid:
            made.tags.append(_tag(kid))
    return made


def _attributes(element: Any) -> dict[str, str]:
    groups = element.get("/A", [])
    found = {}
    for group in (one.get_object() for one in (groups if isinstance(groups, list) else [groups])):
        found |= {key[1:]: str(value).lstrip("/") for key, value in group.items() if key != "/O"}
    return found
