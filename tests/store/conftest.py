# SPDX-License-Identifier: MIT
"""The office that working days are spent in: a closed vault with a municipality and one coordinator."""

import shutil

import pytest

from models.store.schema import open_database
from tests.conftest import Clock, Desk, vault_key
from tests.store.working_day import WorkingDay
from tests.story import Story


@pytest.fixture(scope="session")
def office_template(empty_vault, tmp_path_factory):
    """Made once: copying is quicker than making."""
    folder = tmp_path_factory.mktemp("office") / "vault"
    shutil.copytree(empty_vault, folder)
    database = open_database(folder, vault_key())
    Story(Desk(database, Clock())).municipality(address="Postboks 12", postal_code="6898", place="Mellomvik")
    database.checkpoint()
    database.close()
    return folder


@pytest.fixture
def office(office_template, tmp_path):
    """A closed vault of one's own."""
    folder = tmp_path / "vault"
    shutil.copytree(office_template, folder)
    return folder


@pytest.fixture(scope="session")
def filled_template(office_template, tmp_path_factory):
    """The same office after a day's work: long notes, papers, drafts and all that comes with them."""
    folder = tmp_path_factory.mktemp("filled") / "vault"
    shutil.copytree(office_template, folder)
    database = open_database(folder, vault_key())
    WorkingDay(database, 3, lambda _fact: None).work(16)
    database.checkpoint()
    database.close()
    return folder
