# SPDX-License-Identifier: MIT
"""Two invented pages that use every piece of the kit, for the tests and for the picture of the components."""

from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from models.values.typed import RequiredName
from views.form.choice_editors import CheckEditor, choice, combo_of
from views.form.date_editor import DateEditor, past_date
from views.form.field import Field
from views.form.form import Form
from views.form.person_editor import Choice, person
from views.form.text_editors import LongTextEditor, NationalIdEditor, PhoneEditor
from views.pages.page import Page
from views.table.column import Column
from views.table.table import RowTable
from views.texts import t
from views.widgets.basics import badge, boxed, button, column, label, line, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.key_hints import key_hints
from views.widgets.labels import IconLabel
from views.widgets.page_header import PageHeader
from views.widgets.rows import Head, Row, RowList
from views.widgets.scroll import ScrollColumn
from views.widgets.search_field import SearchField


class DayPage(Page):
    """The start page of the design, with its invented people."""

    title = "shell.nav.my_day"
    help = "my_day"

    def __init__(self, workspace, navigator):
        super().__init__(workspace, navigator)
        header = PageHeader(
            "God morgen, Kari",
            "Mandag 23. november 2026 · uke 48 · 5 saker trenger deg i dag",
            [button("Nytt notat", "pen"), button("Ny oppgave", "plus")],
        )
        self.rows = RowList("Dette trenger deg")
        self.rows.show_rows(DAY)
        self.rows.choose(2)
        card = Card(margins=(6, 4, 6, 6), gap=0).add(self.rows)
        side = boxed(column(self._meeting(), self._transitions(), None, gap=14))
        side.setFixedWidth(330)
        across = row(card, side, gap=20)
        across.setStretchFactor(card, 1)
        self.body.addWidget(header)
        self.body.addLayout(across, 1)
        hints = [("↑↓", "velg"), ("Enter", "åpne"), ("Mellomrom", "ferdig"), ("U", "utsett")]
        self.body.addWidget(key_hints(hints))
        self.asked = {}

    def first_focus(self):
        return self.rows

    def place(self):
        chosen = self.rows.current()
        return {"row": chosen.id if chosen else None}

    def go_to(self, place):
        self.asked = place
        if place.get("row") is not None:
            self.rows.choose(place["row"])

    def _meeting(self):
        card = Card("Neste møte", icon_name="calendar", right=badge("i morgen 10:00", "accent"))
        card.add(label("Ansvarsgruppe for familien Berg", "lead", wrap=True))
        card.add(label("Rådhuset, møterom 2 · 7 deltakere · 60 min", "body", "muted", wrap=True))
        card.add(row(IconLabel("check", "success", 18), label("Innkallingen er sendt 10. november"), None))
        card.add(row(IconLabel("warning", "warning", 18), label("2 saker mangler ansvarlig"), None))
        return card.add(row(button("Gjør klar møtet", kind="primary"), button("Skriv ut", "print"), None))

    def _transitions(self):
        card = Card("Overganger", icon_name="flag", gap=6)
        for title, second, left in TRANSITIONS:
            words = column(label(title), label(second, "caption", "muted"), gap=0)
            card.add(line(), row(words, None, label(left, "caption", "muted")))
        return card


TRANSITIONS = (
    ("Emil fyller 18", "14. april · avklar alminnelig koordinator", "142 dager"),
    ("Nora begynner på skolen", "august 2027 · møte med skolen i januar", "9 md."),
)
DAY = (
    Head("Over fristen"),
    Row(
        1,
        "Send avgjørelsen om barnekoordinator til familien Sandvik",
        "Familien Sandvik · Ida (4) · vurdert 9. november",
        badge=("4 dager over", "danger"),
        tick=False,
    ),
    Head("I dag"),
    Row(
        2,
        "Skriv ferdig referatet fra ansvarsgruppen",
        "Familien Haugen · Emil (17) · møtet var 19. november",
        badge=("I dag", "warning"),
        tick=False,
    ),
    Row(3, "Ring PPT om sakkyndig vurdering", "Familien Lunde · Nora (5)", badge=("I dag", "warning"), tick=False),
    Row(4, "Forny samtykket til deling", "Familien Berg · Jonas (9)", badge=("Om 7 dager", "neutral"), tick=False),
    Row(5, "Les tilbakemeldingen fra skolen", "Familien Haugen · Emil (17)", badge=("Nytt", "info"), tick=True),
    Head("Denne uken"),
    Row(6, "Evaluer mål 3: «Klare skoleveien selv»", "Familien Berg · Jonas (9)", right="ons. 25. nov.", tick=False),
    Row(7, "Innkalling til ansvarsgruppe", "Familien Lunde · Nora (5)", right="fre. 27. nov.", tick=False),
)


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """One row of the example table."""

    id: int
    name: str
    age: str
    coordinator: str
    status: str
    kind: str
    plan: str = "Versjon 2"
    meeting: str = "14. jan."


def _nobody(one):
    return "Ikke" in one.coordinator


COLUMNS = (
    Column("name", "shell.nav.families", lambda one: one.name, 230, strong=True),
    Column("age", "person.answer.unknown", lambda one: one.age, 66, order=lambda one: int(one.age)),
    Column(
        "coordinator", "form.person.hits", lambda one: one.coordinator, 160, muted=lambda one: "Ikke" in one.coordinator
    ),
    Column("status", "form.choose", lambda one: one.status, 176, badge=lambda one: one.kind),
    Column("plan", "shell.search", lambda one: one.plan, 150, second_rank=True),
    Column("meeting", "shell.new", lambda one: one.meeting),
)
FAMILIES = tuple(
    FamilyLine(number, name, age, coordinator, status, kind)
    for number, (name, age, coordinator, status, kind) in enumerate(
        [
            ("Haugen – Emil", "17", "Kari Nordvik", "Rett innvilget", "success"),
            ("Sandvik – Ida", "4", "Ikke oppnevnt", "Avgjørelse klar", "info"),
            ("Lunde – Nora", "5", "Kari Nordvik", "Rett innvilget", "success"),
            ("Ødegård – Jonas", "9", "Kari Nordvik", "Vurderes", "warning"),
            ("Aasen – Sara og Elias", "11", "Tor Helge Vik", "Alminnelig koordinator", "neutral"),
            ("Čiŋgi – Máret", "2", "Tor Helge Vik", "Klage til behandling", "danger"),
        ]
    )
)


class ListPage(Page):
    """A table with search and chips."""

    title = "shell.nav.families"
    help = "families"

    def __init__(self, workspace, navigator):
        super().__init__(workspace, navigator)
        self.table = RowTable(t(self.title), COLUMNS)
        self.table.show_rows(FAMILIES)
        self.table.opened.connect(lambda one: navigator.open("my_day", row=one.id))
        self.search = SearchField("Søk i familier", "Søk på navn, fødselsdato eller koordinator", self.table)
        self.search.searched.connect(self.table.filter)
        chips = ChipGroup("Utvalg", [("all", "Alle 14"), ("mine", "Mine 5"), ("now", "Trenger handling 6")])
        self.body.addWidget(PageHeader(t(self.title), actions=[button("Ny familie", "plus", "primary")]))
        self.body.addLayout(row(self.search, chips, None))
        self.body.addWidget(Card(margins=(1, 1, 1, 6), gap=0).add(self.table), 1)
        self.body.addWidget(key_hints([("Ctrl+F", "søk"), ("Enter", "åpne")], "Viser 6 av 6 familier"))

    def first_focus(self):
        return self.search

    def place(self):
        return self.table.place()

    def go_to(self, place):
        self.table.go_to(place)


class PersonDraft(BaseModel):
    """What the example form gathers."""

    name: RequiredName
    born_on: date
    phone: str = ""
    national_id: str = ""
    kind: str
    known: str | None = None
    coordinator: str | None = None
    met_on: date | None = None
    note: str = ""
    urgent: bool = False


STAFF = (Choice("1", "Kari Nordvik", "Barnekoordinator"), Choice("2", "Tor Helge Vik", "Koordinator"))
ANSWER_KEYS = {"J": "yes", "N": "no", "U": "unknown"}
FIELDS = (
    Field("name", "shell.nav.families", need="required"),
    Field("born_on", "shell.nav.my_day", past_date, hint="palette.only_yours", need="required"),
    Field("phone", "shell.nav.settings", PhoneEditor, need="optional"),
    Field("national_id", "shell.lock", NationalIdEditor, need="optional"),
    Field("kind", "shell.menu", combo_of(["required", "optional"], "form.need")),
    Field("known", "shell.sidebar", choice(["yes", "no", "unknown"], "person.answer", ANSWER_KEYS)),
    Field("coordinator", "form.person.hits", person(lambda: STAFF)),
    Field("met_on", "shell.unit", DateEditor, need="optional"),
    Field("note", "shell.search", LongTextEditor, width="full"),
    Field("urgent", "shell.practice", CheckEditor, width="full"),
)


class FormPage(Page):
    """A form and its button."""

    title = "shell.nav.settings"
    help = "settings"

    def __init__(self, workspace, navigator):
        super().__init__(workspace, navigator)
        self.form = Form(PersonDraft, FIELDS, workspace, draft_id="example")
        self.body.addWidget(PageHeader(t(self.title)))
        create = row(button("Opprett", kind="primary", run=self.form.draft), None)
        self.body.addWidget(ScrollColumn(column(self.form, create, None, gap=14, margins=(2, 2, 12, 2))), 1)
