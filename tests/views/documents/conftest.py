# SPDX-License-Identifier: MIT
"""Fixtures: a family in a real vault, paper that takes what it gets, and the tab with the eye on it."""

import pytest

from desktop.letterpress import ReportLetterpress
from tests.stand_ins import Paper, Stage
from views.letterpress import use_letterpress
from views.navigation import Navigator
from views.pages.documents.page import DocumentsTab
from views.printing import use_printing


@pytest.fixture
def paper():
    use_letterpress(ReportLetterpress())
    found = Paper()
    use_printing(found)
    return found


@pytest.fixture
def haugen(story):
    story.municipality(address="Postboks 12", postal_code="6898", place="Mellomvik", phone="57 00 00 00")
    family = story.family("Haugen").child("Emil", age=7).adult("Anne", address="Fjordvegen 3")
    return family.enquiry(wish="Vi ønsker én kontakt.")


@pytest.fixture
def stage():
    return Stage()


@pytest.fixture
def documents(workspace, show, paper, stage):
    """The tab of a family, and the eye on it."""

    def opened(family, cls=DocumentsTab):
        page = cls(workspace, Navigator(stage), family.id)
        return page, show(page)

    return opened
