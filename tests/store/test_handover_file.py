# SPDX-License-Identifier: MIT
"""A hand-over file that is damaged, cut, swapped, swollen or from elsewhere is refused whole, with a sentence."""

import io
import json
import os
import random
import zipfile
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.handover_merge import Kinship, kinship
from models.store import age_file
from models.store.handover_archive import listed_parts, packed, unpacked
from models.store.keyfile import SCHEMA
from models.values.handover import FORMAT, MOST_FILE, FamilyTold, Manifest, Origin, fingerprint, read_receipt, receipt
from models.values.trouble import Trouble

SEED = bytes(range(32))
PUBLIC = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"
FAMILY = UUID("018f0000-0000-7000-8000-0000000000aa")
PARTS = {f"families/{FAMILY}.json": b"{}" * 400, "bytes/documentcontent/x/content": os.urandom(3000)}
IDENTITY = age_file.new_identity()
WORDS = "fire korte norske ord"


def manifest(**values):
    told = {
        "format": FORMAT,
        "schema_number": SCHEMA,
        "program": "Laget 1",
        "file_id": "ab" * 16,
        "receipt_key": "cd" * 32,
        "made_at": datetime(2026, 3, 16, 9, tzinfo=UTC),
        "origin": Origin(name="Ingrid", municipality="Mellomvik", public=PUBLIC),
        "receiver_name": "Kari",
        "receiver_municipality": "",
        "leaves_municipality": False,
        "consent_on": None,
        "consent_told": "",
        "families": (FamilyTold(id=FAMILY, name="Hansen", counts={}),),
        "parts": listed_parts(PARTS),
        **values,
    }
    return Manifest(**told)


def archive(entries, way=zipfile.ZIP_DEFLATED):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", way) as made:
        for name, content in entries:
            made.writestr(name, content)
    return target.getvalue()


def entries(content):
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def key_of_refusal(act, *args):
    with pytest.raises(Trouble) as caught:
        act(*args)
    return caught.value.key


def unpacked_or_none(content):
    try:
        return unpacked(content)
    except Trouble:
        return None


@pytest.fixture(scope="module")
def inside():
    return packed(manifest(), PARTS, SEED)


@pytest.fixture(scope="module")
def sealed(inside):
    return age_file.sealed_to_key(inside, age_file.address_of(IDENTITY))


def test_what_was_packed_comes_out(inside, sealed):
    assert age_file.lock_of(sealed) is age_file.Lock.KEY
    assert age_file.opened_with_key(sealed, IDENTITY) == inside
    package = unpacked(inside)
    assert (package.manifest, dict(package.parts)) == (manifest(), PARTS)


def test_any_flipped_bit_and_any_cut_of_the_envelope_is_refused(sealed):
    dice = random.Random(7)
    places = {*range(0, 260), *range(len(sealed) - 40, len(sealed)), *dice.sample(range(len(sealed)), 200)}
    for place in places:
        broken = bytearray(sealed)
        broken[place] ^= 1 << dice.randrange(8)
        assert key_of_refusal(age_file.opened_with_key, bytes(broken), IDENTITY) == "transfer.trouble.other_key"
    for length in {0, 1, 22, 100, 200, len(sealed) - 1, *dice.sample(range(len(sealed)), 60)}:
        assert key_of_refusal(age_file.opened_with_key, sealed[:length], IDENTITY) == "transfer.trouble.other_key"


def test_any_flipped_bit_and_any_cut_of_the_inside_is_refused(inside):
    """Somebody who has the key can change what is inside; the signature and the sums hold it together."""
    dice = random.Random(8)
    whole = unpacked(inside)
    for place in {*range(0, 80), *dice.sample(range(len(inside)), 500)}:
        broken = bytearray(inside)
        broken[place] ^= 1 << dice.randrange(8)
        found = unpacked_or_none(bytes(broken))
        # dates and attributes in the zip mean nothing to us
        assert found is None or (found.manifest, dict(found.parts)) == (whole.manifest, dict(whole.parts))
    for length in {0, 1, *dice.sample(range(len(inside)), 80)}:
        assert key_of_refusal(unpacked, inside[:length]) == "transfer.trouble.damaged"


def test_another_file_is_said_to_be_another(sealed):
    assert key_of_refusal(age_file.lock_of, b"%PDF-1.7") == "transfer.trouble.foreign"
    assert key_of_refusal(age_file.lock_of, b"") == "transfer.trouble.foreign"
    assert key_of_refusal(age_file.lock_of, bytes(MOST_FILE + 1)) == "transfer.trouble.too_large"
    costly = b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\n"
    assert key_of_refusal(age_file.lock_of, costly) == "transfer.trouble.foreign"


@pytest.mark.slow  # age stretches each try at the words
def test_words_and_keys_of_others_open_nothing(inside):
    with_words = age_file.sealed_with_passphrase(inside, WORDS)
    assert age_file.lock_of(with_words) is age_file.Lock.PASSPHRASE
    assert age_file.opened_with_passphrase(with_words, WORDS) == inside
    assert (
        key_of_refusal(age_file.opened_with_passphrase, with_words, WORDS + "t") == "transfer.trouble.wrong_passphrase"
    )
    to_key = age_file.sealed_to_key(inside, age_file.address_of(IDENTITY))
    assert key_of_refusal(age_file.opened_with_key, to_key, age_file.new_identity()) == "transfer.trouble.other_key"


def test_a_later_format_is_refused_by_its_number(inside):
    parts = entries(inside)
    told = json.loads(parts["manifest.json"]) | {"format": FORMAT + 1, "something": "new", "program": "Laget 9"}
    assert (
        key_of_refusal(unpacked, archive({**parts, "manifest.json": json.dumps(told)}.items()))
        == "transfer.trouble.newer"
    )
    later = packed(manifest(schema_number=SCHEMA + 1), PARTS, SEED)
    assert key_of_refusal(unpacked, later) == "transfer.trouble.newer"


def test_parts_added_taken_away_or_swapped_are_refused(inside):
    parts = entries(inside)
    for changed in (
        {**parts, "more.json": b"{}"},
        {name: content for name, content in parts.items() if not name.startswith("bytes")},
        {**parts, f"families/{FAMILY}.json": b"[]" * 400},
        {**parts, "../utenfor": b""},
    ):
        assert key_of_refusal(unpacked, archive(changed.items())) == "transfer.trouble.damaged"


def test_a_signature_of_somebody_else_is_refused(inside):
    assert key_of_refusal(unpacked, packed(manifest(), PARTS, bytes(32))) == "transfer.trouble.signature"


def test_a_zip_that_swells_is_refused_before_it_has_swollen(inside):
    bomb = archive({**entries(inside), "manifest.json": b"0" * 200_000_000}.items())
    assert len(bomb) < 1_000_000
    assert key_of_refusal(unpacked, bomb) == "transfer.trouble.damaged"
    many = archive([(f"{n}", b"") for n in range(20_003)], zipfile.ZIP_STORED)
    assert key_of_refusal(unpacked, many) == "transfer.trouble.too_large"


@given(st.binary(max_size=400))
def test_no_bytes_whatever_come_through_as_a_package(content):
    assert key_of_refusal(unpacked, content) == "transfer.trouble.damaged"


@given(st.lists(st.booleans(), min_size=1, max_size=24).filter(any))
def test_a_receipt_tells_what_was_taken_in_and_belongs_to_its_file(taken):
    code = receipt("cd" * 32, "ab" * 16, tuple(taken))
    assert read_receipt(code.lower().replace("-", " "), "cd" * 32, "ab" * 16, len(taken)) == tuple(taken)
    assert read_receipt(code, "cd" * 32, "ac" * 16, len(taken)) is None
    assert read_receipt(code, "ce" * 32, "ab" * 16, len(taken)) is None


@given(st.text(max_size=40))
def test_what_somebody_types_is_no_receipt_by_chance(typed):
    assert read_receipt(typed, "cd" * 32, "ab" * 16, 3) is None


def test_a_fingerprint_is_six_groups_of_four_digits():
    groups = fingerprint(PUBLIC).split()
    assert [len(group) for group in groups] == [4] * 6
    assert fingerprint(PUBLIC) != fingerprint("00" * 32)


EDITS = st.lists(st.integers(0, 99).map(str), max_size=4, unique=True)


@given(EDITS, EDITS)
def test_who_is_newer_follows_from_who_has_been_where(mine, theirs):
    """Both start from one state and each goes on: only what both changed is put before a person."""
    ours = [*(f"our {one}" for one in mine), "start"]
    others = [*(f"their {one}" for one in theirs), "start"]
    found = kinship(ours, others)
    if mine and theirs:
        assert found is Kinship.BOTH_CHANGED
    elif mine:
        assert found is Kinship.OURS_NEWER
    elif theirs:
        assert found is Kinship.THEIRS_NEWER
    else:
        assert found is Kinship.SAME


@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=5), st.lists(st.sampled_from("abcd"), min_size=1, max_size=5)
)
def test_what_one_takes_for_newer_the_other_takes_for_older(ours, theirs):
    mirror = {Kinship.OURS_NEWER: Kinship.THEIRS_NEWER, Kinship.THEIRS_NEWER: Kinship.OURS_NEWER}
    there, here = kinship(theirs, ours), kinship(ours, theirs)
    assert here is mirror.get(there, there)
    assert kinship((), theirs) is Kinship.NEW
