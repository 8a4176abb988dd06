# SPDX-License-Identifier: MIT
"""Every paper the program makes, on sample data about invented people, by the name of its golden file."""

from models.values.letter import Paper
from reports.blocks import Document
from reports.letters.sheets import recovery
from reports.papers import document
from tests.reports.consent_samples import forms
from tests.reports.family_samples import family_papers
from tests.reports.letter_samples import letters, recovery_sheets
from tests.reports.meeting_samples import meetings
from tests.reports.overview_samples import overview_papers
from tests.reports.own_samples import own_letters
from tests.reports.plan_samples import plan_papers
from tests.reports.summary_samples import summaries
from tests.reports.year_samples import year_reports

LANGUAGES = ("nb", "nn")


def papers(language: str) -> dict[str, Paper]:
    """Every paper about a family in one language."""
    return {
        **letters(language),
        **family_papers(language),
        **forms(language),
        **meetings(language),
        **summaries(language),
        **year_reports(language),
        **own_letters(language),
        **plan_papers(language),
        **overview_papers(language),
    }


def documents(language: str) -> dict[str, Document]:
    """Every document in one language, those of the vault itself too."""
    found = {name: document(paper) for name, paper in papers(language).items()}
    return found | {name: recovery(sheet) for name, sheet in recovery_sheets(language).items()}
