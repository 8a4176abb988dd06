# SPDX-License-Identifier: MIT
"""Letters made past the page, so that each test tells only its own part."""

from desktop.letterpress import ReportLetterpress
from models.records.document import DocumentKind
from models.work.issue_letter import LetterDraft, draft_letters, finish_letter


def drafted(desk, family, kind=DocumentKind.RIGHT_INFORMATION, **values):
    return desk.do(draft_letters, family.id, LetterDraft(kind=kind, **values))[0]


def finished(desk, family):
    letter_id = drafted(desk, family)
    desk.do(finish_letter, letter_id, ReportLetterpress().press)
    return letter_id
