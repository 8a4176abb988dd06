# SPDX-License-Identifier: MIT
"""A received file in view: a safe copy of its pages, what to know of it, and the file itself to save."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from models.queries.documents import DocumentBytes, DocumentRow, document_bytes
from models.queries.office import office_name
from models.rules.file_kinds import is_archival
from models.values.received import CopyAbout, SafeCopy
from models.values.refusal import Refusal
from models.values.trouble import Trouble
from views.received import safe_copy
from views.refused import said
from views.texts import language, t
from views.widgets.banner import Banner
from views.workspace import Job, Workspace

Shower = Callable[[bytes], None]


class ReceivedPart(QWidget):
    """The notice over the pages; the received file itself is never read in the window's process."""

    def __init__(self, workspace: Workspace, show: Shower) -> None:
        super().__init__()
        self._workspace, self._show = workspace, show
        self._id: UUID | None = None
        self._job: Job | None = None
        self._archival = False
        self.copy: SafeCopy | None = None
        self._notice = Banner("info", "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._notice)

    def show_document(self, one: DocumentRow) -> None:
        """Begin to look at the file; its pages come when they are ready."""
        self.forget()
        self._id = one.id
        self._notice.say("info", t("documents.safe.reading"))
        kept = self._workspace.read(document_bytes, one.id)
        self._archival = is_archival(kept.content)
        self._job = self._workspace.run(safe_copy, kept.content, kept.media_type, self._about(kept))
        self._job.succeeded.connect(lambda copy, id=one.id: self._seen(id, copy))
        self._job.failed.connect(lambda wrong, id=one.id: self._failed(id, wrong))
        self._job.cancelled.connect(lambda id=one.id: self._failed(id, Refusal("documents.safe.stopped")))

    def forget(self) -> None:
        """Another document comes into view: what is still under way is of no use."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._id, self.copy = None, None, None
        self._notice.hide()

    def _about(self, kept: DocumentBytes) -> CopyAbout:
        owner = self._workspace.read(office_name)
        return CopyAbout(language(), t("documents.kind.received"), owner, self._workspace.now())

    def _seen(self, id: UUID, copy: SafeCopy) -> None:
        if not self._waits_for(id):
            return
        self._job, self.copy = None, copy
        lines = [t("documents.safe.words" if copy.words_only else "documents.safe.copy")]
        if self._archival:
            lines.append(t("documents.safe.archival"))
        if copy.active:
            lines.append(t("documents.safe.active"))
        if copy.left_out:
            lines.append(t("documents.safe.left_out", n=copy.left_out))
        self._notice.say("warning" if copy.active else "info", " ".join(lines))
        self._show(copy.content)

    def _waits_for(self, id: UUID) -> bool:
        """Whether this file is still in view; the page may be gone, and the program locked."""
        return isValid(self) and id == self._id

    def _failed(self, id: UUID, wrong: object) -> None:
        if not self._waits_for(id):
            return
        self._job = None
        if not isinstance(wrong, Trouble | Refusal):
            wrong = Trouble("trouble.received_unreadable")
        self._notice.say("warning", said(wrong))
