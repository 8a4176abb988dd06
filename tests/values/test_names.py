# SPDX-License-Identifier: MIT
"""Names folded for search and order, and the names of languages."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values.language import language_name, words
from models.values.names import ascii_key, full_name, initials, listed, matches, search_key, sort_key


@pytest.mark.parametrize(
    ("name", "norwegian", "ascii"),
    [
        ("Ødegård", "ødegård", "odegard"),
        ("Čáhppe Ŋilla", "cahppe nilla", "cahppe nilla"),
        ("Áđđá Ŧuomas", "adda tuomas", "adda tuomas"),
        ("Björk Østby", "bjork østby", "bjork ostby"),
        ("Anne-Marie", "anne marie", "anne marie"),
        ("O'Connor", "oconnor", "oconnor"),
        ("Æsop Nguyễn", "æsop nguyen", "aesop nguyen"),
        ("Ångström", "ångstrom", "angstrom"),
        ("Łukasz Groß", "lukasz gross", "lukasz gross"),
        ("محمد", "محمد", "محمد"),
    ],
)
def test_names_are_folded_two_ways(name, norwegian, ascii):
    assert search_key(name) == norwegian
    assert ascii_key(name) == ascii


@pytest.mark.parametrize("query", ["odegard", "ødegård", "ØDE", "emil øde", "haug ode", "emil"])
def test_a_query_matches_either_key(query):
    name = "Emil Haugen Ødegård"
    assert matches(query, search_key(name), ascii_key(name))


@pytest.mark.parametrize("query", ["gard", "emilie", "haugen emma"])
def test_other_names_do_not_match(query):
    name = "Emil Haugen Ødegård"
    assert not matches(query, search_key(name), ascii_key(name))


def test_names_stand_in_norwegian_order():
    ordered = ["Abel", "Čahppe", "Cecilie", "Dag", "Sand", "Šuomi", "Zoe", "Ærlig", "Ætt", "Øye", "Aas", "Åsen"]
    assert sorted(reversed(ordered), key=sort_key) == ordered


def test_swedish_and_german_letters_stand_with_their_norwegian_kin():
    assert sort_key("Ärlig") > sort_key("Zoe")
    assert sort_key("Öye") < sort_key("Åse")
    assert sort_key("Müller") > sort_key("Mulle")


def test_a_name_can_be_ordered_by_another_spelling():
    assert sort_key("Aaron") > sort_key("Zoe")
    assert sort_key("Aaron", "Aaron") < sort_key("Abel")


@given(st.text(max_size=50))
def test_folding_twice_changes_nothing(name):
    assert search_key(search_key(name)) == search_key(name)


@pytest.mark.slow
@given(st.text(max_size=50))
def test_composed_and_decomposed_spellings_fold_alike(name):
    assert search_key(unicodedata.normalize("NFD", name)) == search_key(unicodedata.normalize("NFC", name))


def test_initials_full_names_and_lists():
    assert initials("Emil", "Haugen") == "E.H."
    assert initials("Anne-Marie Ødegård") == "A-M.Ø."
    assert initials("") == ""
    assert full_name(" Emil  ", "Haugen") == "Emil Haugen"
    assert full_name("", "Haugen") == "Haugen"
    assert listed(["Anne", "Per", "Kari"], "og") == "Anne, Per og Kari"
    assert listed(["Anne"], "og") == "Anne"
    assert listed([], "og") == ""


def test_languages_have_names_in_both_written_languages():
    assert language_name("se", "nb") == "nordsamisk"
    assert language_name("xx", "nn") == "xx"
    assert set(words("nb").names) == set(words("nn").names)
