# SPDX-License-Identifier: MIT
"""The papers of one consent: forms in three versions and the letter they go with, and the way to each."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from models.queries.consents import ConsentRow
from models.queries.letter_consent import FORMS, ConsentPaper
from models.records.document import DocumentKind
from models.work.issue_letter import LetterDraft, draft_letters
from models.work.send_letter import receive_paper
from views.pages.documents.files import ask_file, read_limited
from views.pages.family.undoing import undone
from views.pages.right.around import Around
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import button, for_reading, label, row
from views.widgets.card import Card


def paper_button(around: Around, found: ConsentRow, refused: Banner) -> QPushButton:
    """«Lag skjema» with the versions that fit: the child's own where there is a child."""
    made = button(t("consents.make_form"), "document")
    menu = QMenu(made)
    kinds = [kind for kind in (*FORMS, DocumentKind.CONSENT_REQUEST) if found.child or kind is not FORMS[-1]]
    for kind in kinds:
        menu.addAction(t(f"documents.kind.{kind}")).triggered.connect(partial(_write, around, kind, found.id, refused))
    made.clicked.connect(lambda: menu.popup(made.mapToGlobal(QPoint(0, made.height()))))
    return made


def papers_card(around: Around, found: ConsentRow, papers: Sequence[ConsentPaper], refused: Banner) -> Card:
    """What was made, how far it has come, and the way to it; a signed paper can be put in at once."""
    card = Card(t("consents.papers"), icon_name="document")
    for one in papers:
        kind = t(f"documents.kind.{one.kind}")
        scanned = one.scanned or one.kind is DocumentKind.RECEIVED
        state = "scanned" if scanned else "signed" if one.signed_on else one.state.value
        said = label(t("consents.paper_line", kind=kind, state=t(f"consents.paper.{state}")), "body", wrap=True)
        opened = button(
            t("consents.open_paper", kind=kind.lower()), kind="flat", run=partial(_open, around, one.document_id)
        )
        line = row(said, for_reading(opened), gap=8)
        line.setStretch(0, 1)
        card.add(line)
    if not papers:
        card.add(label(t("consents.no_papers"), "body", "muted", wrap=True))
    receive = button(t("consents.receive"), "download", "flat")
    receive.clicked.connect(partial(_receive, around, receive, found.id, refused))
    return card.add(row(receive, None))


def _receive(around: Around, over: QWidget, consent_id: UUID, refused: Banner, _on: bool = False) -> None:
    """A file name may hold a name: the paper is called by what it is."""
    file = ask_file(over, t("consents.receive"))
    if file is None:
        return
    do, family_id, title = around.workspace.do, around.family_id, t("consents.signed_paper")
    if around.attempt(lambda: do(receive_paper, family_id, title, read_limited(file), consent_id), "", None, refused):
        around.tell(t("consents.received"), undone(around.workspace, family_id))


def _write(around: Around, kind: DocumentKind, consent_id: UUID, refused: Banner, _on: bool = False) -> None:
    """A form bears no address: it is handed over, or goes with the letter, which has one."""
    addressee = "other" if kind in FORMS else "family"
    draft = LetterDraft(kind=kind, consent_id=consent_id, addressee=addressee)
    made: list[UUID] = []
    do, family_id = around.workspace.do, around.family_id
    if around.attempt(lambda: made.extend(do(draft_letters, family_id, draft)), "", None, refused):
        _open(around, made[0])


def _open(around: Around, document_id: UUID) -> None:
    around.navigator.open("family", id=str(around.family_id), tab="documents", item=str(document_id))
