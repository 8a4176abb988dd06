# SPDX-License-Identifier: MIT
"""The yearly report tells no small figure, names nobody, and claims to report to nobody (R74, R77)."""

import re

import pytest

from reports.papers import document
from tests.reports.all_papers import LANGUAGES
from tests.reports.printed import printed
from tests.reports.year_samples import year_reports


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["year_report", "year_report_small", "year_report_empty"])
def test_no_count_from_one_to_four_stands_in_a_table(language, name):
    said = printed(document(year_reports(language)[name]))
    assert not re.search(r"\| [1-4]$", said, re.MULTILINE)


@pytest.mark.parametrize(("language", "few"), [("nb", "færre enn 5"), ("nn", "færre enn 5")])
def test_what_is_small_is_said_to_be_small_and_not_reported_anywhere(language, few):
    said = printed(document(year_reports(language)["year_report"]))
    assert f"| {few}" in said
    assert {"nb": "ikke rapportering til KPR", "nn": "ikkje rapportering til KPR"}[language] in said
    assert "Haugen" not in said


def test_the_middle_of_the_days_is_told_only_when_there_are_enough():
    assert "Det gikk 27 dager" in printed(document(year_reports("nb")["year_report"]))
    few = printed(document(year_reports("nb")["year_report_small"]))
    assert "for få avgjørelser" in few
    assert "40" not in few
