# SPDX-License-Identifier: MIT
"""What people write in a vault on a random day, each thing beside what is then said to be kept."""

import json

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, consumes, initialize, multiple, rule

from models.records.document import Document, DocumentKind
from models.records.note import ContactNote
from models.work.edit_family import FamilyEditDraft, edit_family
from models.work.edit_person import add_person, take_out_person
from models.work.issue_letter import LetterDraft, discard_letter, draft_letter
from models.work.keep_draft import drop_draft, keep_draft
from models.work.merge_families import MergeDraft, merge_families, undo_merge
from models.work.person_draft import PersonDraft
from models.work.register_family import FamilyDraft, register_family
from models.work.send_letter import receive_paper
from models.work.write_note import NoteDraft, correct_note, mend_note, write_note
from tests.store.random_vault import KnownVault

SIGNS = "abcæøåÁŋđ 12.\n'\"%_;\x1f🙂"
WORDS = st.text(SIGNS, max_size=30).map(lambda text: f"x{text}x")
LONG = st.integers(1, 900).map(lambda times: "x" + "lang tekst " * times + "x")
NAMES = st.sampled_from(["Hansen", "Øygård", "Ánne", "O'Neil", "Đ%_ng"])
FORMS = st.sampled_from(["new_family", "new_note/1", "settings"])
PDF = b"%PDF-1.7\n%synthetic\n"


class Writing(KnownVault):
    """What people write."""

    families, notes, letters, merges = Bundle("families"), Bundle("notes"), Bundle("letters"), Bundle("merges")

    @initialize(target=families)
    def begin(self):
        """No day begins with nothing."""
        return multiple(self.register("Hansen", "xhjelpx"), self.register("Øygård", "xx"))

    @rule(target=families, name=NAMES, wish=WORDS)
    def register(self, name, wish):
        draft = FamilyDraft(child_given_name="Emma", child_family_name=name, guardian_given_name="Kari", wish=wish)
        family = self.desk.do(register_family, draft)
        self.model.families[family] = (name, "")
        for person in ("Emma", "Kari"):
            self.model.people[person] += 1
        return family

    @rule(family=families, name=NAMES, note=WORDS | LONG)
    def edit(self, family, name, note):
        draft = FamilyEditDraft(name=name, note=note)
        if not self.stands(family):
            self.refused(edit_family, family, draft)
            return
        with self.act(family):
            self.desk.do(edit_family, family, draft)
            self.model.families[family] = (draft.name, draft.note)

    @rule(family=families, out=st.booleans())
    def add_a_person_and_take_her_out(self, family, out):
        draft = PersonDraft(given_name="Per", family_name="Berg")
        if not self.stands(family):
            self.refused(add_person, family, draft)
            return
        with self.act(family):
            person = self.desk.do(add_person, family, draft)
            self.model.people["Per"] += 1
        if out:
            with self.act(family):
                self.desk.do(take_out_person, person)
                self.model.people["Per"] -= 1

    @rule(target=notes, family=families, text=WORDS | LONG)
    def note(self, family, text):
        draft = NoteDraft(text=text)
        if not self.stands(family):
            self.refused(write_note, family, draft)
            return multiple()
        with self.act(family):
            note = self.desk.do(write_note, family, draft)
            self.model.notes[note] = draft.text
        return note

    @rule(note=notes, text=WORDS | LONG)
    def mend(self, note, text):
        draft = NoteDraft(text=text)
        family = self.family_of(note)
        if not self.stands(family):
            self.refused(mend_note, note, draft)
            return
        with self.act(family):
            _, refused = self.tried(mend_note, note, draft)
            if not refused:
                self.model.notes[note] = draft.text
        assert refused in ("", "journal.refused.too_old", "journal.refused.not_author")

    @rule(target=notes, note=notes, text=WORDS)
    def correct(self, note, text):
        draft = NoteDraft(text=text)
        self.clock.forward(hours=1)
        family = self.family_of(note)
        if not self.stands(family):
            self.refused(correct_note, note, draft)
            return multiple()
        with self.act(family):
            written = self.desk.do(correct_note, note, draft)
            self.model.notes[written] = draft.text
        return written

    def family_of(self, note):
        """Where a note is now; nothing when it is gone."""
        found = self.desk.read(lambda session: session.get(ContactNote, note))
        return found.family_id if found and note in self.model.notes else None

    @rule(target=merges, keep=families, merge=families)
    def merge(self, keep, merge):
        draft = MergeDraft(keep_id=keep, merge_id=merge, reason="samme familie")
        if keep == merge or not (self.stands(keep) and self.stands(merge)):
            self.refused(merge_families, draft)
            return multiple()
        with self.act(keep):
            merged = self.desk.do(merge_families, draft)
            self.model.merged[merge] = (merged, keep)
        return merged

    @rule(merge=consumes(merges))
    def take_back_a_merge(self, merge):
        found = next((family for family, (by, _) in self.model.merged.items() if by == merge), None)
        if not found or not self.stands(self.model.merged[found][1]):
            self.refused(undo_merge, merge)
            return
        with self.act(found):
            self.desk.do(undo_merge, merge)
            del self.model.merged[found]

    @rule(target=letters, family=families)
    def letter(self, family):
        if not self.stands(family):
            return multiple()
        draft = LetterDraft(kind=DocumentKind.RIGHT_INFORMATION, recipient="Kari\nVegen 3")
        with self.act(family):
            letter = self.desk.do(draft_letter, family, draft)
            self.model.papers[letter] = None
        return letter

    @rule(letter=letters)
    def discard(self, letter):
        found = self.desk.read(lambda session: session.get(Document, letter))
        if found is None or not self.stands(found.family_id):
            self.refused(discard_letter, letter)
            return
        with self.act(found.family_id):
            self.desk.do(discard_letter, letter)
            del self.model.papers[letter]

    @rule(family=families, size=st.integers(0, 60_000))
    def receive(self, family, size):
        if self.stands(family):
            content = PDF + bytes(number % 251 for number in range(size))
            with self.act(family):
                self.model.papers[self.desk.do(receive_paper, family, "Brev", content)] = content

    @rule(form=FORMS, text=WORDS | LONG)
    def type_half(self, form, text):
        self.desk.do(keep_draft, form, {"text": text})
        self.model.drafts[form] = json.loads(json.dumps({"text": text}))

    @rule(form=FORMS)
    def give_up_what_was_typed(self, form):
        self.desk.do(drop_draft, form)
        self.model.drafts.pop(form, None)
