# SPDX-License-Identifier: MIT
"""A vault full of marks with a page of notes destroyed, and the person who looks at it and has it rescued."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.clock import now
from models.store import recovery_change
from models.store.btree import walk
from models.store.pages import SIZE, Pages
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault
from models.values.act import Act
from models.values.ids import new_id
from models.work.edit_staff import StaffDraft
from models.work.register_family import FamilyDraft, register_family
from models.work.set_up import FIRST_ROLES, MunicipalityDraft, set_up
from models.work.write_note import NoteDraft, write_note

NOTES = 12


def damaged_vault(folder, mark, passphrase):
    """A family and its notes, each with a mark; one page of the notes cannot be read."""
    vault = create_vault(folder, NewVault("Kari Nordvik", cost=FLOOR), bytearray(passphrase.encode()))
    recovery_change.confirm(vault, ["".join(sheet) for sheet in vault.recovery_sheets])
    act = Act(new_id(), "Kari Nordvik", FIRST_ROLES, now())
    with vault.database.working(act) as session:
        set_up(session, act, MunicipalityDraft(name="Mellomvik"), StaffDraft(name="Kari Nordvik"), vault.slot)
        born = act.today - timedelta(days=2000)
        family = FamilyDraft(child_given_name="Emma", child_family_name=mark, born_on=born, wish=mark)
        id = register_family(session, act, family)
        for number in range(NOTES):
            write_note(session, act, id, NoteDraft(text=f"{mark}{number} " * 60, with_whom=mark))
    with vault.database.reading() as session:
        root = session.connection().exec_driver_sql("SELECT rootpage FROM sqlite_schema WHERE name = 'contactnote'")
        root = root.scalar_one()
    key = vault.database.key_copy()
    vault.database.checkpoint()
    vault.close()
    with closing(Pages(folder / "vault.db", key)) as pages:
        page = max(walk(pages, root).seen)
    with (folder / "vault.db").open("r+b") as file:
        file.seek((page - 1) * SIZE)
        file.write(bytes(SIZE))


def look_and_rescue(hand, folder, passphrase):
    """The program meets the damage as it opens; then everything the page on damage offers."""
    eye = hand.eye
    hand.program.begin(Path(folder))
    eye.write("Passord", passphrase)
    eye.key(Qt.Key.Key_Return)
    hand.waits(lambda: eye.sees("Kontroller hvelvet"))
    eye.write("Passord", passphrase)
    eye.press("Kontroller hvelvet")
    hand.waits(lambda: eye.says("Familier det gjelder"))
    eye.press("Redd det som kan leses")
    hand.waits(lambda: eye.sees("Gå til det nye hvelvet"))
