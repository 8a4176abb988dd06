# SPDX-License-Identifier: MIT
"""Takes the pictures of README and user guide: the real window over a fresh practice vault (docs/pictures).

python -m tools.take_pictures
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication
from sqlmodel import Session, select

from desktop.application import make_application
from desktop.clock import now
from desktop.practice.vault import make_practice_vault
from desktop.program import Program
from desktop.settings import Settings
from desktop.workspace import Workspace
from models.queries.meetings import meetings_of
from models.records.document import DocumentKind
from models.records.family import Family
from models.store.vault import open_vault
from models.work.issue_letter import LetterDraft, draft_letters, edit_letter_texts
from resources import path
from views import theme
from views.pages.documents.letter_editor import LetterEditor
from views.widgets.scroll import ScrollColumn

TARGET = Path(__file__).resolve().parent.parent / "docs" / "pictures"
WIDTH, HEIGHT = 1366, 720
TITLE = "Møte om {barnets fornavn} torsdag"
WORDS = """Hei!

Vi møtes torsdag klokken 10 for å snakke om hvordan {barnets fornavn} har det på skolen.

Her er det vi skal gjennom:
- hva som går bra
- hva dere trenger hjelp til nå

Ring {koordinater} på {telefon til koordinator} hvis tiden ikke passer."""


def main() -> None:
    """Every picture, in the order a person meets the pages."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="laget-pictures-") as folder:
        os.environ["LAGET_HOME"] = folder
        settings = Settings(Path(folder, "settings.json"))
        application = make_application(settings)
        dress(application, "light")
        program = Program(application, settings)
        made = make_practice_vault(Path(folder, "vault"), now(), lambda *_: None)
        program.begin(None)
        keep(program, "01-forste-gang")
        program.start.show_unlock(made.vault)
        keep(program, "02-las-opp")
        vault = open_vault(made.vault, bytearray(made.passphrase.encode()))
        with vault.database.reading() as session:
            families = by_name(session)
        program.enter(vault)
        walk(program, application, families)
        program.close()


def walk(program: Program, application: QApplication, families: dict[str, UUID]) -> None:
    """From the first page through one family, and last the same in the dark."""
    sitting = program.sitting
    assert sitting is not None
    go: Callable[..., None] = sitting.main.navigator.open
    keep(program, "03-min-dag")
    go("families")
    keep(program, "04-familier")
    go("new_family")
    keep(program, "05-ny-familie")
    for number, (name, tab, family) in enumerate(
        (
            ("familie", "overview", "Solbakken"),
            ("vilkar", "right", "Bakke"),
            ("avgjorelse", "right", "Eriksen"),
            ("journal", "journal", "Solbakken"),
            ("dokumenter", "documents", "Vatne"),
            ("innsynslogg", "access_log", "Dahl"),
        ),
        start=6,
    ):
        go("family", id=families[family], tab=tab)
        keep(program, f"{number:02}-{name}")
    letter = own_letter(sitting.workspace, families["Solbakken"])
    go("family", id=families["Solbakken"], tab="documents", document=str(letter))
    keep(program, "13-eget-brev")
    for editor in program.frame.findChildren(LetterEditor):
        for fields in editor.findChildren(ScrollColumn):
            fields.verticalScrollBar().setValue(fields.verticalScrollBar().maximum())
    keep(program, "13-eget-brev")
    daily_work(program, sitting.workspace, go, families)
    dress(application, "dark")
    go("family", id=families["Solbakken"], tab="overview")
    keep(program, "12-familie-mork")


def daily_work(program: Program, workspace: Workspace, go: Callable[..., None], families: dict[str, UUID]) -> None:
    """Services, consents, the group, a meeting with its copies, and tasks."""
    go("family", id=families["Fossum"], tab="services")
    keep(program, "14-tjenester")
    go("family", id=families["Solbakken"], tab="consents")
    keep(program, "15-samtykker")
    go("family", id=families["Solbakken"], tab="care_team")
    keep(program, "16-ansvarsgruppe")
    held = workspace.read(meetings_of, families["Solbakken"])[-1]
    go("meeting", id=str(held.id))
    keep(program, "17-mote")
    go("minutes_copies", id=str(held.id))
    keep(program, "19-kopier")
    go("tasks")
    keep(program, "18-oppgaver")


def own_letter(workspace: Workspace, family: UUID) -> UUID:
    """A letter of the office's own, with fields in its text and one of them misspelt."""
    kind = DocumentKind.OWN_LETTER
    letter = workspace.do(draft_letters, family, LetterDraft(kind=kind))[0]
    workspace.do(edit_letter_texts, letter, {"title": TITLE, "text": WORDS})
    return letter


def by_name(session: Session) -> dict[str, UUID]:
    """The practice families by what the office calls them."""
    return {family.name: family.id for family in session.exec(select(Family))}


def dress(application: QApplication, look: str) -> None:
    """The same letters on every machine."""
    for file in sorted(path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    application.setFont(QFont("Laget Sans"))
    theme.apply(application, look, 10.5)


def keep(program: Program, name: str) -> None:
    """One picture of the whole window, when it has come to rest."""
    program.frame.resize(WIDTH, HEIGHT)
    rest = QEventLoop()
    QTimer.singleShot(2000, rest.quit)
    rest.exec()
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    program.frame.render(image, QPoint())
    image.save(str(TARGET / f"{name}.png"))


if __name__ == "__main__":
    main()
