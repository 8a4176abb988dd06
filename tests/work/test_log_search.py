# SPDX-License-Identifier: MIT
"""What a search that reached another's family leaves behind."""

import hashlib

from models.queries.vault_log import LogSearch, vault_log
from models.work.log_search import log_search


def searches(desk):
    found = desk.read(vault_log, desk.staff_id, desk.today(), LogSearch())
    return [one.reason for one in found if one.what == "search.elsewhere"]


def test_the_same_search_is_one_line_a_sitting_and_another_is_another(desk):
    for typed in ("Emil Haugen 14.04.2019", "emil  haugen 14.04.2019", "Ada Lie 1.2.2020"):
        desk.do(log_search, typed, 1)
    assert len(searches(desk)) == 2


def test_nobody_without_the_vault_can_guess_the_name_from_the_fingerprint(desk):
    desk.do(log_search, "Emil Haugen 14.04.2019", 1)
    (told,) = searches(desk)
    plain = hashlib.sha256(b"emil haugen 14.04.2019").hexdigest()
    assert told.split()[0] not in plain


def test_what_was_typed_is_not_told(desk):
    desk.do(log_search, "Emil Haugen 14.04.2019", 1)
    (told,) = searches(desk)
    assert told.endswith("· 1")
    assert "haugen" not in told.casefold()
