-- Schema 4: services, consents, what children say, ansvarsgrupper, meetings with minutes, tasks and transitions.
CREATE TABLE service (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	name VARCHAR NOT NULL,
	level VARCHAR(12) NOT NULL,
	sector VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	address VARCHAR NOT NULL,
	org_number VARCHAR NOT NULL,
	web VARCHAR NOT NULL,
	helps_with VARCHAR NOT NULL,
	ended BOOLEAN NOT NULL,
	CONSTRAINT pk_service PRIMARY KEY (id)
);

CREATE TABLE servicecontact (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	service_id CHAR(32) NOT NULL,
	name VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	"left" BOOLEAN NOT NULL,
	CONSTRAINT pk_servicecontact PRIMARY KEY (id),
	CONSTRAINT fk_servicecontact_service_id FOREIGN KEY(service_id) REFERENCES service (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_servicecontact_service_id ON servicecontact (service_id);

CREATE TABLE snooze (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	until_on DATE NOT NULL,
	reason VARCHAR NOT NULL,
	staff_id CHAR(32) NOT NULL,
	CONSTRAINT pk_snooze PRIMARY KEY (id),
	CONSTRAINT fk_snooze_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_snooze_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_snooze_family_id ON snooze (family_id);

CREATE TABLE careteam (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	child_id CHAR(32),
	started_on DATE NOT NULL,
	ground VARCHAR NOT NULL,
	started_by VARCHAR NOT NULL,
	every_weeks INTEGER NOT NULL,
	ended_on DATE,
	ended_by VARCHAR NOT NULL,
	end_reason VARCHAR NOT NULL,
	CONSTRAINT pk_careteam PRIMARY KEY (id),
	CONSTRAINT fk_careteam_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_careteam_child_id FOREIGN KEY(child_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_careteam_family_id ON careteam (family_id);

CREATE TABLE familyservice (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	child_id CHAR(32),
	register_id CHAR(32),
	contact_id CHAR(32),
	name VARCHAR NOT NULL,
	level VARCHAR(12) NOT NULL,
	sector VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	contact VARCHAR NOT NULL,
	contact_title VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	gives VARCHAR NOT NULL,
	state VARCHAR(7) NOT NULL,
	wished_on DATE,
	applied_on DATE,
	answered_on DATE,
	complaint_due_on DATE,
	started_on DATE,
	ended_on DATE,
	ended_reason VARCHAR NOT NULL,
	granted FLOAT,
	delivered FLOAT,
	unit VARCHAR NOT NULL,
	coordinates BOOLEAN NOT NULL,
	promised VARCHAR NOT NULL,
	talked_on DATE,
	note VARCHAR NOT NULL,
	CONSTRAINT pk_familyservice PRIMARY KEY (id),
	CONSTRAINT fk_familyservice_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_familyservice_child_id FOREIGN KEY(child_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_familyservice_family_id ON familyservice (family_id);

CREATE TABLE transition (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	child_id CHAR(32) NOT NULL,
	"key" VARCHAR NOT NULL,
	"on" DATE,
	title VARCHAR NOT NULL,
	reason VARCHAR NOT NULL,
	CONSTRAINT pk_transition PRIMARY KEY (id),
	CONSTRAINT fk_transition_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_transition_child_id FOREIGN KEY(child_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_transition_child_id ON transition (child_id);

CREATE INDEX ix_transition_family_id ON transition (family_id);

CREATE TABLE sharingdecision (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	child_id CHAR(32),
	family_service_id CHAR(32),
	giver VARCHAR NOT NULL,
	giver_sector VARCHAR NOT NULL,
	recipient VARCHAR NOT NULL,
	rule VARCHAR NOT NULL,
	what VARCHAR NOT NULL,
	why_necessary VARCHAR NOT NULL,
	best_interests VARCHAR NOT NULL,
	family_told VARCHAR NOT NULL,
	decided_by VARCHAR NOT NULL,
	decided_on DATE NOT NULL,
	CONSTRAINT pk_sharingdecision PRIMARY KEY (id),
	CONSTRAINT fk_sharingdecision_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_sharingdecision_child_id FOREIGN KEY(child_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_sharingdecision_family_service_id FOREIGN KEY(family_service_id) REFERENCES familyservice (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_sharingdecision_family_id ON sharingdecision (family_id);

CREATE TABLE subplan (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	child_id CHAR(32),
	family_service_id CHAR(32),
	title VARCHAR NOT NULL,
	owner VARCHAR NOT NULL,
	kept_at VARCHAR NOT NULL,
	valid_to DATE,
	CONSTRAINT pk_subplan PRIMARY KEY (id),
	CONSTRAINT fk_subplan_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_subplan_child_id FOREIGN KEY(child_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_subplan_family_service_id FOREIGN KEY(family_service_id) REFERENCES familyservice (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_subplan_family_id ON subplan (family_id);

CREATE TABLE teammeeting (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	care_team_id CHAR(32),
	child_id CHAR(32),
	number INTEGER NOT NULL,
	state VARCHAR(9) NOT NULL,
	starts_at DATETIME NOT NULL,
	ends_at DATETIME,
	place VARCHAR NOT NULL,
	online VARCHAR NOT NULL,
	leader VARCHAR NOT NULL,
	recorder VARCHAR NOT NULL,
	purpose VARCHAR NOT NULL,
	list_decided_by VARCHAR NOT NULL,
	interpreter VARCHAR NOT NULL,
	reply_by DATE,
	child_takes_part VARCHAR NOT NULL,
	child_how VARCHAR NOT NULL,
	child_prepared_by VARCHAR NOT NULL,
	child_view_by DATE,
	parents_view VARCHAR NOT NULL,
	previous_approved VARCHAR NOT NULL,
	plan_note VARCHAR NOT NULL,
	review_on DATE,
	invited_on DATE,
	held_on DATE,
	minutes_due_on DATE,
	cancelled_reason VARCHAR NOT NULL,
	CONSTRAINT pk_teammeeting PRIMARY KEY (id),
	CONSTRAINT fk_teammeeting_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_teammeeting_care_team_id FOREIGN KEY(care_team_id) REFERENCES careteam (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_teammeeting_child_id FOREIGN KEY(child_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_teammeeting_care_team_id ON teammeeting (care_team_id);

CREATE INDEX ix_teammeeting_family_id ON teammeeting (family_id);

CREATE TABLE teammember (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	care_team_id CHAR(32) NOT NULL,
	person_id CHAR(32),
	family_service_id CHAR(32),
	staff_id CHAR(32),
	name VARCHAR NOT NULL,
	role VARCHAR NOT NULL,
	service VARCHAR NOT NULL,
	chair BOOLEAN NOT NULL,
	deputy VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	from_on DATE NOT NULL,
	to_on DATE,
	CONSTRAINT pk_teammember PRIMARY KEY (id),
	CONSTRAINT fk_teammember_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_teammember_care_team_id FOREIGN KEY(care_team_id) REFERENCES careteam (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_teammember_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_teammember_family_service_id FOREIGN KEY(family_service_id) REFERENCES familyservice (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_teammember_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_teammember_care_team_id ON teammember (care_team_id);

CREATE INDEX ix_teammember_family_id ON teammember (family_id);

CREATE TABLE agendaitem (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	meeting_id CHAR(32) NOT NULL,
	position INTEGER NOT NULL,
	kind VARCHAR(10) NOT NULL,
	title VARCHAR NOT NULL,
	who VARCHAR NOT NULL,
	minutes INTEGER NOT NULL,
	information VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	agreed VARCHAR NOT NULL,
	child_view VARCHAR NOT NULL,
	disagreement VARCHAR NOT NULL,
	done BOOLEAN NOT NULL,
	CONSTRAINT pk_agendaitem PRIMARY KEY (id),
	CONSTRAINT fk_agendaitem_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_agendaitem_meeting_id FOREIGN KEY(meeting_id) REFERENCES teammeeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_agendaitem_family_id ON agendaitem (family_id);

CREATE INDEX ix_agendaitem_meeting_id ON agendaitem (meeting_id);

CREATE TABLE childview (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	child_id CHAR(32) NOT NULL,
	about VARCHAR NOT NULL,
	heard VARCHAR(9) NOT NULL,
	prepare_by DATE,
	heard_on DATE,
	heard_by VARCHAR NOT NULL,
	how VARCHAR NOT NULL,
	told VARCHAR NOT NULL,
	words VARCHAR NOT NULL,
	agrees VARCHAR NOT NULL,
	weight VARCHAR NOT NULL,
	not_heard_reason VARCHAR NOT NULL,
	best_interests VARCHAR NOT NULL,
	meeting_id CHAR(32),
	CONSTRAINT pk_childview PRIMARY KEY (id),
	CONSTRAINT fk_childview_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_childview_child_id FOREIGN KEY(child_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_childview_meeting_id FOREIGN KEY(meeting_id) REFERENCES teammeeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_childview_child_id ON childview (child_id);

CREATE INDEX ix_childview_family_id ON childview (family_id);

CREATE TABLE meetingparticipant (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	meeting_id CHAR(32) NOT NULL,
	member_id CHAR(32),
	person_id CHAR(32),
	family_service_id CHAR(32),
	staff_id CHAR(32),
	name VARCHAR NOT NULL,
	role VARCHAR NOT NULL,
	service VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	attendance VARCHAR(7) NOT NULL,
	deputy VARCHAR NOT NULL,
	items VARCHAR NOT NULL,
	without_consent_reason VARCHAR NOT NULL,
	copy_basis VARCHAR NOT NULL,
	CONSTRAINT pk_meetingparticipant PRIMARY KEY (id),
	CONSTRAINT fk_meetingparticipant_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meetingparticipant_meeting_id FOREIGN KEY(meeting_id) REFERENCES teammeeting (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meetingparticipant_member_id FOREIGN KEY(member_id) REFERENCES teammember (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meetingparticipant_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meetingparticipant_family_service_id FOREIGN KEY(family_service_id) REFERENCES familyservice (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_meetingparticipant_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_meetingparticipant_family_id ON meetingparticipant (family_id);

CREATE INDEX ix_meetingparticipant_meeting_id ON meetingparticipant (meeting_id);

CREATE TABLE minutesversion (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	meeting_id CHAR(32) NOT NULL,
	number INTEGER NOT NULL,
	state VARCHAR(5) NOT NULL,
	made_at DATETIME NOT NULL,
	made_by_id CHAR(32) NOT NULL,
	objections_by DATE,
	content VARCHAR NOT NULL,
	CONSTRAINT pk_minutesversion PRIMARY KEY (id),
	CONSTRAINT fk_minutesversion_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_minutesversion_meeting_id FOREIGN KEY(meeting_id) REFERENCES teammeeting (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_minutesversion_made_by_id FOREIGN KEY(made_by_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_minutesversion_family_id ON minutesversion (family_id);

CREATE INDEX ix_minutesversion_meeting_id ON minutesversion (meeting_id);

CREATE TABLE consent (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	child_id CHAR(32),
	kind VARCHAR(17) NOT NULL,
	track VARCHAR(13) NOT NULL,
	from_services VARCHAR NOT NULL,
	purpose VARCHAR NOT NULL,
	consequences VARCHAR NOT NULL,
	exceptions VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	form VARCHAR(7) NOT NULL,
	asked_on DATE,
	given_on DATE,
	refused_on DATE,
	expires_on DATE,
	withdrawn_on DATE,
	withdrawn_by VARCHAR NOT NULL,
	withdrawn_how VARCHAR NOT NULL,
	received_by VARCHAR NOT NULL,
	signers_reason VARCHAR NOT NULL,
	view_id CHAR(32),
	note VARCHAR NOT NULL,
	CONSTRAINT pk_consent PRIMARY KEY (id),
	CONSTRAINT fk_consent_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_consent_child_id FOREIGN KEY(child_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_consent_view_id FOREIGN KEY(view_id) REFERENCES childview (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_consent_family_id ON consent (family_id);

CREATE TABLE minutesobjection (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	version_id CHAR(32) NOT NULL,
	from_whom VARCHAR NOT NULL,
	words VARCHAR NOT NULL,
	made_on DATE NOT NULL,
	answer VARCHAR NOT NULL,
	CONSTRAINT pk_minutesobjection PRIMARY KEY (id),
	CONSTRAINT fk_minutesobjection_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_minutesobjection_version_id FOREIGN KEY(version_id) REFERENCES minutesversion (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_minutesobjection_family_id ON minutesobjection (family_id);

CREATE INDEX ix_minutesobjection_version_id ON minutesobjection (version_id);

CREATE TABLE task (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	child_id CHAR(32),
	what VARCHAR NOT NULL,
	staff_id CHAR(32),
	person_id CHAR(32),
	family_service_id CHAR(32),
	who VARCHAR NOT NULL,
	service VARCHAR NOT NULL,
	due_on DATE,
	state VARCHAR(7) NOT NULL,
	waiting_for VARCHAR NOT NULL,
	done_on DATE,
	dropped_reason VARCHAR NOT NULL,
	source VARCHAR(13) NOT NULL,
	agreed_on DATE,
	meeting_id CHAR(32),
	item_id CHAR(32),
	determination_id CHAR(32),
	transition VARCHAR NOT NULL,
	information VARCHAR NOT NULL,
	reminded_on DATE,
	note VARCHAR NOT NULL,
	CONSTRAINT pk_task PRIMARY KEY (id),
	CONSTRAINT fk_task_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_child_id FOREIGN KEY(child_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_family_service_id FOREIGN KEY(family_service_id) REFERENCES familyservice (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_meeting_id FOREIGN KEY(meeting_id) REFERENCES teammeeting (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_item_id FOREIGN KEY(item_id) REFERENCES agendaitem (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_determination_id FOREIGN KEY(determination_id) REFERENCES determination (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_task_family_id ON task (family_id);

CREATE INDEX ix_task_meeting_id ON task (meeting_id);

CREATE TABLE consentscope (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	consent_id CHAR(32) NOT NULL,
	family_service_id CHAR(32) NOT NULL,
	information VARCHAR NOT NULL,
	expires_on DATE,
	CONSTRAINT pk_consentscope PRIMARY KEY (id),
	CONSTRAINT fk_consentscope_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_consentscope_consent_id FOREIGN KEY(consent_id) REFERENCES consent (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_consentscope_family_service_id FOREIGN KEY(family_service_id) REFERENCES familyservice (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_consentscope_consent_id ON consentscope (consent_id);

CREATE INDEX ix_consentscope_family_id ON consentscope (family_id);

CREATE INDEX ix_consentscope_family_service_id ON consentscope (family_service_id);

CREATE TABLE consentsigner (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	consent_id CHAR(32) NOT NULL,
	person_id CHAR(32),
	name VARCHAR NOT NULL,
	capacity VARCHAR NOT NULL,
	signed_on DATE,
	CONSTRAINT pk_consentsigner PRIMARY KEY (id),
	CONSTRAINT fk_consentsigner_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_consentsigner_consent_id FOREIGN KEY(consent_id) REFERENCES consent (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_consentsigner_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_consentsigner_consent_id ON consentsigner (consent_id);

CREATE INDEX ix_consentsigner_family_id ON consentsigner (family_id);

CREATE TABLE taskpostponement (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	task_id CHAR(32) NOT NULL,
	from_on DATE,
	to_on DATE,
	reason VARCHAR NOT NULL,
	CONSTRAINT pk_taskpostponement PRIMARY KEY (id),
	CONSTRAINT fk_taskpostponement_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_taskpostponement_task_id FOREIGN KEY(task_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_taskpostponement_family_id ON taskpostponement (family_id);

CREATE INDEX ix_taskpostponement_task_id ON taskpostponement (task_id);

CREATE TABLE sharing (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	family_service_id CHAR(32),
	person_id CHAR(32),
	recipient VARCHAR NOT NULL,
	shared_on DATE NOT NULL,
	what VARCHAR NOT NULL,
	information VARCHAR NOT NULL,
	consent_id CHAR(32),
	decision_id CHAR(32),
	document_id CHAR(32),
	party BOOLEAN NOT NULL,
	CONSTRAINT pk_sharing PRIMARY KEY (id),
	CONSTRAINT fk_sharing_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_sharing_family_service_id FOREIGN KEY(family_service_id) REFERENCES familyservice (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_sharing_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_sharing_consent_id FOREIGN KEY(consent_id) REFERENCES consent (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_sharing_decision_id FOREIGN KEY(decision_id) REFERENCES sharingdecision (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_sharing_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_sharing_family_id ON sharing (family_id);

ALTER TABLE document ADD COLUMN consent_id CHAR(32) CONSTRAINT fk_document_consent_id REFERENCES consent (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE document ADD COLUMN meeting_id CHAR(32) CONSTRAINT fk_document_meeting_id REFERENCES teammeeting (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE document ADD COLUMN participant_id CHAR(32) CONSTRAINT fk_document_participant_id REFERENCES meetingparticipant (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE document ADD COLUMN family_service_id CHAR(32) CONSTRAINT fk_document_family_service_id REFERENCES familyservice (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE municipality ADD COLUMN silent_days INTEGER NOT NULL DEFAULT 60;
