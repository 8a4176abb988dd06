# SPDX-License-Identifier: MIT
"""The page «Tjenester»: the register by keyboard and by what a screen reader hears."""

import pytest

from desktop.palette import service_finder
from models.queries.services import register_rows
from models.work.edit_register import (
    ServiceContactDraft,
    ServiceDraft,
    add_service,
    add_service_contact,
    add_usual_services,
)
from models.work.family_services import NewFamilyServiceDraft, add_family_service
from tests.eye import Eye, settle
from tests.views import rules
from tests.views.desk_window import OnePage
from views.pages.services.page import ServicesPage

SEARCH = "Søk på tjeneste eller kontaktperson"


@pytest.fixture
def show(qtbot, qapp, workspace):
    def made():
        window = OnePage(qtbot, qapp, workspace, ServicesPage)
        return window, Eye(window)

    return made


@pytest.fixture
def bup(desk, story):
    id = desk.do(add_service, ServiceDraft(name="BUP Fjordvik", level="state", sector="specialist_health"))
    guro = desk.do(add_service_contact, id, ServiceContactDraft(name="Guro Lie", title="psykolog", phone="900 00 017"))
    family = story.family("Haugen").child("Emil")
    draft = NewFamilyServiceDraft(name="BUP Fjordvik", register_id=id, contact_id=guro, contact="Guro Lie")
    desk.do(add_family_service, family.id, draft)
    return id


def names(desk):
    return [row.name for row in desk.read(register_rows, desk.staff_id)]


def test_an_empty_register_is_filled_with_the_usual_services_and_that_can_be_undone(show, desk):
    window, eye = show()
    assert eye.says("Ingen tjenester ennå")
    eye.press("Legg til vanlige tjenester")
    assert len(eye.rows("Tjenester")) == len(names(desk)) == 35
    assert rules.faults(window) == []
    window.undo_last()
    settle()
    assert eye.says("Ingen tjenester ennå")


def test_a_service_is_found_by_its_contact_and_read_with_its_duty_to_cooperate(show, desk, bup):
    desk.do(add_usual_services, "nb")
    window, eye = show()
    eye.write(SEARCH, "guro")
    assert eye.rows("Tjenester") == [
        "Tjeneste: BUP Fjordvik, Hvem driver den: Staten, Kontaktperson: Guro Lie, Telefon: 900 00 017, Familier: 1"
    ]
    assert eye.says("Brukes av 1 familie")
    assert eye.says("spesialisthelsetjenesteloven § 2-1 e")
    assert eye.rows("Kontaktpersoner") == ["Guro Lie, psykolog · 900 00 017"]
    eye.press("Private 2")
    assert eye.rows("Tjenester") == []
    window.page.go_to({"text": "", "chip": "all", "row": str(bup)})
    assert window.page.place()["row"] == str(bup)


def test_enter_mends_a_service_and_each_field_saves_itself(show, desk, bup):
    _, eye = show()
    eye.open_row("Tjenester", "BUP Fjordvik")
    eye.write("Organisasjonsnummer", "123")
    eye.leave()
    assert eye.says("Organisasjonsnummeret stemmer ikke")
    eye.write("Organisasjonsnummer", "988077917")
    eye.write("Navn", "BUP Ålesund")
    eye.leave()
    eye.press("Ferdig")
    (row,) = desk.read(register_rows, desk.staff_id)
    assert (row.name, row.org_number) == ("BUP Ålesund", "988077917")


def test_a_new_service_is_written_added_and_taken_back(show, desk, bup):
    window, eye = show()
    eye.press("Ny tjeneste")
    eye.press("Legg til tjenesten")
    assert eye.says("Skriv hva tjenesten heter.")
    eye.write("Navn", "Ridesenteret")
    eye.choose("Hvem driver tjenesten", "Privat")
    eye.press("Legg til tjenesten")
    assert "Ridesenteret" in names(desk)
    assert window.page.place()["row"] != str(bup)
    window.undo_last()
    assert names(desk) == ["BUP Fjordvik"]


def test_a_contact_is_added_mended_and_leaves(show, desk, bup):
    window, eye = show()
    eye.press("Ny kontaktperson")
    eye.write("Navn", "Per Aas")
    eye.press("Legg til kontaktpersonen")
    assert eye.rows("Kontaktpersoner") == ["Guro Lie, psykolog · 900 00 017", "Per Aas"]
    eye.open_row("Kontaktpersoner", "Guro Lie")
    eye.press("Har sluttet")
    assert eye.rows("Kontaktpersoner") == ["Per Aas", "Guro Lie, psykolog · 900 00 017, Har sluttet"]
    window.undo_last()
    assert [one.name for one in desk.read(register_rows, desk.staff_id)[0].now] == ["Guro Lie", "Per Aas"]


def test_a_service_is_taken_out_of_use_and_back(show, desk, bup):
    window, eye = show()
    eye.press("Ta ut av bruk")
    assert eye.rows("Tjenester") == []
    eye.press("Ute av bruk 1")
    eye.press("Ta i bruk igjen")
    assert window.told == ["Tjenesten er tatt ut av bruk.", "Tjenesten er tatt i bruk igjen."]
    assert not desk.read(register_rows, desk.staff_id)[0].ended


def test_ctrl_k_finds_a_service_and_opens_it_in_the_register(show, workspace, bup):
    window, _ = show()
    (hit,) = service_finder(workspace, window.navigator)("bup fj")
    assert (hit.title, hit.second) == ("BUP Fjordvik", "Guro Lie · Brukes av 1 familie")
    hit.run()
    assert (window.opened[-1].page, window.opened[-1].place["row"]) == ("services", str(bup))
