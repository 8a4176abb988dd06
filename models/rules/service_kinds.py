# SPDX-License-Identifier: MIT
"""Usual services as data: the start set of the register, and what a kind tells of a service."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from models.values.picture import Nearness
from resources import path

DEFAULT_ICON = "network"


@dataclass(frozen=True, slots=True)
class ServiceKind:
    """A usual service: what it is called, who runs it, and what it helps with."""

    key: str
    level: str
    name: Mapping[str, str]
    helps: Mapping[str, str]
    sector: str = ""
    icon: str = DEFAULT_ICON


@cache
def service_kinds() -> Mapping[str, ServiceKind]:
    """Every kind by its key, in the order of the start set."""
    found = tomllib.loads(path("law", "service_kinds.toml").read_text("utf-8"))["kind"]
    return {entry["key"]: ServiceKind(**entry) for entry in found}


def icon_of(kind: str) -> str:
    """The picture beside a service of this kind."""
    known = service_kinds().get(kind)
    return known.icon if known else DEFAULT_ICON


def nearness(level: str, sector: str) -> Nearness:
    """Where it stands in the picture on paper."""
    if sector == "specialist_health":
        return "specialist"
    return "municipality" if level == "municipal" else "other"
