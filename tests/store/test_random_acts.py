# SPDX-License-Identifier: MIT
"""Random days: people write, lock, are killed, take copies and put them back; what was kept is what is there."""

import copy
import json
import shutil

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, consumes, invariant, multiple, rule, run_state_machine_as_test

from models.records.document import DocumentKind
from models.records.municipality import Municipality
from models.records.note import ContactNote
from models.records.staff import Staff
from models.store.backup import sound
from models.store.engine import connect
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault, open_vault
from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from models.work.edit_family import FamilyEditDraft, edit_family
from models.work.edit_person import add_person, take_out_person
from models.work.issue_letter import LetterDraft, discard_letter, draft_letter
from models.work.keep_draft import drop_draft, keep_draft
from models.work.merge_families import MergeDraft, merge_families, undo_merge
from models.work.person_draft import PersonDraft
from models.work.register_family import FamilyDraft, register_family
from models.work.send_letter import receive_paper
from models.work.write_note import NoteDraft, correct_note, mend_note, write_note
from tests.conftest import ROLES, STAFF_ID, STAFF_NAME, Clock, Desk
from tests.store.random_vault import KnownVault

SIGNS = "abcæøåÁŋđ 12.\n'\"%_;\x1f🙂"
WORDS = st.text(SIGNS, max_size=30).map(lambda text: f"x{text}x")
LONG = st.integers(1, 900).map(lambda times: "x" + "lang tekst " * times + "x")
NAMES = st.sampled_from(["Hansen", "Øygård", "Ánne", "O'Neil", "Đ%_ng"])
FORMS = st.sampled_from(["new_family", "new_note/1", "settings"])
PDF = b"%PDF-1.7\n%synthetic\n"


class KilledInTheMiddle(Exception):
    """Raised where a kill comes between the writing and the keeping of it."""


class Writing(KnownVault):
    """What people write."""

    families, notes, letters, merges = Bundle("families"), Bundle("notes"), Bundle("letters"), Bundle("merges")

    @rule(target=families, name=NAMES, wish=WORDS)
    def register(self, name, wish):
        draft = FamilyDraft(child_given_name="Emma", child_family_name=name, guardian_given_name="Kari", wish=wish)
        family = self.desk.do(register_family, draft)
        self.model.families[family] = (name, "")
        for person in ("Emma", "Kari"):
            self.model.people[person] = self.model.people.get(person, 0) + 1
        return family

    @rule(family=families, name=NAMES, note=WORDS | LONG)
    def edit(self, family, name, note):
        draft = FamilyEditDraft(name=name, note=note)
        if not self.stands(family):
            self.refused(edit_family, family, draft)
            return
        self.desk.do(edit_family, family, draft)
        self.model.families[family] = (draft.name, draft.note)

    @rule(family=families)
    def add_a_person_and_take_one_out(self, family):
        draft = PersonDraft(given_name="Per", family_name="Berg")
        if not self.stands(family):
            self.refused(add_person, family, draft)
            return
        person = self.desk.do(add_person, family, draft)
        if self.number % 2:
            self.desk.do(take_out_person, person)
        else:
            self.model.people["Per"] = self.model.people.get("Per", 0) + 1

    @rule(target=notes, family=families, text=WORDS | LONG)
    def note(self, family, text):
        draft = NoteDraft(text=text)
        if not self.stands(family):
            self.refused(write_note, family, draft)
            return multiple()
        note = self.desk.do(write_note, family, draft)
        self.model.notes[note] = draft.text
        return note

    @rule(note=notes, text=WORDS | LONG)
    def mend(self, note, text):
        draft = NoteDraft(text=text)
        if note not in self.model.notes:
            self.refused(mend_note, note, draft)
            return
        self.desk.do(mend_note, note, draft)
        self.model.notes[note] = draft.text

    @rule(target=notes, note=notes, text=WORDS)
    def correct(self, note, text):
        draft = NoteDraft(text=text)
        self.clock.forward(hours=1)
        try:
            written = self.desk.do(correct_note, note, draft)
        except (Refusal, Refusals):
            return multiple()
        self.model.notes[written] = draft.text
        return written

    @rule(target=merges, keep=families, merge=families)
    def merge(self, keep, merge):
        draft = MergeDraft(keep_id=keep, merge_id=merge, reason="samme familie")
        if keep == merge or not (self.stands(keep) and self.stands(merge)):
            self.refused(merge_families, draft)
            return multiple()
        merged = self.desk.do(merge_families, draft)
        self.model.merged[merge] = merged
        return merged

    @rule(merge=consumes(merges))
    def take_back_a_merge(self, merge):
        found = next((family for family, by in self.model.merged.items() if by == merge), None)
        try:
            self.desk.do(undo_merge, merge)
        except (Refusal, Refusals):
            return
        del self.model.merged[found]

    @rule(target=letters, family=families)
    def letter(self, family):
        if not self.stands(family):
            return multiple()
        draft = LetterDraft(kind=DocumentKind.RIGHT_INFORMATION, recipient="Kari\nVegen 3")
        letter = self.desk.do(draft_letter, family, draft)
        self.model.papers[letter] = None
        return letter

    @rule(letter=consumes(letters))
    def discard(self, letter):
        try:
            self.desk.do(discard_letter, letter)
        except (Refusal, Refusals):
            return
        del self.model.papers[letter]

    @rule(family=families, size=st.integers(0, 60_000))
    def receive(self, family, size):
        if self.stands(family):
            content = PDF + bytes(number % 251 for number in range(size))
            self.model.papers[self.desk.do(receive_paper, family, "Brev", content)] = content

    @rule(form=FORMS, text=WORDS | LONG)
    def type_half(self, form, text):
        self.desk.do(keep_draft, form, {"text": text})
        self.model.drafts[form] = json.loads(json.dumps({"text": text}))

    @rule(form=FORMS)
    def give_up_what_was_typed(self, form):
        self.desk.do(drop_draft, form)
        self.model.drafts.pop(form, None)


class RandomDays(Writing):
    """What else may happen to a vault in which people write."""

    @rule(who=st.sampled_from([STAFF_NAME, "Berit Fjell"]), idle=st.integers(0, 60))
    def lock_and_unlock(self, who, idle):
        self.vault.close()
        self.clock.forward(minutes=idle)
        self.unlock(who if who in self.passphrases else STAFF_NAME)

    @rule()
    def try_a_wrong_passphrase(self):
        self.vault.close()
        with pytest.raises(Trouble) as trouble:
            open_vault(self.folder, bytearray(b"feil ord"), now=self.clock)
        assert trouble.value.key == "trouble.wrong_passphrase"
        self.clock.forward(minutes=30)
        self.unlock()

    @rule()
    def a_kill(self):
        """What a kill leaves is what the system holds of the files at that moment."""
        self.number += 1
        former, self.folder = self.folder, self.place / f"vault-{self.number}"
        shutil.copytree(former, self.folder, ignore=shutil.ignore_patterns("*-shm"))
        self.vault.close()
        shutil.rmtree(former)
        self.unlock()

    @rule(family=Writing.families, text=LONG)
    def a_kill_in_the_middle_of_an_act(self, family, text):
        if not self.stands(family):
            return
        left = self.place / "left"

        def killed(session, act):
            edit_family(session, act, family, FamilyEditDraft(name="Halvveis", note=text))
            session.flush()
            shutil.copytree(self.folder, left, ignore=shutil.ignore_patterns("*-shm"))
            raise KilledInTheMiddle

        with pytest.raises(KilledInTheMiddle):
            self.desk.do(killed)
        self.vault.close()
        shutil.rmtree(self.folder)
        left.rename(self.folder)
        self.unlock()

    @rule()
    def take_a_copy(self):
        self.number += 1
        target = self.place / f"copy-{self.number}"
        self.vault.back_up(target)
        raw = connect(target / "vault.db", self.vault.database.key_copy())
        assert sound(raw)
        raw.close()
        self.copies.append((target, copy.deepcopy(self.model), dict(self.passphrases)))

    @rule()
    def put_a_copy_back(self):
        if not self.copies:
            return
        source, self.model, self.passphrases = copy.deepcopy(self.copies[-1])
        self.vault.close()
        self.number += 1
        self.folder = self.place / f"vault-{self.number}"
        shutil.copytree(source, self.folder)
        self.unlock()

    @rule()
    def let_somebody_in(self):
        if "Berit Fjell" not in self.passphrases:
            self.vault.add_user("Berit Fjell", bytearray(b"andre ord"), FLOOR)
            self.passphrases["Berit Fjell"] = "andre ord"

    @rule()
    def look(self):
        self.see_that_all_is_there()


@pytest.fixture(scope="session")
def opened_by_passphrase(tmp_path_factory):
    """A closed vault that Ingrid opens with her passphrase, in an office with a municipality."""
    folder = tmp_path_factory.mktemp("days") / "vault"
    clock = Clock()
    vault = create_vault(folder, NewVault(STAFF_NAME, cost=FLOOR), bytearray(b"fire korte norske ord"), now=clock)

    def set_up(session, act):
        roles = ",".join(sorted(ROLES))
        session.add(Staff(id=STAFF_ID, name=STAFF_NAME, title="barnekoordinator", roles=roles, slot=vault.slot))
        session.add(Municipality(name="Mellomvik kommune", number="9999"))

    Desk(vault.database, clock).do(set_up)
    vault.close()
    return folder


@pytest.mark.parametrize(
    ("days", "acts"),
    [(1, 14), pytest.param(6, 30, marks=pytest.mark.slow), pytest.param(40, 30, marks=pytest.mark.long)],
)
def test_whatever_people_do_the_vault_holds_what_was_kept(opened_by_passphrase, days, acts):
    machine = type("Days", (RandomDays,), {"template": opened_by_passphrase})
    quick = settings(
        max_examples=days,
        stateful_step_count=acts,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=quick)


class Forgetful(Writing):
    """A vault that loses what was said to be kept."""

    @rule(note=Writing.notes)
    def lose(self, note):
        self.desk.do(lambda session, act: session.delete(session.get_one(ContactNote, note)))

    @invariant()
    def look(self):
        self.see_that_all_is_there()


@pytest.mark.slow
def test_the_proof_sees_a_note_that_is_lost(opened_by_passphrase):
    machine = type("Days", (Forgetful,), {"template": opened_by_passphrase})
    quick = settings(max_examples=20, deadline=None, database=None, derandomize=True, phases=[Phase.generate])
    with pytest.raises(AssertionError):
        run_state_machine_as_test(machine, settings=settings(quick, suppress_health_check=list(HealthCheck)))
