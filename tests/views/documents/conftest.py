# SPDX-License-Identifier: MIT
"""Fixtures: a family in a real vault, paper that takes what it gets, and the tab with the eye on it."""

import pytest

from desktop.letterpress import ReportLetterpress
from views.letterpress import use_letterpress
from views.navigation import Navigator
from views.pages.documents.page import DocumentsTab
from views.printing import use_printing


class Stage:
    """Where the navigator has been sent."""

    def __init__(self):
        self.stops = []

    def show_stop(self, stop):
        self.stops.append(stop)

    def stop_in_view(self):
        return None


class Paper:
    """A printer and a folder that take what they get."""

    def __init__(self):
        self.printed, self.saved, self.willing = [], [], True

    def print(self, parent, content, name, page=0):
        self.printed += [(name, content)] * self.willing
        return self.willing

    def save(self, parent, content, name):
        self.saved.append((name, content))
        return "a file"


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
