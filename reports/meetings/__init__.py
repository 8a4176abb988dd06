# SPDX-License-Identifier: MIT
"""The papers of a team meeting: how each is composed."""

from models.values.meeting_paper import (
    AgendaPaper,
    ChildInvitation,
    InvitationLetter,
    MinutesPaper,
    TaskListPaper,
    TaskReminder,
)
from reports.composer import Composer
from reports.meetings import agenda, child, invitation, minutes, tasks

COMPOSERS = {
    InvitationLetter: Composer(invitation.title, invitation.parts, "notice", closer="close_notice"),
    ChildInvitation: Composer(child.title, child.parts, "easy"),
    AgendaPaper: Composer(agenda.title, agenda.parts, "form"),
    MinutesPaper: Composer(minutes.title, minutes.parts, "form"),
    TaskListPaper: Composer(tasks.list_title, tasks.list_parts, "form"),
    TaskReminder: Composer(tasks.reminder_title, tasks.reminder_parts),
}
