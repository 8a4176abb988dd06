# SPDX-License-Identifier: MIT
"""The county governor's name as it is written in each målform, whichever it was entered in."""

from resources.catalogue import LANGUAGES, fill

KEY = "letters_complaint.county_governor"


def county_governor_in(entered: str, language: str) -> str:
    """«Statsforvaltaren i Vestland» in nynorsk for «Statsforvalteren i Vestland»; another name stays as it is."""
    first, _, rest = entered.partition(" ")
    known = {fill(KEY, each) for each in LANGUAGES}
    return f"{fill(KEY, language)} {rest}".strip() if not first or first in known else entered
