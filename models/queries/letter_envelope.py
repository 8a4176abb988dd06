# SPDX-License-Identifier: MIT
"""What every letter of this municipality has on it: who sends, which law holds that day, and why it is not public."""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from models.queries.office_texts import own_edition, own_paragraphs
from models.records.document import Document
from models.records.family import Family
from models.records.municipality import Municipality
from models.records.staff import Staff
from models.rules.cooperation import cooperation_reference
from models.rules.law import LawEdition, law_on, switch_date
from models.values.dates import local_day
from models.values.letter import Envelope, Sender
from models.values.letterhead import sender_in

PROVISIONS = (
    *("hol_3_4", "hol_7_1", "hol_7_2", "hol_7_2a", "hol_7_3", "hol_12_1"),
    *("pbrl_2_5b", "pbrl_2_5c", "pbrl_5_1", "pbrl_7_2", "pbrl_7_3", "pbrl_7_5", "pbrl_7_7"),
    *("fvl_13a", "hpl_22", "bvl_13_2", "gdpr_6", "gdpr_9", "ipf_5"),
    *("fvl_16", "bevf_36", "vgml_16", "vgml_20", "bvl_3_6", "pbrl_4_3"),
    *("fvl_11", "fvl_11a", "fvl_13", "fvl_13b", "fvl_18", "fvl_19", "fvl_33", "grl_104", "offl_13"),
)
# Why a letter about a person is not public: the openness act, and the secrecy it points at.
RESTRICTED = ("offl_13", "hol_12_1")


@dataclass(frozen=True, slots=True)
class LetterBody:
    """What a draft holds beside its card: texts changed by hand, and what the letter is about."""

    texts: dict[str, str] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)

    def stored(self) -> str:
        """As it is kept in the record."""
        return json.dumps({"texts": self.texts, "about": self.about}, ensure_ascii=False, sort_keys=True)


def body_of(document: Document) -> LetterBody:
    """What the record's body holds."""
    kept = json.loads(document.body) if document.body else {}
    return LetterBody(dict(kept.get("texts", {})), dict(kept.get("about", {})))


def law_for(session: Session, moment: datetime) -> LawEdition:
    """The law on the letter's date, with the switch an administrator has set (R1, R3)."""
    municipality = session.exec(select(Municipality)).first()
    switch = switch_date(municipality.new_public_administration_act_from) if municipality else None
    return law_on(local_day(moment), switch)


def sender_of(session: Session, staff_id: UUID, language: str) -> Sender:
    """The municipality's paper in one language, and the person who handles the case."""
    paper = sender_in(session.exec(select(Municipality)).one(), language)
    staff = session.get(Staff, staff_id)
    if staff is None:
        return paper
    return replace(paper, caseworker=staff.name, caseworker_title=staff.title, caseworker_phone=staff.phone)


def envelope_of(session: Session, document: Document, staff_id: UUID, now: datetime) -> Envelope:
    """The envelope of a draft as it would be finished at this moment."""
    law = law_for(session, now)
    family = session.get_one(Family, document.family_id)
    body = body_of(document)
    references = law.references(PROVISIONS, document.language)
    if sector := body.about.get("sector"):
        references = (*references, cooperation_reference(law, sector, document.language))
    basis = (reference.text for reference in law.references(RESTRICTED, document.language))
    return Envelope(
        language=document.language,
        dated_on=document.dated_on or local_day(now),
        made_at=now,
        sender=sender_of(session, staff_id, document.language),
        recipient=tuple(line for line in document.recipient.splitlines() if line.strip()),
        number=document.number,
        case_number=family.case_number,
        law=references,
        law_edition=law.edition,
        restricted_basis=body.about.get("restricted_basis") or ", jf. ".join(basis),
        addressee=body.about.get("addressee", "family"),
        attachments=_lines(body.about.get("attachments", "")),
        copies_to=_lines(body.about.get("copies_to", "")),
        changed_texts=body.texts,
        own_texts=own_paragraphs(session, document.language),
        own_edition=own_edition(session),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
