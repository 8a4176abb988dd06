# SPDX-License-Identifier: MIT
"""The law is data with dates: what holds on a day, how it is cited, and how it stood before."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from models.rules.law import NotInForce, law_on, provision_ids, then_and_now

GUIDELINE, TODAY, NEW_ACT = date(2022, 9, 15), date(2026, 11, 22), date(2027, 7, 1)
REPEALED = {"hol_7_2b", "hol_5_10"}


@pytest.mark.parametrize("switch", [None, NEW_ACT])
def test_no_two_versions_of_a_provision_hold_on_one_day(switch):
    for id in provision_ids():
        for earlier, later in pairwise(then_and_now(id, switch, switch)):
            assert earlier.valid_until is not None, id
            assert earlier.valid_until <= later.valid_from, id


@pytest.mark.parametrize("switch", [None, NEW_ACT])
def test_no_provision_has_a_gap_in_its_life(switch):
    for id in provision_ids():
        for earlier, later in pairwise(then_and_now(id, switch, switch)):
            assert earlier.valid_until == later.valid_from, id


def test_every_provision_is_in_force_today_or_known_to_be_repealed():
    law = law_on(TODAY)
    assert {id for id in provision_ids() if not law.has(id)} == REPEALED


def test_every_provision_survives_the_new_acts():
    law = law_on(NEW_ACT, NEW_ACT, NEW_ACT)
    assert {id for id in provision_ids() if not law.has(id)} == REPEALED


def test_every_provision_is_told_in_both_languages_with_source_and_day():
    for provision in law_on(TODAY).provisions.values():
        for language in ("nb", "nn"):
            assert provision.short[language]
            assert provision.plain[language].endswith(".")
        assert provision.source.startswith("lovdata.no/dokument/")
        assert provision.checked == date(2026, 5, 5)


@pytest.mark.parametrize(
    ("id", "in_2022", "now"),
    [
        ("hol_7_2a", "helse- og omsorgstjenesteloven § 7-2 a", "helse- og omsorgstjenesteloven § 7-2 a"),
        ("bvl_15_8", "barnevernloven § 3-2", "barnevernsloven § 15-8"),
        ("bvl_15_9", "barnevernloven § 3-2 a", "barnevernsloven § 15-9"),
        ("bvl_12_9", "barnevernloven § 6-5", "barnevernsloven § 12-9"),
        ("oppll_24_1", "opplæringslova § 15-8", "opplæringslova § 24-1"),
        ("arkivl_5", "arkivlova § 6", "arkivlova §§ 5, 8 og 12–14"),
        ("hpl_25", "helsepersonelloven § 25", "helsepersonelloven §§ 25 og 29"),
        ("bhgl_2b", "barnehageloven § 2 b", "barnehageloven § 2 b"),
    ],
)
def test_provisions_are_cited_as_they_stood_and_as_they_stand(id, in_2022, now):
    assert law_on(GUIDELINE).reference(id, "nb").text == in_2022
    assert law_on(TODAY).reference(id, "nn").text == now
    versions = then_and_now(id)
    assert (versions[0].text, versions[-1].text) == (in_2022, now)


def test_the_exemption_for_people_from_ukraine_ends_on_its_day():
    assert law_on(date(2026, 6, 30)).has("hol_7_2b")
    law = law_on(date(2026, 7, 2))
    assert not law.has("hol_7_2b")
    with pytest.raises(NotInForce):
        law.find("hol_7_2b")
    assert law.has("pjl_22a")
    assert [found.id for found in law.references(("hol_7_2b", "hol_7_2a"), "nb")] == ["hol_7_2a"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (NEW_ACT - timedelta(days=1), ("LOV-1967-02-10", "§ 33")),
        (NEW_ACT, ("LOV-2025-06-20-81", "§§ 61–69")),
        (date(2030, 1, 1), ("LOV-2025-06-20-81", "§§ 61–69")),
    ],
)
def test_the_new_public_administration_act_holds_from_the_day_that_is_set(day, expected):
    provision = law_on(day, NEW_ACT).find("fvl_33")
    assert (provision.number, provision.paragraph) == expected


def test_without_a_day_the_old_act_holds_for_ever():
    assert law_on(date(2040, 1, 1)).find("fvl_11a").paragraph == "§ 11 a"
    assert law_on(date(2040, 1, 1)).find("barnel_30").paragraph == "§ 30"


def test_figures_stand_with_their_provisions():
    law = law_on(TODAY)
    assert law.parameter("pbrl_7_5", "appeal_weeks") == 4
    assert law.parameter("fvl_29", "appeal_weeks") == 3
    assert law.parameter("fvl_31", "outer_limit_years") == 1
    assert law.parameter("fvl_11a", "interim_reply_months") == 1


def test_the_edition_names_the_day_of_the_latest_change():
    assert law_on(TODAY).edition == "2026-11/2026-07-01"
    assert law_on(date(2026, 6, 2)).edition == "2026-11/2026-06-01"
    assert law_on(date(2028, 1, 1), NEW_ACT).edition == "2026-11/2027-07-01"


def test_days_before_the_oldest_ground_are_marked():
    law = law_on(date(2019, 1, 1))
    assert not law.covered
    assert law.has("hol_7_2a")
    assert law_on(GUIDELINE).covered
