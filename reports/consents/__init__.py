# SPDX-License-Identifier: MIT
"""Consent on paper: how each version of the form is composed, and the letter that goes with it."""

from models.values.consent_paper import ChildConsentForm, ConsentForm, ConsentRequest, EasyConsentForm
from reports.composer import Composer
from reports.consents import child, easy, form, request

COMPOSERS = {
    ConsentForm: Composer(form.title, form.parts, "form"),
    EasyConsentForm: Composer(easy.title, easy.parts, "easy"),
    ChildConsentForm: Composer(child.title, child.parts, "easy"),
    ConsentRequest: Composer(request.title, request.parts),
}
