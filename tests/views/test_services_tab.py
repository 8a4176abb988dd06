# SPDX-License-Identifier: MIT
"""The tab «Tjenester» of a family: map and list say and do the same, by keyboard and by ear."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtTest import QTest

from models.queries.documents import document_list
from models.queries.family_services import services_around
from models.records.consent import Consent, ConsentKind, ConsentScope
from models.records.document import DocumentKind
from models.records.family_service import ServiceState
from models.records.person import AddressProtection, Person
from models.work.edit_register import ServiceContactDraft, ServiceDraft, add_service, add_service_contact
from models.work.edit_subplan import SubplanDraft, add_subplan
from models.work.family_services import NewFamilyServiceDraft, add_family_service
from tests.eye import Eye, settle
from tests.letter_press import edit
from tests.stand_ins import Stage
from tests.views import rules
from tests.views.screen import dress
from views.navigation import Navigator
from views.pages.services.map_layout import laid_out, nearest
from views.pages.services.map_view import NetworkMap
from views.pages.services.tab import ServicesTab

ALL = "Alle tjenester"


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil", born_on=date(2009, 4, 14)).adult("Anne")


@pytest.fixture
def have(desk, family):
    def made(name="PPT", **values):
        return desk.do(add_family_service, family.id, NewFamilyServiceDraft(name=name, **values))

    return made


@pytest.fixture
def open_tab(workspace, family, qapp):
    made = []

    def opened(width=1340, height=660, **place):
        dress(qapp, "light")
        tab = ServicesTab(workspace, Navigator(Stage()), family.id)
        tab.told = []
        tab.done.connect(lambda text, undo: tab.told.append((text, undo)))
        tab.resize(width, height)
        tab.show()
        tab.activateWindow()
        settle()
        tab.go_to(place)
        settle()
        made.append(tab)
        return tab, Eye(tab)

    yield opened
    for tab in made:
        tab.leave()
        tab.close()
        tab.deleteLater()
    settle()


@pytest.fixture
def services(desk, family):
    return lambda: desk.read(services_around, family.id, desk.today()).services


def test_without_services_the_map_holds_the_family_and_says_what_belongs_here(open_tab):
    tab, eye = open_tab()
    assert eye.says("Tjenester rundt Emil")
    assert eye.says("Ingen tjenester er lagt til ennå.")
    assert tab.findChild(NetworkMap).current() is None
    assert rules.faults(tab) == []


def test_map_and_list_choose_the_same_service_and_enter_goes_to_its_card(open_tab, have, story, family):
    bup = have("BUP Fjordvik", contact="Guro Lie")
    ppt = have("PPT", contact="Jon Aas", granted="4", delivered="2", unit="timer i uka")
    consent = story.add(Consent(family_id=family.id, kind=ConsentKind.CARE_TEAM, given_on=story.today))
    story.add(ConsentScope(family_id=family.id, consent_id=consent, family_service_id=ppt))
    tab, eye = open_tab()
    assert eye.says("2 tjenester · 1 trenger nytt samtykke")
    assert eye.rows(ALL) == [
        "BUP Fjordvik, Guro Lie, Mangler samtykke",
        "PPT, Jon Aas · får mindre enn innvilget, Samtykke gjelder",
    ]
    around = tab.findChild(NetworkMap)
    around.setFocus(Qt.FocusReason.TabFocusReason)
    assert around.current() == bup
    assert "Lista «Alle tjenester» har det samme" in eye.focus()
    eye.key(Qt.Key.Key_Down)
    assert around.current() == ppt
    assert eye.says("Innvilget 4\u00a0timer i uka, får 2.")
    assert eye.says("Familien får 2\u00a0timer i uka mindre enn innvilget.")
    eye.key(Qt.Key.Key_Return)
    assert eye.focus() in ("Se samtykket", "Endre")
    eye.open_row(ALL, "BUP")
    assert around.current() == bup
    assert tab.place()["item"] == str(bup)
    assert rules.faults(tab) == []


def test_a_service_is_found_in_the_register_while_typing_and_added(open_tab, desk, services):
    bup = desk.do(add_service, ServiceDraft(name="BUP Fjordvik", level="state", sector="specialist_health"))
    desk.do(add_service_contact, bup, ServiceContactDraft(name="Guro Lie", phone="900 00 017"))
    tab, eye = open_tab()
    eye.press("Legg til tjeneste")
    assert eye.focus() == "Finn i kommunens register"
    QTest.keyClicks(tab.window().focusWidget(), "bup")
    settle()
    assert eye.rows("Treff i registeret") == ["BUP Fjordvik, Guro Lie · 900 00 017"]
    eye.key(Qt.Key.Key_Return)
    eye.write("Hva tjenesten gir", "Samtaler")
    eye.press("Legg til tjenesten")
    (found,) = services()
    assert (found.name, found.contact, found.register_id, found.gives) == ("BUP Fjordvik", "Guro Lie", bup, "Samtaler")
    assert tab.place()["item"] == str(found.id)
    tab.told[-1][1]()
    assert services() == ()


def test_one_that_is_not_in_the_register_is_written_and_a_wrong_amount_is_told(open_tab, services):
    _, eye = open_tab()
    eye.press("Legg til tjeneste")
    eye.press("Legg til tjenesten")
    assert eye.says("Skriv hva tjenesten heter.")
    eye.write("Navn", "Ridesenteret")
    eye.write("Innvilget mengde", "mye")
    eye.press("Legg til tjenesten")
    assert eye.says("Skriv mengden med tall, for eksempel 7,5.")
    eye.write("Innvilget mengde", "1,5")
    eye.choose("Hvor langt er det kommet", "Ønsket")
    eye.press("Legg til tjenesten")
    assert [(one.name, one.granted, one.state) for one in services()] == [("Ridesenteret", 1.5, ServiceState.WISHED)]


def test_half_typed_services_come_back_after_lock(open_tab):
    tab, eye = open_tab()
    eye.press("Legg til tjeneste")
    eye.write("Navn", "Ridesent")
    tab.flush()
    _, again = open_tab()
    again.press("Legg til tjeneste")
    assert again.says("Ridesent")


def test_a_refusal_gets_its_last_day_to_complain_and_can_be_undone(open_tab, have, services, today):
    have("Avlastning", sector="health", state="applied", on=today - timedelta(days=30))
    tab, eye = open_tab()
    eye.press("Avslag")
    assert eye.says("Når fikk familien vite om avslaget?")
    eye.press("Før inn")
    assert eye.says("Siste dag for å klage er 13. april 2026.")
    assert eye.rows(ALL) == ["Avlastning, Avslag"]
    tab.told[-1][1]()
    settle()
    assert services()[0].state is ServiceState.APPLIED


def test_where_an_address_is_secret_a_service_is_its_kind_until_somebody_says_why(open_tab, desk, have, family):
    have("Fjordvik skole", kind="school", contact="Liv Moe", phone="900 00 017", gives="Fast voksen")
    edit(desk, Person, family.children[0], address_protection=AddressProtection.STRICT)
    tab, eye = open_tab()
    for secret in ("Fjordvik", "Liv Moe", "900 00 017", "Fast voksen"):
        assert not eye.says(secret), secret
    assert eye.rows(ALL) == ["Grunnskole, Mangler samtykke"]
    eye.press("Vis navn og kontakt")
    eye.press("Vis navn og kontakt")
    eye.write("Hvorfor trenger du å se det nå?", "Skal ringe")
    eye.press("Vis navn og kontakt")
    assert eye.says("Liv Moe · 900 00 017")
    assert rules.faults(tab) == []


def test_it_ends_with_a_reason_and_is_taken_up_again(open_tab, have, services):
    have("PPT")
    tab, eye = open_tab(view="list")
    eye.press("Avslutt")
    eye.press("Før inn")
    assert eye.says("Hvorfor er det slutt")
    eye.write("Hvorfor er det slutt", "Sakkyndig vurdering er ferdig")
    eye.press("Før inn")
    assert services()[0].ended_reason == "Sakkyndig vurdering er ferdig"
    eye.press("Ta opp igjen")
    assert services()[0].state is ServiceState.RUNNING
    assert rules.faults(tab) == []


def test_a_field_that_is_mended_saves_itself(open_tab, have, services):
    have("PPT")
    _, eye = open_tab()
    eye.press("Endre")
    eye.write("Telefon", "41234567")
    eye.leave()
    eye.write("Mengde familien får", "2,5")
    eye.leave()
    eye.press("Ferdig")
    assert (services()[0].phone, services()[0].delivered) == ("412 34 567", 2.5)


def test_the_hospital_s_coordinator_stands_beside_ours(open_tab, have, services, today):
    have("Barneavdelingen", sector="specialist_health", contact="Eva Moe")
    _, eye = open_tab()
    eye.press("Har egen koordinator")
    eye.write("Hva koordinatoren har lovet", "Ringer etter MR")
    eye.press("Før inn")
    assert eye.says("Har lovet: Ringer etter MR")
    eye.press("Snakket i dag")
    assert services()[0].talked_on == today
    assert eye.says("Sist snakket sammen 16. mars 2026.")


def test_a_plan_of_a_service_is_written_mended_and_taken_away(open_tab, desk, family):
    def plans():
        return [one.title for one in desk.read(services_around, family.id, desk.today()).subplans]

    desk.do(add_subplan, family.id, SubplanDraft(title="IOP", owner="Skolen"))
    tab, eye = open_tab()
    eye.press("Ny delplan")
    eye.write("Planens navn", "Habiliteringsplan")
    eye.press("Lagre")
    assert plans() == ["Habiliteringsplan", "IOP"]
    eye.open_row("Delplaner", "IOP")
    eye.press("Ta bort")
    assert plans() == ["Habiliteringsplan"]
    tab.told[-1][1]()
    assert plans() == ["Habiliteringsplan", "IOP"]


def test_who_does_what_is_drafted_about_the_child_in_the_middle(open_tab, desk, have, family):
    have("PPT")
    _, eye = open_tab()
    eye.press("Hvem gjør hva")
    (row,) = desk.read(document_list, family.id)
    assert (row.kind, row.recipient) == (DocumentKind.WHO_DOES_WHAT, "Emil Haugen")


def test_each_child_has_its_own_map(open_tab, have, story, family):
    family.child("Selma", age=9)
    have("Skole", child_id=family.children[1])
    have("Fastlege")
    _, eye = open_tab()
    assert [row.partition(",")[0] for row in eye.rows(ALL)] == ["Fastlege"]
    eye.press("Selma")
    assert [row.partition(",")[0] for row in eye.rows(ALL)] == ["Fastlege", "Skole"]
    assert eye.says("Tjenester rundt Selma")


@given(st.integers(0, 40), st.integers(300, 1200), st.integers(200, 600))
def test_no_box_of_the_map_lies_on_another_or_on_the_family(count, width, height):
    area = QRectF(0, 0, width, height)
    found = laid_out(area, count, QSizeF(148, 52))
    assert len(found.boxes) == count or count > 4
    assert len(found.boxes) == count or count > 14 or width < 700 or height < 300
    for n, box in enumerate(found.boxes):
        assert area.adjusted(-1, -1, 1, 1).contains(box)
        assert not any(box.intersects(other) for other in found.boxes[n + 1 :])


@given(st.integers(1, 16), st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]))
def test_an_arrow_goes_that_way_or_stays(count, step):
    boxes = laid_out(QRectF(0, 0, 760, 420), count, QSizeF(148, 52)).boxes
    for here in range(len(boxes)):
        moved = boxes[nearest(boxes, here, *step)].center() - boxes[here].center()
        assert moved.x() * step[0] + moved.y() * step[1] >= 0
