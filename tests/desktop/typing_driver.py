# SPDX-License-Identifier: MIT
"""A person who goes through the whole program and types into every field of every page: a process to be killed.

`typing_driver.py write VAULT` types, tells as JSON what was typed where, and waits for its end with the caret in a
note that lies over the page. `typing_driver.py read VAULT` tells where the program came back to, and then what
stands in the fields of the same places. With `closely` after it more families are walked through,
and each field is looked for in the vault while the caret is in it; without, the last one of each page is.
"""

import json
import sys
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from sqlmodel import col, select

from desktop.application import make_application
from desktop.paths import settings_file
from desktop.program import Program
from desktop.settings import Settings
from models.queries.access import colleagues
from models.queries.documents import document_list
from models.queries.drafts import drafts
from models.queries.letter_choices import letters_that_fit
from models.records.document import DocumentKind, DocumentState
from models.records.family import Family
from models.records.person import AddressProtection, Person
from models.store.vault import open_vault
from models.work.hand_over import HandOverDraft, Way, Whereto, check_hand_over, hand_over, propose_words, sealed_file
from models.work.issue_letter import LetterDraft, draft_letters
from resources import path
from tests import tree
from tests.eye import PRESSABLE, TEXT, Eye, every, settle
from views.form.draft_keeper import WITHIN_MS
from views.pages.right.step_list import STEPS
from views.widgets.pdf_bar import PageField
from views.widgets.search_field import SearchField

CLOSELY = "closely" in sys.argv
PASSPHRASE = tree.table(path("demo", "mellomvik.toml"))["passphrase"]
WITHOUT_FIELDS = ("my_day", "families", "receive_family", "waste_bin")
TABS_WITHOUT_FIELDS = ("overview", "journal", "access_log", "to_bin", "transfers")
TABS = ("edit", "merge", "move", "close")
LATE_STEPS = ("appeal", "coordination")
LETTERS = 3 if CLOSELY else 1
ABOUT = ("determination_id", "appeal_id", "enquiry_id", "coordination_id")
FOLDED = (
    "Endre hva som er viktig for",
    "Sett en annen frist",
    "Før inn en klage",
    "Løft en uenighet til leder",
    "En annen tjeneste tar over",
)


def main() -> None:
    """Type or read."""
    settings = Settings(settings_file())
    program = Program(make_application(settings), settings)
    program.enter(open_vault(Path(sys.argv[2]), bytearray(PASSPHRASE, "utf-8")))
    program.frame.open()
    program.frame.activateWindow()
    settle()
    {"write": write, "read": read}[sys.argv[1]](program)


def write(program: Program) -> None:
    """Type a word of its own into every field."""
    main = program.sitting.main
    workspace, family = program.sitting.workspace, UUID(stops(program)[-1][1]["id"])
    fitting = workspace.read(letters_that_fit, family, workspace.today())
    for one in [one for one in fitting if one.to_family or one.kind is DocumentKind.SERVICE_INFORMATION][:LETTERS]:
        about = {name: getattr(one, name) for name in ABOUT}
        workspace.do(draft_letters, family, LetterDraft(kind=one.kind, recipient=one.recipient, **about))
    set_the_scene(program)
    typed, unkept = [], []
    for place, stop in enumerate(all_stops(program)):
        main.navigator.open(stop[0], **stop[1])
        program.frame.activateWindow()
        settle()
        unfold(program)
        type_into(program, list(fields(program)), place, typed, unkept)
    program.frame.activateWindow()
    settle()
    main.commands.run("new.note")
    settle()
    field = QApplication.focusWidget()
    type_into(program, [field], "note", typed, unkept)
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClicks(field, "ab")
    drive(program)
    here = {"page": main.stage.stop_in_view().page, "focus": field.accessibleName(), "caret": caret(field)}
    print("typed", json.dumps({"typed": typed, "unkept": unkept, "here": here}), flush=True)
    sys.stdin.readline()


def read(program: Program) -> None:
    """Where the person is again, and what stands everywhere."""
    field = QApplication.focusWidget()
    main = program.sitting.main
    here = {"page": main.stage.stop_in_view().page, "focus": field.accessibleName(), "caret": caret(field)}
    found = {"note": seen(program)}
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle()
    for place, stop in enumerate(all_stops(program)):
        main.navigator.open(stop[0], **stop[1])
        settle()
        found[place] = seen(program)
    print("found", json.dumps({"found": found, "here": here}), flush=True)


def set_the_scene(program: Program) -> None:
    """Somebody whose address is protected, and a family handed over and not yet received."""
    workspace = program.sitting.workspace
    first, _, away, *_ = workspace.read(families)
    workspace.do(protect, UUID(first[1][0]))
    draft = HandOverDraft(
        receiver_name="Kari Nordvik",
        whereto=Whereto.OUTSIDE,
        receiver_municipality="Fjellvik kommune",
        consent_on=workspace.today(),
        consent_told="Mor sa ja på telefon",
        way=Way.PASSPHRASE,
        passphrase=propose_words(),
    )
    sender = workspace.do(check_hand_over, [UUID(away[0])], draft)
    workspace.do(hand_over, workspace.read(sealed_file, sender, [UUID(away[0])], draft), len)


def protect(session, act, person_id) -> None:
    session.get_one(Person, person_id).address_protection = AddressProtection.CONFIDENTIAL


def stops(program: Program) -> list[tuple[str, dict[str, object]]]:
    """Every page and tab, and the right of every family."""
    workspace = program.sitting.workspace
    (family, people), (second, _), (away, _), (third, _), *_, (shut, _) = workspace.read(families)
    colleague = min(str(id) for id, _ in workspace.read(colleagues) if id != workspace.staff_id)
    found = [
        ("new_family", {}),
        ("settings", {}),
        ("letterhead", {}),
        ("standard_texts", {}),
        ("own_letters", {}),
        ("colleague", {"id": colleague}),
        ("hand_over", {"families": family}),
    ]
    found += [("family", {"id": shut, "tab": "close"}), ("family", {"id": away, "tab": "transfers"})]
    walked, steps, tabs, shown = [family], LATE_STEPS, TABS, people[:2]
    if CLOSELY:
        found += [(page, {}) for page in WITHOUT_FIELDS]
        walked, steps, tabs = [family, second, third], STEPS, TABS_WITHOUT_FIELDS + TABS
        shown = [*people, "new"]
    found += [("family", {"id": one, "tab": "right", "item": step}) for one in walked for step in steps]
    found += [("family", {"id": family, "tab": "person", "person": person}) for person in shown]
    found += [("family", {"id": family, "tab": tab}) for tab in tabs]
    return found


def all_stops(program: Program) -> list[tuple[str, dict[str, object]]]:
    """The same, with the letters that were drafted first."""
    found = stops(program)
    family = found[-1][1]["id"]
    letters = program.sitting.workspace.read(drafted, family)
    return found + [("family", {"id": family, "tab": "documents", "document": id}) for id in letters]


def families(session):
    """Ids of families and their people, in one order, the closed one last."""
    found = session.exec(select(Family.id).order_by(col(Family.closed_on).is_not(None), col(Family.id))).all()
    people = {
        id: session.exec(select(Person.id).where(Person.family_id == id).order_by(col(Person.id))) for id in found
    }
    return [(str(id), [str(one) for one in people[id]]) for id in found]


def drafted(session, family):
    """The drafts of letters in a family."""
    return [str(row.id) for row in document_list(session, UUID(family)) if row.state is DocumentState.DRAFT]


def unfold(program: Program) -> None:
    """Open the forms that wait behind a button."""
    eye = Eye(program.frame)
    for name in [one.accessibleName() for one in every(program.frame, PRESSABLE)]:
        if (name == "Endre" or name.startswith(FOLDED)) and eye.find(PRESSABLE, name).isEnabled():
            eye.press(name)


def fields(program: Program):
    """Every field that can be written in, but searches, secrets, and the page of a paper in view."""
    for widget in every(program.frame, TEXT):
        if widget.isReadOnly() or not widget.isEnabled():
            continue
        secret = isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal
        if not secret and not isinstance(widget, SearchField | PageField):
            yield widget


def type_into(program: Program, into, place, typed, unkept) -> None:
    """One word in each field, at the end of what stands there; the last is kept while the caret is still in it."""
    for field in into:
        word, name = f"zq{len(typed)}x", field.accessibleName()
        field.setFocus(Qt.FocusReason.TabFocusReason)
        last = Qt.KeyboardModifier.NoModifier if isinstance(field, QLineEdit) else Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(field, Qt.Key.Key_End, last)
        QTest.keyClicks(field, word)
        typed.append([place, name, word])
        if CLOSELY or field is into[-1]:
            drive(program)
            if word not in kept(program):
                unkept.append([place, name])


def drive(program: Program) -> None:
    """Let the second pass that a keeper of drafts waits at most: its own timer, wound on."""
    for timer in program.frame.findChildren(QTimer):
        if timer.isActive() and timer.isSingleShot() and WITHIN_MS / 2 < timer.interval() <= WITHIN_MS:
            wait = timer.interval()
            timer.start(0)
            settle()
            timer.setInterval(wait)
            timer.stop()
    settle()


def kept(program: Program) -> str:
    """All that is half-typed in the vault."""
    workspace = program.sitting.workspace
    return json.dumps([one.values for one in workspace.read(drafts, workspace.staff_id)])


def seen(program: Program) -> str:
    """What stands in the fields now."""
    return [[one.accessibleName(), text(one)] for one in fields(program)]


def text(field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def caret(field) -> int:
    return field.cursorPosition() if isinstance(field, QLineEdit) else field.textCursor().position()


if __name__ == "__main__":
    main()
