# SPDX-License-Identifier: MIT
"""The register of services of the practice municipality: the start set, with the names and contacts of the place."""

import tomllib

from sqlmodel import Session, select

from models.records.service import Service
from models.values.act import Act
from models.work.edit_register import (
    ServiceContactDraft,
    ServiceDraft,
    add_service_contact,
    add_usual_services,
    edit_service,
)
from resources import path


def open_register(session: Session, act: Act) -> None:
    """The start set, with the names and contacts of this place."""
    add_usual_services(session, act, "nb")
    by_kind = {service.kind: service for service in session.exec(select(Service)).all()}
    for told in tomllib.loads(path("demo", "services.toml").read_text("utf-8"))["service"]:
        service = by_kind[told["kind"]]
        plain = {name: getattr(service, name) for name in ServiceDraft.model_fields}
        draft = ServiceDraft.model_validate(plain | {"name": told["name"], "phone": told["phone"]})
        edit_service(session, act, service.id, draft)
        for name, title, phone in told["contacts"]:
            add_service_contact(session, act, service.id, ServiceContactDraft(name=name, title=title, phone=phone))
