# SPDX-License-Identifier: MIT
"""Which duty to cooperate binds the service a letter goes to (guideline ch. 4; the table in domain § 3)."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace

from models.rules.law import LawEdition
from models.values.letter import LawReference
from resources import path

SECTORS: Mapping[str, str] = tomllib.loads(path("law", "sectors.toml").read_text("utf-8"))


def cooperation_reference(law: LawEdition, sector: str, language: str) -> LawReference:
    """The sector's provision under the id `cooperation_<sector>`, as the letter to the service asks for it."""
    return replace(law.reference(SECTORS[sector], language), id=f"cooperation_{sector}")
