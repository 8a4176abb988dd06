# SPDX-License-Identifier: MIT
"""Fixtures: a municipality in a real vault, real letters, and a page with the eye on it."""

import pytest

from desktop.letterpress import ReportLetterpress
from tests.stand_ins import Stage
from views.letterpress import use_letterpress
from views.navigation import Navigator


@pytest.fixture
def office(story):
    use_letterpress(ReportLetterpress())
    return story.municipality(
        unit="Koordinerende enhet",
        address="Postboks 12",
        postal_code="6898",
        place="Mellomvik",
        phone="57 00 00 00",
        leader_name="Per Lie",
        leader_title="leder",
    )


@pytest.fixture
def opened(workspace, show, office):
    """A page in a wide window, and the eye on it."""

    def open_page(make, width=1366, height=690):
        page = make(workspace, Navigator(Stage()))
        return page, show(page, width, height)

    return open_page
