# SPDX-License-Identifier: MIT
"""The table of rights: what each role may do, and which right each use-case asks for (decisions.md, Roles)."""

from collections.abc import Mapping
from enum import StrEnum

from models.values.act import Role


class Right(StrEnum):
    """One kind of thing somebody may be trusted with."""

    OWN = "own"
    READ_FAMILY = "read_family"
    WORK_WITH_FAMILY = "work_with_family"
    APPOINT = "appoint"
    PEOPLE = "people"
    ROLES = "roles"
    OFFICE = "office"
    BACKUP = "backup"
    LOG = "log"
    LOG_OF_FAMILIES = "log_of_families"
    SEE_BIN = "see_bin"
    DELETE = "delete"


# Which families one reads and works with is a question of its own: models.queries.access.
TABLE: Mapping[Right, frozenset[Role]] = {
    Right.OWN: frozenset(Role),
    Right.READ_FAMILY: frozenset({Role.COORDINATOR, Role.COORDINATING_UNIT, Role.ARCHIVIST, Role.AUDITOR}),
    Right.WORK_WITH_FAMILY: frozenset({Role.COORDINATOR, Role.COORDINATING_UNIT}),
    Right.APPOINT: frozenset({Role.COORDINATING_UNIT}),
    Right.PEOPLE: frozenset({Role.ADMINISTRATOR, Role.COORDINATING_UNIT}),
    Right.ROLES: frozenset({Role.ADMINISTRATOR}),
    Right.OFFICE: frozenset({Role.ADMINISTRATOR}),
    Right.BACKUP: frozenset({Role.ADMINISTRATOR, Role.COORDINATING_UNIT}),
    Right.LOG: frozenset({Role.AUDITOR, Role.COORDINATING_UNIT, Role.ADMINISTRATOR}),
    Right.LOG_OF_FAMILIES: frozenset({Role.AUDITOR, Role.COORDINATING_UNIT}),
    Right.SEE_BIN: frozenset({Role.COORDINATOR, Role.COORDINATING_UNIT, Role.ARCHIVIST}),
    Right.DELETE: frozenset({Role.ARCHIVIST, Role.COORDINATING_UNIT}),
}

_USE_CASES: Mapping[Right, str] = {
    Right.OWN: "set_up keep_draft drop_draft drop_ended_drafts edit_own_details",
    Right.READ_FAMILY: "log_opening log_search log_printed log_exported log_read",
    Right.WORK_WITH_FAMILY: """
        register_family edit_family close_family reopen_family merge_families undo_merge move_child
        add_person edit_person say_what_matters take_out_person take_in_person reveal_protected
        record_enquiry edit_enquiry withdraw_enquiry resume_enquiry note_interim_reply note_information_given
        start_assessment answer_condition edit_assessment
        propose_determination edit_determination discard_determination replace_determination
        mark_determination_sent take_back_determination_sent
        set_knowledge_date override_complaint_deadline
        receive_appeal edit_appeal note_copy_to_party record_county_outcome
        settle_coordination edit_coordination tell_family_who_coordinates lift_to_leader record_lift_result
        end_coordination
        draft_letter draft_letters edit_letter_texts edit_letter_about edit_letter_address discard_letter finish_letter
        draft_determination_letters issue_determination_letters
        mark_sent take_back_sent mark_signed attach_scan receive_paper
        ask_consent edit_consent give_consent refuse_consent withdraw_consent renew_consent
        plan_child_view edit_planned_view write_child_view record_child_view log_sharing decide_sharing
        write_note mend_note correct_note follow_up follow_up_again postpone put_back
        add_task edit_task finish_task reopen_task postpone_task wait_for stop_waiting drop_task take_up_task put_aside
        set_transition add_transition change_added_transition take_on_series
        start_care_team edit_care_team end_care_team resume_care_team add_team_member edit_team_member leave_care_team
        plan_meeting edit_meeting cancel_meeting plan_meeting_again
        add_agenda_item edit_agenda_item move_agenda_item remove_agenda_item
        add_participant remove_participant call_to_items invite_to_meeting
        set_attendance write_minutes write_of_meeting tick_item take_on say_who forget_task
        hear_child_at_meeting say_why_not_heard
        send_minutes make_minutes_final object_to_minutes answer_objection issue_minutes log_minutes_shared
        draft_invitations finish_invitations send_invitations draft_agenda
        undo_act redo_act put_in_bin take_out_of_bin put_back_in_bin propose_deletion
        add_service edit_service end_service resume_service take_out_services add_usual_services
        add_service_contact edit_service_contact note_contact_left
        add_family_service edit_family_service move_family_service end_family_service resume_family_service
        note_own_coordinator reveal_service add_subplan edit_subplan remove_subplan put_back_subplan
        check_hand_over hand_over own_address enter_receipt take_back take_in
    """,
    Right.APPOINT: """
        finish_determination finish_and_issue reassess_appeal reopen_reassessment forward_appeal take_back_forwarding
    """,
    Right.SEE_BIN: "reject_deletion",
    Right.DELETE: "carry_out_deletion",
    Right.PEOPLE: "add_staff edit_staff",
    Right.ROLES: "may_be_let_in tie_slot may_be_shut_out untie_slot may_renew_recovery_key",
    Right.OFFICE: "edit_municipality write_paragraph restore_paragraph write_template offer_template",
    Right.BACKUP: "choose_backup_place may_restore may_move",
    Right.LOG: "log_reading log_checked log_accepted log_taken_out",
}
USE_CASES: Mapping[str, Right] = {name: right for right, names in _USE_CASES.items() for name in names.split()}


def may(roles: frozenset[Role], right: Right) -> bool:
    """Whether any of these roles gives the right; one's own half-typed text is kept whatever they are."""
    return right is Right.OWN or bool(roles & TABLE[right])
