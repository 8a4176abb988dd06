# SPDX-License-Identifier: MIT
"""The words on the screen follow the chosen language."""

from datetime import date

import pytest

from resources.catalogue import MissingText
from views.discreet import be_discreet, monogram, shown
from views.texts import has, language, t, use_language


def test_the_words_follow_the_language():
    use_language("nn")
    assert (t("person.answer.unknown"), language()) == ("Uavklart", "nn")
    use_language("nb")
    assert t("person.answer.unknown") == "Uavklart"


def test_one_and_many_are_told_apart():
    assert t("form.summary", n=1) == "Rett 1 ting før du går videre"
    assert t("form.summary", n=2) == "Rett 2 ting før du går videre"


def test_a_date_among_the_values_is_written_out():
    assert t("kit.not_saved", why=date(2009, 4, 14)) == "Ikke lagret. 14. april 2009"


def test_markup_and_braces_in_a_name_are_only_text():
    assert t("kit.not_saved", why="<b>{0}</b> & «æ»") == "Ikke lagret. <b>{0}</b> & «æ»"


def test_a_key_without_a_text_is_told():
    assert not has("kit.nothing")
    with pytest.raises(MissingText):
        t("kit." + "nothing")


def test_no_other_language_is_spoken():
    with pytest.raises(ValueError, match="en"):
        use_language("en")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Anne Marie Haugen", "AH"), ("Emil", "E"), ("Per-Olav Ødegård", "PØ"), ("", ""), ("Čiŋgi", "Č"), ("123", "")],
)
def test_a_name_becomes_initials(name, letters):
    assert monogram(name) == letters


def test_the_discreet_view_hides_names():
    assert shown("Anne Haugen") == "Anne Haugen"
    be_discreet(True)
    assert shown("Anne Haugen") == "A.H."
