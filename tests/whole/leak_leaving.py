# SPDX-License-Identifier: MIT
"""A day on which things leave: files handed over and taken in, the waste bin, logs on paper, deletion for good."""

from datetime import timedelta
from uuid import UUID

from PySide6.QtWidgets import QFileDialog

from desktop.clock import now
from desktop.workspace import Person, Workspace
from models.queries.journal import journal
from models.rules.bin_rules import BinReason
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault
from models.values.act import Act, Role
from models.values.ids import new_id
from models.work.bin import BinDraft, put_in_bin
from models.work.delete_for_good import DeletionDraft, propose_deletion
from models.work.edit_staff import StaffDraft, add_staff
from models.work.hand_over import HandOverDraft, Way, Whereto, check_hand_over, hand_over, sealed_file
from models.work.handover_reading import own_address
from models.work.register_family import FamilyDraft, register_family
from models.work.set_up import FIRST_ROLES, MunicipalityDraft, set_up
from tests.eye import PRESSABLE, settle
from views.pages.handover.words_to_tell import WordsToTell


def day(hand, vault):
    """What leaves and what comes; gives the family that is still worked with."""
    propose_long_ago(hand, vault)
    family = hand.register()
    hand.write_a_note(family)
    throw_and_restore(hand, family)
    print_logs(hand, family)
    delete_for_good(hand)
    make_a_file(hand, family, vault.folder.with_name("sendt.laget.age"))
    take_a_file_in(hand, vault.folder)
    return family


def propose_long_ago(hand, vault):
    """A family that should never have been registered, and the colleague who proposed that it be deleted."""
    workspace = hand.program.sitting.workspace

    def did(days, person, work, *args):
        act = Act(person.staff_id, person.name, person.roles, now() - timedelta(days=days))
        with vault.database.working(act) as session:
            return work(session, act, *args)

    draft = StaffDraft(name=f"Berit {hand.marked()}", roles=frozenset({Role.COORDINATING_UNIT}))
    berit = Person(did(200, workspace.person, add_staff, draft), draft.name, draft.roles)
    family = did(100, berit, register_family, family_draft(hand))
    did(90, berit, put_in_bin, "family", family, BinDraft(reason=BinReason.MISTAKE))
    rule = DeletionDraft(rule="registered_by_mistake", reference=hand.marked())
    did(50, berit, propose_deletion, "family", family, rule)


def family_draft(hand):
    return FamilyDraft(
        child_given_name=f"Emma {hand.marked()}",
        child_family_name=hand.marked(),
        born_on=now().date() - timedelta(days=2000),
        address=hand.marked(),
        wish=hand.marked(),
    )


def throw_and_restore(hand, family):
    """A note into the bin, and out of it again."""
    hand.write_a_note(family)
    workspace = hand.program.sitting.workspace
    note = next(one.note for one in workspace.read(journal, UUID(family), workspace.staff_id) if one.note)
    hand.open("family", id=family, tab="to_bin", record="contactnote", item=str(note.id))
    hand.eye.choose("Hvorfor", "Ført på feil familie")
    hand.eye.press("Legg i papirkurven")
    hand.open("waste_bin", family=family)
    hand.eye.press("Hent ut igjen")
    assert hand.eye.sees("Papirkurven er tom")


def print_logs(hand, family):
    """The family's log on paper, a search in all of it, and one person's log printed and saved."""
    hand.open("family", id=family, tab="access_log")
    hand.eye.press("Lag utskrift til familien")
    hand.eye.press("Skriv ut")
    hand.open("vault_log")
    hand.eye.write("Søk etter person, familie eller hendelse", hand.marked())
    hand.eye.write("Søk etter person, familie eller hendelse", "familie")
    for way in ("Skriv ut for en person", "Lagre for en person"):
        hand.eye.find(PRESSABLE, way).menu().actions()[0].trigger()
        settle()


def delete_for_good(hand):
    """What was proposed long ago, by another; then the protocol on paper."""
    hand.open("deletions")
    hand.eye.press("Slett for godt")
    hand.eye.press("Protokoll over sletting")


def make_a_file(hand, family, target):
    """To another municipality, closed with words."""
    QFileDialog.getSaveFileName = lambda *_: (str(target), "")
    hand.open("hand_over", families=family)
    hand.eye.press("Flytter til en annen kommune")
    hand.eye.write("Dato for samtykket", "i dag")
    hand.eye.press("Ord på telefon")
    hand.fill()
    hand.secrets.append(hand.program.sitting.main.findChild(WordsToTell).words)
    hand.eye.press("Lag overleveringsfil")
    hand.waits(target.exists)
    hand.waits(lambda: hand.eye.says("Filen er laget"))


def take_a_file_in(hand, folder):
    """From another municipality's vault, with its receipt printed."""
    source = folder.with_name("kommet.laget.age")
    source.write_bytes(file_from_elsewhere(hand, folder.with_name("Annet")))
    QFileDialog.getOpenFileName = lambda *_: (str(source), "")
    hand.open("receive_family")
    hand.eye.press("Velg fil …")
    hand.waits(lambda: hand.eye.sees("Ansvarlig her"))
    hand.eye.choose("Ansvarlig her", "Kari Nordvik")
    hand.eye.press("Ta imot")
    hand.waits(lambda: hand.eye.sees("Skriv ut kvittering"))
    hand.eye.press("Skriv ut kvittering")


def file_from_elsewhere(hand, folder):
    """The bytes of a file that another municipality made for this vault."""
    key = hand.program.sitting.workspace.do(own_address)
    other = create_vault(folder, NewVault("Tor Vik", cost=FLOOR), bytearray(b"et helt annet passord"))
    tor = Person(new_id(), "Tor Vik", FIRST_ROLES)
    there = Workspace(other.database, tor)
    there.do(set_up, MunicipalityDraft(name="Fjellvik kommune"), StaffDraft(name=tor.name), other.slot)
    family = there.do(register_family, family_draft(hand))
    draft = HandOverDraft(
        receiver_name=f"Kari {hand.marked()}",
        whereto=Whereto.OUTSIDE,
        receiver_municipality="Mellomvik kommune",
        consent_on=there.today(),
        consent_told=hand.marked(),
        way=Way.KEY,
        receiver_key=key,
    )
    sender, written = there.do(check_hand_over, [family], draft), []
    there.do(hand_over, there.read(sealed_file, sender, [family], draft), written.append)
    there.close()
    other.close()
    return written[0]
