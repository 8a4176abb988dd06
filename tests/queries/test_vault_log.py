# SPDX-License-Identifier: MIT
"""The whole log: found by person, what, family and day; and who sees what of it."""

from datetime import timedelta

import pytest

from models.queries.access import visible
from models.queries.vault_log import LogSearch, vault_log
from models.records.person import AddressProtection
from models.store.sitting import NOBODY
from models.values.act import Role
from models.work.edit_staff import StaffDraft, edit_staff
from models.work.open_family import log_opening


@pytest.fixture
def haugen(desk, story):
    family = story.family("Haugen").child("Emil")
    desk.do(log_opening, family.id)
    return family


def lines(desk, text="", **values):
    found = desk.read(vault_log, desk.staff_id, desk.today(), LogSearch(text, **values))
    return [one.told_in(values.get("language", "nb")) for one in found]


@pytest.mark.parametrize("text", ["Haugen", "Emil", "Bakken", "åpnet", "Ingrid åpnet Haugen"])
def test_a_line_is_found_by_person_what_and_family(desk, haugen, text):
    assert "Åpnet familien" in lines(desk, text)


def test_what_the_key_on_paper_did_is_found_by_its_name(desk, haugen):
    paper = desk.as_staff(NOBODY, "gjenopprettingsnøkkelen", Role.COORDINATING_UNIT)
    paper.do(log_opening, haugen.id)
    assert lines(desk, "gjenopprettingsnøkkelen") == ["Åpnet familien"]


def test_a_name_that_many_families_have_finds_their_newest_lines(desk, haugen, monkeypatch):
    monkeypatch.setattr("models.queries.vault_log.FEW", 1)
    assert lines(desk, "Haugen") == lines(desk, "haugen emil") != []


def test_every_word_must_fit(desk, haugen):
    assert lines(desk, "Haugen nødutgang") == []


def test_the_words_are_those_of_the_screens_language(desk, haugen):
    assert lines(desk, "opna", language="nn") == ["Opna familien"]


def test_a_span_of_days_holds_its_last_day(desk, haugen, clock, today):
    clock.forward(days=3)
    assert lines(desk, from_on=today, to_on=today)
    assert lines(desk, from_on=today + timedelta(days=1)) == []


def test_the_log_comes_a_part_at_a_time_and_misses_nothing(desk, haugen):
    read, before = [], None
    while part := desk.read(vault_log, desk.staff_id, desk.today(), LogSearch(), before, 2):
        read += [one.n for one in part]
        before = part[-1].n
    assert read == sorted(read, reverse=True)
    assert len(read) == len(lines(desk))


def test_a_clock_set_back_is_told_on_its_line(desk, story, haugen, clock):
    clock.forward(hours=-2)
    story.family("Lie")
    found = desk.read(vault_log, desk.staff_id, desk.today(), LogSearch())
    assert [one.family for one in found if one.clock_back] == ["Lie"]


def test_an_administrator_alone_sees_no_family_in_the_log(desk, story, haugen):
    tor = story.staff("Tor Vik", roles="administrator")
    desk.do(edit_staff, tor, StaffDraft(name="Tor Vik", roles=frozenset({Role.ADMINISTRATOR}), phone="57 00 00 42"))
    alone = desk.as_staff(tor, "Tor Vik", Role.ADMINISTRATOR)
    found = alone.read(vault_log, tor, alone.today(), LogSearch())
    assert {one.record for one in found} == {"staff"}
    assert lines(alone, "Haugen") == []
    assert alone.read(visible, tor) is not None


def test_a_coordinator_reads_no_log_of_the_whole_vault(desk, story, haugen):
    berit = story.staff("Berit Fjell")
    assert lines(desk.as_staff(berit, "Berit Fjell", Role.COORDINATOR)) == []


def test_an_auditor_reads_what_was_done_but_never_a_protected_family_s_name(desk, story):
    family = story.family("Lie").child("Ada", address_protection=AddressProtection.STRICT)
    desk.do(log_opening, family.id)
    eva = story.staff("Eva Holm", roles="auditor")
    auditor = desk.as_staff(eva, "Eva Holm", Role.AUDITOR)
    found = auditor.read(vault_log, eva, auditor.today(), LogSearch())
    assert {one.family for one in found if one.family_id} == {"Skjermet familie"}
    assert lines(auditor, "Lie") == []


def test_what_stood_in_a_family_is_not_told_in_the_whole_log(desk, haugen):
    found = desk.read(vault_log, desk.staff_id, desk.today(), LogSearch())
    assert not [one for one in found if one.family_id and one.changes]
