# SPDX-License-Identifier: MIT
"""A person at the program who says two things of a child, or who presses Ctrl+Z: a process to be killed and begun anew.

`undo_driver.py say VAULT` writes and waits for its end; `undo_driver.py undo VAULT` tells what stood there before and
after Ctrl+Z in the family's own window.
"""

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from sqlmodel import select

from desktop.application import make_application
from desktop.paths import settings_file
from desktop.program import Program
from desktop.settings import Settings
from models.records.family import Family, FamilyState
from models.records.person import Person, PersonKind
from models.store.vault import open_vault
from models.work.edit_person import WhatMattersDraft, say_what_matters
from resources import path
from tests import tree
from tests.eye import settle

PASSPHRASE = tree.table(path("demo", "mellomvik.toml"))["passphrase"]


def main() -> None:
    """Say or undo."""
    settings = Settings(settings_file())
    program = Program(make_application(settings), settings)
    program.enter(open_vault(Path(sys.argv[2]), bytearray(PASSPHRASE, "utf-8")))
    program.frame.open()
    workspace = program.sitting.workspace
    family, child = workspace.read(first_child)
    if sys.argv[1] == "say":
        for words in ("fotball", "sjakk"):
            workspace.do(say_what_matters, child, WhatMattersDraft(words=words))
        print("said", workspace.read(matters, child), flush=True)
        sys.stdin.readline()
    program.sitting.main.navigator.open("family", id=str(family), tab="changes")
    program.frame.activateWindow()
    settle()
    before = workspace.read(matters, child)
    QTest.keySequence(program.frame, "Ctrl+Z")
    settle()
    print("undone", before, workspace.read(matters, child), flush=True)


def first_child(session):
    """A child of a family that is open."""
    asked = select(Family.id, Person.id).join(Person, Person.family_id == Family.id)
    return session.exec(
        asked.where(Family.state == FamilyState.OPEN, Person.kind == PersonKind.CHILD).order_by(Person.id)
    ).first()


def matters(session, child):
    """What stands there now."""
    return session.get(Person, child).what_matters


if __name__ == "__main__":
    main()
