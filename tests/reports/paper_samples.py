# SPDX-License-Identifier: MIT
"""Documents that show every block, with synthetic people only."""

from datetime import datetime, timedelta, timezone
from io import BytesIO

from PIL import Image, ImageDraw

from reports.blocks import (
    Block,
    Column,
    Document,
    Facts,
    Figure,
    Heading,
    Letterhead,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Redacted,
    References,
    Run,
    Signature,
    Space,
    StatusCell,
    Table,
)
from reports.drawn import Band, Box, Disc, Drawing, Label, Sign, Stroke

MADE_AT = datetime(2026, 11, 22, 13, 5, 9, tzinfo=timezone(timedelta(hours=1)))


def arms(size: int = 400, kind: str = "PNG", mode: str = "RGBA") -> bytes:
    """A shield with a fjord between fells."""
    image = Image.new("RGBA", (size, size * 6 // 5), (0, 0, 0, 0))
    draw, u = ImageDraw.Draw(image), size / 100
    shield = [(0, 0), (100, 0), (100, 70), (92, 92), (75, 108), (50, 119), (25, 108), (8, 92), (0, 70)]
    draw.polygon([(x * u, y * u) for x, y in shield], fill=(11, 60, 73, 255))
    fells = [(0, 70), (30, 25), (50, 55), (65, 38), (100, 75), (100, 78), (0, 78)]
    draw.polygon([(x * u, y * u) for x, y in fells], fill=(255, 255, 255, 255))
    content = BytesIO()
    image.convert(mode).save(content, kind)
    return content.getvalue()


LETTERHEAD = Letterhead(
    municipality="Mellomvik kommune",
    unit="Koordinerende enhet",
    address_lines=("Rådhusveien 1", "8999 Mellomvik", "Org.nr. 999 999 999"),
    contact="75 00 00 00 · post@mellomvik.example",
    arms=arms(),
    arms_alt="Kommunevåpenet til Mellomvik",
)


def document(*blocks: Block, **changes: object) -> Document:
    """A plan with these blocks and nothing else of its own."""
    values: dict[str, object] = {
        "title": "Prøve",
        "language": "nb",
        "made_at": MADE_AT,
        "letterhead": LETTERHEAD,
        "blocks": blocks,
        "kind": "plan",
        "page_text": "Side {page} av {pages}",
    }
    return Document(**(values | changes))  # type: ignore[arg-type]


def letter(**changes: object) -> Document:
    """An avgjørelse, as a family gets it."""
    blocks = (
        Heading("Du har rett til barnekoordinator for Biret Márjá", 1),
        Paragraph(
            "Mellomvik kommune har avgjort at familien har rett til barnekoordinator. Retten gjelder fra "
            "1. desember 2026. Marte Hauge er oppnevnt som barnekoordinator for dere.",
            role="lead",
        ),
        Facts(
            (
                ("Barn", (Run("Biret Márjá Čuoivvat", language="se"), Run(", født 14. mai 2020"))),
                ("Barnekoordinator", "Marte Hauge, koordinerende enhet"),
                ("Telefon", "75 00 12 34"),
                ("Gjelder fra", "1. desember 2026"),
            )
        ),
        Heading("Hvorfor vi har bestemt dette"),
        Paragraph(
            "Retten står i helse- og omsorgstjenesteloven § 7-2 a. Familier med barn eller ungdom med alvorlig sykdom, "
            "skade eller nedsatt funksjonsevne, som trenger langvarige og sammensatte eller koordinerte helse- og "
            "omsorgstjenester og andre velferdstjenester, har rett til barnekoordinator."
        ),
        Paragraph(
            "Vi har lagt vekt på at Biret Márjá får tjenester fra fysioterapeut, PPT, habiliteringstjenesten og "
            "hjelpemiddelsentralen, og at behovet ventes å vare i flere år. Dere har selv måttet samordne tjenestene."
        ),
        Quote(
            "Det Biret Márjá sier selv",
            "«Jeg vil sykle til skolen sammen med Iver, og lese Donald selv.»",
            "Fortalt til Marte Hauge, 12. november 2026",
        ),
        Heading("Hva barnekoordinatoren gjør"),
        ListBlock(
            (
                "har oversikt over tjenestene dere får, og følger dem opp",
                "sørger for at dere får informasjon, veiledning og hjelp til å søke",
                (Run("er "), Run("én person å ringe til", bold=True), Run(", også når saken gjelder skole & SFO")),
            )
        ),
        Heading("Du kan klage"),
        Paragraph(
            (
                Run("Du kan klage på avgjørelsen innen tre uker etter at du fikk brevet. Les mer på "),
                Run("helsenorge.no/rettigheter", link="https://www.helsenorge.no/rettigheter"),
                Run(". Statsforvalteren avgjør klagen hvis vi ikke gir deg medhold."),
            )
        ),
        Redacted("Her er opplysninger om en annen person tatt ut (forvaltningsloven § 19)."),
        Signature("Ingrid Sæther", "leder for koordinerende enhet", "Vennlig hilsen"),
        Paragraph("Kopi: barnekoordinator Marte Hauge", role="note"),
    )
    values: dict[str, object] = {
        "title": "Avgjørelse om rett til barnekoordinator",
        "kind": "letter",
        "recipient": ("Áilu Čuoivvat og Jon Solbakken", "Fjordgata 12 B", "8999 Mellomvik"),
        "references": References(
            (
                ("Dato", "22. november 2026"),
                ("Vår referanse", "2026/01483-4"),
                ("Deres referanse", "–"),
                ("Saksbehandler", "Marte Hauge"),
            )
        ),
        "restricted": "Unntatt offentlighet",
        "restricted_basis": "offentleglova § 13, jf. helse- og omsorgstjenesteloven § 12-1",
    }
    return document(*blocks, **(values | changes))


def plan(goals: int = 3, **changes: object) -> Document:
    """A plan with tables, statuses, a picture and signatures."""
    blocks: list[Block] = [
        Heading("Individuell plan", 1),
        Paragraph("Ella Márjá Solbakken, 9 år", role="subtitle"),
        Facts(
            (
                ("Født", "14. mai 2017"),
                ("Koordinator", "Marte Hauge"),
                ("Telefon", "75 00 12 34"),
                ("Foresatte", "Biret Ánne Čuoivvat og Jon Solbakken"),
                ("Planperiode", "1.8.2026 – 30.6.2027"),
                ("Neste møte", "20. januar 2027 kl. 12.30"),
                ("Samtykke", "Gitt 18. august 2026"),
                ("Språk", "Norsk og nordsamisk, med tolk på møter"),
            )
        ),
        Quote(
            "Hva er viktig for Ella?",
            "«Jeg vil sykle til skolen sammen med Iver, og lese Donald selv.»",
            "Foreldrene ønsker færre møter, én person å ringe til, og at skole og avlastning følger samme dagsplan.",
        ),
        Heading("Mål og tiltak"),
    ]
    for number in range(goals):
        blocks += goal(number)
    blocks += [
        Heading("Slik samarbeider vi"),
        ListBlock(("Familien ringer Marte først.", "Ansvarsgruppa møtes fire ganger i året."), ordered=True),
        Figure(arms(), "Et skjold med fjell og fjord", 30, 36),
        Space(4),
        PageBreak(),
        Heading("Samtykke og underskrift"),
        Paragraph("Vi har laget planen sammen. Samtykket kan trekkes tilbake når som helst."),
        Signature("Marte Hauge", "barnekoordinator", note="Godkjent elektronisk 22. november 2026, uten underskrift."),
    ]
    values: dict[str, object] = {
        "title": "Individuell plan for Ella Márjá Solbakken",
        "references": References((("Sak", "2026/01483"), ("Versjon 3 ·", "22. november 2026"))),
        "restricted": "Unntatt offentlighet",
        "restricted_basis": "offentleglova § 13, jf. forvaltningsloven § 13",
    }
    return document(*blocks, **(values | changes))


def sketch(**changes: object) -> Drawing:
    """A drawing with every shape."""
    shapes = (
        Stroke(10, 40, 190, 40, "LINE", 1.2),
        Disc(100, 40, 24, "NAVY", "WHITE", 3),
        Box(10, 20, 50, 40, "SAND", "AMBER", radius=5, dashed=True),
        Band(10, 80, 180, 14, "TINT", 0.4),
        Sign(20, 110, "running", 9),
        Label(100, 44, "Ella", 12, "WHITE", bold=True, anchor="middle"),
        Label(35, 44, "Skole", anchor="middle"),
        Label(28, 113, "I gang"),
        Label(190, 113, "Nå", ink="AMBER", anchor="right"),
    )
    values: dict[str, object] = {"shapes": shapes, "alt": "Ella i midten, med skolen", "width": 200.0, "height": 120.0}
    return Drawing(**(values | changes))  # type: ignore[arg-type]


def goal(number: int) -> list[Block]:
    """One of the goals, by number."""
    columns = (Column("Tiltak", 3.3), Column("Ansvarlig", 2), Column("Frist", 1.2), Column("Status", 1.2))
    return [
        Heading(f"Ella sykler til skolen{' igjen' * (number % 3)}", 3),
        Paragraph("Ella trener balanse og trafikk, slik at hun kan sykle den siste kilometeren med en venn."),
        Table(
            columns,
            (
                (
                    "Trening med trehjulssykkel to ganger i uka",
                    "Ingrid Dahl, fysioterapeut",
                    "1. mars 2027",
                    StatusCell("I gang", "running"),
                ),
                (
                    "Søke om tilpasset sykkel fra hjelpemiddelsentralen",
                    "Marte Hauge, koordinator",
                    "15. okt. 2026",
                    StatusCell("Nådd", "reached"),
                ),
                (
                    "Gå og merke en trygg skolevei sammen med Iver",
                    "Familien og skolen",
                    "1. apr. 2027",
                    StatusCell("Planlagt", "planned"),
                ),
                ("Ny kartlegging av lesing", "Øyvind Sæther, PPT", "", StatusCell("Trenger ny vurdering", "review")),
                ("Avlastning annenhver helg", "Tildelingskontoret", "1. sept. 2026", StatusCell("Avsluttet", "ended")),
            ),
            row_heads=True,
        ),
    ]
