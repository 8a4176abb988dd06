# SPDX-License-Identifier: MIT
"""Fields in letter texts as people write them: in both forms of Norwegian, misspelt, open, and with nothing to say."""

import pytest

from models.values.letter_fields import (
    FieldFault,
    being_typed,
    field_faults,
    field_of,
    filled,
    in_words,
    letter_fields,
    offered,
)

VALUES = {
    "child": "Emil Haugen",
    "child_called": "Emil",
    "family": "familien Haugen",
    "municipality": "Mellomvik kommune",
    "coordinator": "",
}


def test_a_field_is_filled_in_under_its_name_in_either_form():
    assert filled("{barnets fornavn} og {førenamnet til barnet}", VALUES) == "Emil og Emil"


def test_spaces_and_capitals_in_a_name_mean_nothing_but_a_capital_at_the_start_of_a_sentence():
    assert (
        filled("{ Barnets  navn } bor her. {Familien} flytter.", VALUES)
        == "Emil Haugen bor her. Familien Haugen flytter."
    )


def test_what_is_filled_in_is_never_read_as_a_field_again():
    assert filled("{barnets navn}", {"child": "Bo {kommune}", "municipality": "Mellomvik"}) == "Bo {kommune}"


def test_a_field_that_cannot_be_filled_stands_as_it_was_written():
    assert filled("{koordinator} og {rådhuset} og {barnets", VALUES) == "{koordinator} og {rådhuset} og {barnets"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Hei {barnets navnn}!", FieldFault("unknown", "barnets navnn", "barnets navn")),
        ("Hei {førenamn til barnet}!", FieldFault("unknown", "førenamn til barnet", "barnets fornavn")),
        ("Hei {xyz}!", FieldFault("unknown", "xyz")),
        ("Hei {}!", FieldFault("unknown", "")),
        ("Hei {barnets navn\nog mer", FieldFault("unclosed", "barnets navn")),
        ("Hei {barnets {familien}", FieldFault("unclosed", "barnets")),
        ("Hei {", FieldFault("unclosed", "")),
        ("Ring {koordinator}.", FieldFault("empty", "koordinator")),
        ("Ring {tjenesten}.", FieldFault("empty", "tjenesten")),
    ],
)
def test_what_is_wrong_with_a_field_is_told(text, fault):
    assert field_faults(text, VALUES, "nb") == (fault,)


def test_faults_are_told_once_each_in_the_order_of_the_text():
    text = "{feil} {barnets navn} {koordinator} {feil} {åpen"
    assert [fault.name for fault in field_faults(text, VALUES, "nb")] == ["feil", "koordinator", "åpen"]


def test_a_text_without_faults_says_nothing():
    assert field_faults("Hei {familien}, dette } er bare et tegn.", VALUES, "nb") == ()


def test_a_long_text_of_open_brackets_is_read_quickly():
    assert len(field_faults("{" * 20_000, VALUES, "nb")) == 1


def test_a_name_that_is_a_whole_page_is_told_by_its_beginning():
    (fault,) = field_faults("{" + "ord " * 5_000 + "}", VALUES, "nb")
    assert fault.refusal().values["name"] == "{" + ("ord " * 10).strip() + " …}"


def test_what_goes_on_from_the_letters_typed_is_offered_the_best_first():
    assert offered("barn", VALUES, "nb") == ("barnets fornavn", "barnets navn")
    assert offered("navn", VALUES, "nb") == ("barnets fornavn", "barnets navn")
    assert offered("namn", VALUES, "nn") == ("namnet til barnet", "førenamnet til barnet")
    assert offered("tjen", VALUES, "nb") == ()


@pytest.mark.parametrize(
    ("before", "typed"), [("Hei {barn", "barn"), ("Hei {", ""), ("Hei {barn}", None), ("{a\nb", None)]
)
def test_a_field_is_being_typed_from_the_bracket_to_the_caret(before, typed):
    assert being_typed(before) == typed


def test_our_own_texts_are_shown_with_the_names_of_their_fields():
    assert (
        in_words("{child} får {coordinator} {from_day}.", "nn") == "{namnet til barnet} får {koordinator} {frå datoen}."
    )


def test_every_field_has_two_names_that_mean_no_other_field():
    for one in letter_fields():
        assert {field_of(name) for name in one.names.values()} == {one.id}
