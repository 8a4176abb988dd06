# SPDX-License-Identifier: MIT
"""Which rules may let a service tell without consent: it depends on whose law binds the one that tells (R32)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from models.rules.law import LawEdition
from resources import path


@dataclass(frozen=True, slots=True)
class Giver:
    """One kind of service that tells: the duty that binds it, and the rules that may open it."""

    key: str
    secrecy: str
    rules: tuple[str, ...]
    sectors: tuple[str, ...]


def _read() -> Mapping[str, Giver]:
    found = tomllib.loads(path("law", "sharing.toml").read_text("utf-8"))
    return {key: Giver(key, one["secrecy"], tuple(one["rules"]), tuple(one["sectors"])) for key, one in found.items()}


GIVERS: Mapping[str, Giver] = _read()


def giver_of(sector: str) -> str:
    """The kind of giver a service of this sector is; for health the strictest, since people there are bound too."""
    return next((giver.key for giver in GIVERS.values() if sector in giver.sectors), "")


def rules_for(giver: str, law: LawEdition) -> tuple[str, ...]:
    """The provisions this giver may build on that day; none for a giver nobody knows."""
    known = GIVERS.get(giver)
    return tuple(rule for rule in known.rules if law.has(rule)) if known else ()
