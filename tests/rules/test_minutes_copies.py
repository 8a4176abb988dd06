# SPDX-License-Identifier: MIT
"""No word of the minutes reaches a copy unless a consent that holds covers it, whatever the minutes and consents."""

from datetime import date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from models.rules.minutes_copies import CHILD, narrowed, parts_of, passages
from models.rules.visibility import ALL, Information, Permission, Reader, kinds_in, kinds_out, may_know
from models.values.dates import OSLO
from models.values.minutes import KeptItem, KeptObjection, KeptTask, KeptView, MinutesContent, content_in

DAY = date(2026, 3, 16)
SERVICES = [UUID(int=n) for n in range(1, 5)]
KINDS = st.frozensets(st.sampled_from(list(Information)))
DAYS = st.none() | st.integers(-3, 3).map(lambda n: DAY + timedelta(days=n))


@st.composite
def contents(draw):
    """Minutes where every part says its own word."""
    kinds = [kinds_out(draw(KINDS)) for _ in range(draw(st.integers(0, 5)))]
    owners = [draw(st.none() | st.sampled_from(SERVICES)) for _ in range(draw(st.integers(0, 5)))]
    items = tuple(
        KeptItem(UUID(int=100 + n), f"tittel{n}z", information=one, text=f"tekst{n}z", child_view=f"barn{n}z")
        for n, one in enumerate(kinds)
    )
    tasks = tuple(
        KeptTask(UUID(int=200 + n), f"oppgave{n}z", service_id=owner, information=kinds_out(draw(KINDS)))
        for n, owner in enumerate(owners)
    )
    return MinutesContent(
        UUID(int=1),
        UUID(int=2),
        datetime(2026, 3, 16, 9, 0, tzinfo=OSLO),
        parents_view="foreldrez",
        child_view=KeptView("heard", "ordz"),
        items=items,
        tasks=tasks,
        objections=(KeptObjection("noenz", "galtz", DAY),),
    )


PERMISSIONS = st.lists(
    st.builds(
        Permission,
        consent_id=st.uuids(),
        service_id=st.sampled_from(SERVICES),
        information=KINDS,
        from_on=DAYS,
        until=DAYS,
        withdrawn_on=DAYS,
    ),
    max_size=6,
)
AWAY = st.frozensets(st.integers(0, 4).map(lambda n: str(UUID(int=100 + n))))


@given(content=contents(), permissions=PERMISSIONS, service=st.sampled_from(SERVICES), away=AWAY)
def test_a_service_reads_no_word_that_no_consent_covers(content, permissions, service, away):
    reader = Reader(service_id=service)
    smaller = narrowed(content, passages(tuple(parts_of(content)), reader, permissions, DAY, away))
    known = may_know(permissions, service, DAY)
    if not known:
        assert smaller is None
        return
    said = smaller.stored()
    for n, item in enumerate(content.items):
        kinds = kinds_in(item.information) or ALL
        covered = kinds <= known and str(item.id) not in away
        assert (f"tekst{n}z" in said) == (f"tittel{n}z" in said) == covered
        assert (f"barn{n}z" in said) == (covered and Information.WORDS in known)
    for n, task in enumerate(content.tasks):
        covered = (kinds_in(task.information) or ALL) <= known
        assert (f"oppgave{n}z" in said) == (covered or task.service_id == service)
    assert ("ordz" in said) == (Information.WORDS in known)
    assert ("foreldrez" in said) == ("galtz" in said) == (known == ALL)


@given(content=contents(), kept_from=KINDS)
def test_a_party_reads_all_but_what_is_kept_from_it(content, kept_from):
    seen = passages(tuple(parts_of(content)), Reader(party=True, kept_from=kept_from), (), DAY)
    for part in parts_of(content):
        assert seen[part.id].seen == (not part.mark.reveals & kept_from)


@given(content=contents())
def test_whoever_is_neither_party_nor_service_reads_nothing(content):
    assert narrowed(content, passages(tuple(parts_of(content)), Reader(), (), DAY)) is None


@given(content=contents())
def test_what_is_kept_of_a_version_is_read_as_it_was_written(content):
    assert content_in(content.stored()) == content


@given(content=contents(), permissions=PERMISSIONS, service=st.sampled_from(SERVICES), away=AWAY)
def test_taking_a_part_away_never_adds_another(content, permissions, service, away):
    reader = Reader(service_id=service)
    whole = passages(tuple(parts_of(content)), reader, permissions, DAY)
    less = passages(tuple(parts_of(content)), reader, permissions, DAY, away | {CHILD})
    assert all(whole[part].seen for part, seen in less.items() if seen.seen)
