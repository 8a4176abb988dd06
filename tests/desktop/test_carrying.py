# SPDX-License-Identifier: MIT
"""Half-typed text the vault could not take: what waits is told apart from what had no room."""

import secrets
import shutil

import pytest

from desktop.carrying import carried_over, carry_over
from models.store.vault import open_vault
from tests.desktop.test_damage_commands import SAVED, words
from tests.eye import Eye
from views.start.damaged import DamagedPage, TypedLeft


@pytest.fixture
def database(tmp_path):
    vault = open_vault(shutil.copytree(SAVED, tmp_path / "hvelv"), words())
    yield vault.database
    vault.close()


def form(text):
    return {"values": {"text": text}}


def test_what_has_room_is_carried_and_what_has_none_is_counted(database):
    unkept = {"new_note/1": form("kort"), "new_note/2": form(secrets.token_hex(150_000))}
    assert carry_over(database, unkept) == {"new_note/1"}
    assert carried_over(database) == ({"new_note/1": form("kort")}, 1)
    assert carried_over(database) == ({}, 0)


def test_a_form_that_alone_has_no_room_is_counted_too(database):
    assert carry_over(database, {"new_note/1": form(secrets.token_hex(150_000))}) == frozenset()
    assert carried_over(database) == ({}, 1)


def test_the_damaged_page_calls_only_that_waiting_which_waits(qapp):
    page = DamagedPage("", TypedLeft(0, ("Lang tekst om skolen …",)))
    page.show()
    assert Eye(page).says("for langt til å vente")
    assert Eye(page).says("Lang tekst om skolen …")
    assert not Eye(page).says("Den venter her")
    page.close()
