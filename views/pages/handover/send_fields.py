# SPDX-License-Identifier: MIT
"""What is asked before families are handed over."""

from collections.abc import Callable, Mapping

from models.work.hand_over import Way, Whereto
from views.form.choice_editors import CheckEditor, choice
from views.form.date_editor import past_date
from views.form.field import Field, Section
from views.form.text_editors import long_text

CLOSING = (
    Section("transfer.send.closing", "transfer.send.closing_hint"),
    Field("way", "transfer.field.way", choice(Way, "transfer.way"), width="full"),
    Field(
        "receiver_key",
        "transfer.field.receiver_key",
        long_text(2),
        hint="transfer.field.receiver_key_hint",
        width="full",
        when=lambda values: values["way"] != Way.PASSPHRASE,
    ),
)


def send_fields(protected: Callable[[], bool]) -> tuple[Field | Section, ...]:
    """`protected` tells whether an address would be kept back."""

    def leaves(values: Mapping[str, object]) -> bool:
        return values["whereto"] == Whereto.OUTSIDE

    def shows_addresses(values: Mapping[str, object]) -> bool:
        return protected() and bool(values["with_addresses"])

    return (
        Field("receiver_name", "transfer.field.receiver_name", need="required"),
        Field("whereto", "transfer.field.whereto", choice(Whereto, "transfer.whereto"), need="required"),
        Field("receiver_municipality", "transfer.field.municipality", need="required", width="full", when=leaves),
        Field(
            "consent_on",
            "transfer.field.consent_on",
            past_date,
            hint="transfer.field.consent_hint",
            need="required",
            when=leaves,
        ),
        Field("consent_told", "transfer.field.consent_told", long_text(2), need="required", width="full", when=leaves),
        Field(
            "with_addresses",
            "transfer.field.with_addresses",
            CheckEditor,
            width="full",
            when=lambda _: protected(),
        ),
        Field(
            "address_reason",
            "transfer.field.address_reason",
            hint="transfer.field.address_reason_hint",
            need="required",
            width="full",
            when=shows_addresses,
        ),
        *CLOSING,
    )
