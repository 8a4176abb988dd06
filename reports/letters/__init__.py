# SPDX-License-Identifier: MIT
"""The letters of a case: how each is composed."""

from models.values.family_papers import AdulthoodLetter, ClosingLetter, PriorNotice
from models.values.letter import (
    AccessLog,
    AppealForwarding,
    AppointmentLetter,
    CoordinationNotice,
    DeterminationLetter,
    InterimReply,
    PersonLog,
    RightInformation,
    ServiceInformation,
)
from models.values.own_letter import OwnLetter
from reports.composer import Composer
from reports.letters import adulthood, appeal, coordinator, determination, ending, enquiry, log, own

COMPOSERS: dict[type, Composer] = {
    InterimReply: Composer(enquiry.interim_title, enquiry.interim_parts),
    RightInformation: Composer(enquiry.right_title, enquiry.right_parts),
    DeterminationLetter: Composer(determination.title, determination.parts),
    AppointmentLetter: Composer(coordinator.appointment_title, coordinator.appointment_parts),
    ServiceInformation: Composer(coordinator.service_title, coordinator.service_parts),
    CoordinationNotice: Composer(coordinator.notice_title, coordinator.notice_parts),
    AppealForwarding: Composer(appeal.title, appeal.parts),
    PriorNotice: Composer(ending.notice_title, ending.notice_parts),
    ClosingLetter: Composer(ending.closing_title, ending.closing_parts),
    AdulthoodLetter: Composer(adulthood.title, adulthood.parts),
    OwnLetter: Composer(own.title, own.parts),
    AccessLog: Composer(log.family_title, log.family_parts, "sheet"),
    PersonLog: Composer(log.person_title, log.person_parts, "sheet"),
}
