-- Schema 1, written by tools/save_vault.py from the models; the log's triggers are made by the program.
CREATE TABLE auditentry (
	n INTEGER NOT NULL,
	at DATETIME NOT NULL,
	staff_id CHAR(32) NOT NULL,
	name VARCHAR NOT NULL,
	roles VARCHAR NOT NULL,
	machine VARCHAR NOT NULL,
	program VARCHAR NOT NULL,
	what VARCHAR NOT NULL,
	record VARCHAR NOT NULL,
	object_id CHAR(32),
	family_id CHAR(32),
	columns VARCHAR NOT NULL,
	reason VARCHAR NOT NULL,
	digest VARCHAR NOT NULL,
	hash VARCHAR NOT NULL,
	CONSTRAINT pk_auditentry PRIMARY KEY (n)
);

CREATE INDEX ix_auditentry_family_id ON auditentry (family_id);

CREATE TABLE formdraft (
	form VARCHAR NOT NULL,
	staff_id CHAR(32) NOT NULL,
	body VARCHAR NOT NULL,
	place VARCHAR NOT NULL,
	saved_at DATETIME NOT NULL,
	CONSTRAINT pk_formdraft PRIMARY KEY (form, staff_id)
);

CREATE TABLE historyentry (
	n INTEGER NOT NULL,
	what VARCHAR NOT NULL,
	record VARCHAR NOT NULL,
	object_id CHAR(32),
	family_id CHAR(32),
	nonce VARCHAR NOT NULL,
	changes VARCHAR NOT NULL,
	CONSTRAINT pk_historyentry PRIMARY KEY (n)
);

CREATE TABLE municipality (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	name VARCHAR NOT NULL,
	number VARCHAR NOT NULL,
	org_number VARCHAR NOT NULL,
	unit VARCHAR NOT NULL,
	address VARCHAR NOT NULL,
	postal_code VARCHAR NOT NULL,
	place VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	website VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	county_governor VARCHAR NOT NULL,
	leader_name VARCHAR NOT NULL,
	leader_title VARCHAR NOT NULL,
	arms BLOB,
	practice BOOLEAN NOT NULL,
	new_public_administration_act_from VARCHAR NOT NULL,
	CONSTRAINT pk_municipality PRIMARY KEY (id)
);

CREATE TABLE staff (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	name VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	service VARCHAR NOT NULL,
	roles VARCHAR NOT NULL,
	slot VARCHAR NOT NULL,
	active BOOLEAN NOT NULL,
	capacity INTEGER,
	CONSTRAINT pk_staff PRIMARY KEY (id)
);

CREATE TABLE family (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	name VARCHAR NOT NULL,
	state VARCHAR(6) NOT NULL,
	opened_on DATE NOT NULL,
	closed_on DATE,
	closed_reason VARCHAR NOT NULL,
	merged_into_id CHAR(32),
	responsible_id CHAR(32),
	case_number VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	care VARCHAR(22) NOT NULL,
	care_since DATE,
	care_municipality VARCHAR NOT NULL,
	coordinating_municipality VARCHAR NOT NULL,
	child_welfare_contact VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	CONSTRAINT pk_family PRIMARY KEY (id),
	CONSTRAINT fk_family_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_family_responsible_id FOREIGN KEY(responsible_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE contactnote (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	family_id CHAR(32) NOT NULL,
	at DATETIME NOT NULL,
	kind VARCHAR(7) NOT NULL,
	with_whom VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	agreed VARCHAR NOT NULL,
	next_on DATE,
	next_done_on DATE,
	author_id CHAR(32) NOT NULL,
	corrects_id CHAR(32),
	minutes INTEGER,
	CONSTRAINT pk_contactnote PRIMARY KEY (id),
	CONSTRAINT fk_contactnote_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_contactnote_author_id FOREIGN KEY(author_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_contactnote_corrects_id FOREIGN KEY(corrects_id) REFERENCES contactnote (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_contactnote_family_id ON contactnote (family_id);

CREATE TABLE coordination (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	family_id CHAR(32) NOT NULL,
	service VARCHAR NOT NULL,
	contact VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	from_on DATE NOT NULL,
	to_on DATE,
	basis VARCHAR NOT NULL,
	family_told_on DATE,
	lifted_on DATE,
	lifted_to VARCHAR NOT NULL,
	lifted_matter VARCHAR NOT NULL,
	lifted_result VARCHAR NOT NULL,
	lifted_result_on DATE,
	CONSTRAINT pk_coordination PRIMARY KEY (id),
	CONSTRAINT fk_coordination_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_coordination_family_id ON coordination (family_id);

CREATE TABLE enquiry (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	family_id CHAR(32) NOT NULL,
	received_on DATE NOT NULL,
	channel VARCHAR(14) NOT NULL,
	received_by_id CHAR(32),
	from_whom VARCHAR NOT NULL,
	wish VARCHAR NOT NULL,
	interim_reply_on DATE,
	expected_answer_on DATE,
	information_given_on DATE,
	withdrawn_on DATE,
	answered_on DATE,
	CONSTRAINT pk_enquiry PRIMARY KEY (id),
	CONSTRAINT fk_enquiry_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_enquiry_received_by_id FOREIGN KEY(received_by_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_enquiry_family_id ON enquiry (family_id);

CREATE TABLE familylisting (
	family_id CHAR(32) NOT NULL,
	label VARCHAR NOT NULL,
	children VARCHAR NOT NULL,
	births VARCHAR NOT NULL,
	coordinator VARCHAR NOT NULL,
	coordinator_id CHAR(32),
	responsible_id CHAR(32),
	state VARCHAR NOT NULL,
	status VARCHAR NOT NULL,
	due_on DATE,
	due_kind VARCHAR NOT NULL,
	protected BOOLEAN NOT NULL,
	sort_key VARCHAR NOT NULL,
	search VARCHAR NOT NULL,
	search_ascii VARCHAR NOT NULL,
	CONSTRAINT pk_familylisting PRIMARY KEY (family_id),
	CONSTRAINT fk_familylisting_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_familylisting_coordinator_id ON familylisting (coordinator_id);

CREATE INDEX ix_familylisting_due_on ON familylisting (due_on);

CREATE INDEX ix_familylisting_responsible_id ON familylisting (responsible_id);

CREATE INDEX ix_familylisting_sort_key ON familylisting (sort_key);

CREATE INDEX ix_familylisting_state ON familylisting (state);

CREATE TABLE familymerge (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	family_id CHAR(32) NOT NULL,
	merged_id CHAR(32) NOT NULL,
	merged_on DATE NOT NULL,
	reason VARCHAR NOT NULL,
	former_state VARCHAR NOT NULL,
	moved VARCHAR NOT NULL,
	undone_at DATETIME,
	CONSTRAINT pk_familymerge PRIMARY KEY (id),
	CONSTRAINT fk_familymerge_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_familymerge_merged_id FOREIGN KEY(merged_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_familymerge_family_id ON familymerge (family_id);

CREATE INDEX ix_familymerge_merged_id ON familymerge (merged_id);

CREATE TABLE person (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	family_id CHAR(32) NOT NULL,
	kind VARCHAR(5) NOT NULL,
	given_name VARCHAR NOT NULL,
	family_name VARCHAR NOT NULL,
	born_on DATE,
	expected_on DATE,
	adoption BOOLEAN NOT NULL,
	died_on DATE,
	sex VARCHAR NOT NULL,
	national_id VARCHAR NOT NULL,
	relation VARCHAR(13),
	relation_detail VARCHAR NOT NULL,
	parental_responsibility VARCHAR(7) NOT NULL,
	responsibility_from DATE,
	responsibility_to DATE,
	daily_care VARCHAR(7) NOT NULL,
	information_limited BOOLEAN NOT NULL,
	information_limited_reason VARCHAR NOT NULL,
	contact_allowed BOOLEAN NOT NULL,
	home INTEGER NOT NULL,
	phone VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	address VARCHAR NOT NULL,
	postal_code VARCHAR NOT NULL,
	place VARCHAR NOT NULL,
	address_protection VARCHAR(12) NOT NULL,
	language VARCHAR NOT NULL,
	interpreter BOOLEAN NOT NULL,
	letter_language VARCHAR NOT NULL,
	sami BOOLEAN NOT NULL,
	aac VARCHAR NOT NULL,
	what_matters VARCHAR NOT NULL,
	what_matters_on DATE,
	school VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	left_on DATE,
	sort_override VARCHAR NOT NULL,
	CONSTRAINT pk_person PRIMARY KEY (id),
	CONSTRAINT fk_person_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_person_family_id ON person (family_id);

CREATE TABLE assessment (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	family_id CHAR(32) NOT NULL,
	enquiry_id CHAR(32),
	started_on DATE NOT NULL,
	closed_on DATE,
	wished_kind VARCHAR(17) NOT NULL,
	child_heard VARCHAR(9) NOT NULL,
	child_view VARCHAR NOT NULL,
	child_view_how VARCHAR NOT NULL,
	child_view_on DATE,
	not_heard_reason VARCHAR NOT NULL,
	best_interests VARCHAR NOT NULL,
	family_view VARCHAR NOT NULL,
	person_wish VARCHAR NOT NULL,
	consent_to_assess_on DATE,
	consent_note VARCHAR NOT NULL,
	CONSTRAINT pk_assessment PRIMARY KEY (id),
	CONSTRAINT fk_assessment_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_assessment_enquiry_id FOREIGN KEY(enquiry_id) REFERENCES enquiry (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_assessment_family_id ON assessment (family_id);

CREATE TABLE childmove (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	family_id CHAR(32) NOT NULL,
	from_family_id CHAR(32) NOT NULL,
	person_id CHAR(32) NOT NULL,
	moved_on DATE NOT NULL,
	reason VARCHAR NOT NULL,
	CONSTRAINT pk_childmove PRIMARY KEY (id),
	CONSTRAINT fk_childmove_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_childmove_from_family_id FOREIGN KEY(from_family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_childmove_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_childmove_family_id ON childmove (family_id);

CREATE INDEX ix_childmove_from_family_id ON childmove (from_family_id);

CREATE INDEX ix_childmove_person_id ON childmove (person_id);

CREATE TABLE conditionanswer (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	family_id CHAR(32) NOT NULL,
	assessment_id CHAR(32) NOT NULL,
	condition VARCHAR NOT NULL,
	facts VARCHAR NOT NULL,
	judgement VARCHAR NOT NULL,
	finding VARCHAR(7) NOT NULL,
	CONSTRAINT pk_conditionanswer PRIMARY KEY (id),
	CONSTRAINT fk_conditionanswer_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_conditionanswer_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_conditionanswer_assessment_id ON conditionanswer (assessment_id);

CREATE INDEX ix_conditionanswer_family_id ON conditionanswer (family_id);

CREATE TABLE determination (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	family_id CHAR(32) NOT NULL,
	assessment_id CHAR(32),
	replaces_id CHAR(32),
	appeal_id CHAR(32),
	state VARCHAR(8) NOT NULL,
	number VARCHAR NOT NULL,
	outcome VARCHAR(14) NOT NULL,
	kind VARCHAR(17) NOT NULL,
	coordinator_id CHAR(32),
	decided_on DATE,
	effective_on DATE,
	reason_code VARCHAR NOT NULL,
	grounds VARCHAR NOT NULL,
	practical VARCHAR NOT NULL,
	alternatives VARCHAR NOT NULL,
	complaint_notice BOOLEAN NOT NULL,
	prior_notice_on DATE,
	family_comment VARCHAR NOT NULL,
	signer_name VARCHAR NOT NULL,
	signer_title VARCHAR NOT NULL,
	delegated_by VARCHAR NOT NULL,
	delegated_on DATE,
	delegation_scope VARCHAR NOT NULL,
	delegation_limits VARCHAR NOT NULL,
	overlap_to DATE,
	language VARCHAR NOT NULL,
	law_edition VARCHAR NOT NULL,
	sent_on DATE,
	knowledge_on DATE,
	due_override_on DATE,
	due_override_reason VARCHAR NOT NULL,
	CONSTRAINT pk_determination PRIMARY KEY (id),
	CONSTRAINT fk_determination_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_determination_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_determination_replaces_id FOREIGN KEY(replaces_id) REFERENCES determination (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_determination_coordinator_id FOREIGN KEY(coordinator_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_determination_family_id ON determination (family_id);

CREATE TABLE appeal (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	family_id CHAR(32) NOT NULL,
	determination_id CHAR(32) NOT NULL,
	received_on DATE NOT NULL,
	from_whom VARCHAR NOT NULL,
	represented_by VARCHAR NOT NULL,
	grounds VARCHAR NOT NULL,
	signed BOOLEAN NOT NULL,
	in_time BOOLEAN,
	late_accepted_reason VARCHAR NOT NULL,
	reassessment VARCHAR(9) NOT NULL,
	reassessment_text VARCHAR NOT NULL,
	reassessed_on DATE,
	child_view VARCHAR NOT NULL,
	documents VARCHAR NOT NULL,
	forwarded_on DATE,
	copy_to_party_on DATE,
	outcome VARCHAR NOT NULL,
	outcome_on DATE,
	CONSTRAINT pk_appeal PRIMARY KEY (id),
	CONSTRAINT fk_appeal_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appeal_determination_id FOREIGN KEY(determination_id) REFERENCES determination (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_appeal_determination_id ON appeal (determination_id);

CREATE INDEX ix_appeal_family_id ON appeal (family_id);

CREATE TABLE coordinatorappointment (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	family_id CHAR(32) NOT NULL,
	determination_id CHAR(32),
	staff_id CHAR(32) NOT NULL,
	kind VARCHAR(17) NOT NULL,
	from_on DATE NOT NULL,
	to_on DATE,
	delegated_by VARCHAR NOT NULL,
	delegated_on DATE,
	scope VARCHAR NOT NULL,
	limits VARCHAR NOT NULL,
	ended_reason VARCHAR NOT NULL,
	CONSTRAINT pk_coordinatorappointment PRIMARY KEY (id),
	CONSTRAINT fk_coordinatorappointment_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_coordinatorappointment_determination_id FOREIGN KEY(determination_id) REFERENCES determination (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_coordinatorappointment_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_coordinatorappointment_family_id ON coordinatorappointment (family_id);

CREATE INDEX ix_coordinatorappointment_staff_id ON coordinatorappointment (staff_id);

CREATE TABLE document (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	family_id CHAR(32) NOT NULL,
	kind VARCHAR(19) NOT NULL,
	state VARCHAR(5) NOT NULL,
	title VARCHAR NOT NULL,
	number VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	dated_on DATE,
	recipient VARCHAR NOT NULL,
	determination_id CHAR(32),
	appeal_id CHAR(32),
	enquiry_id CHAR(32),
	coordination_id CHAR(32),
	body VARCHAR NOT NULL,
	sha256 VARCHAR NOT NULL,
	pages INTEGER NOT NULL,
	law_edition VARCHAR NOT NULL,
	text_edition VARCHAR NOT NULL,
	finished_at DATETIME,
	signed_on DATE,
	sent_on DATE,
	sent_how VARCHAR NOT NULL,
	media_type VARCHAR NOT NULL,
	scan_of_id CHAR(32),
	CONSTRAINT pk_document PRIMARY KEY (id),
	CONSTRAINT fk_document_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_document_determination_id FOREIGN KEY(determination_id) REFERENCES determination (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_document_appeal_id FOREIGN KEY(appeal_id) REFERENCES appeal (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_document_enquiry_id FOREIGN KEY(enquiry_id) REFERENCES enquiry (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_document_coordination_id FOREIGN KEY(coordination_id) REFERENCES coordination (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_document_scan_of_id FOREIGN KEY(scan_of_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_document_family_id ON document (family_id);

CREATE TABLE documentcontent (
	document_id CHAR(32) NOT NULL,
	content BLOB NOT NULL,
	CONSTRAINT pk_documentcontent PRIMARY KEY (document_id),
	CONSTRAINT fk_documentcontent_document_id FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
);
