-- Schema 2: waste bin, final deletion, hand-over files, and the mark that ties database and key file together.
ALTER TABLE municipality ADD COLUMN binned_at DATETIME;

ALTER TABLE staff ADD COLUMN binned_at DATETIME;

CREATE TABLE vaultmark (
	vault VARCHAR NOT NULL,
	generation INTEGER NOT NULL,
	CONSTRAINT pk_vaultmark PRIMARY KEY (vault)
);

CREATE TABLE deletion (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	record VARCHAR NOT NULL,
	object_id CHAR(32) NOT NULL,
	rule VARCHAR NOT NULL,
	reason VARCHAR NOT NULL,
	counts VARCHAR NOT NULL,
	proposed_by_id CHAR(32) NOT NULL,
	proposed_at DATETIME NOT NULL,
	decided_by_id CHAR(32),
	decided_at DATETIME,
	carried_out BOOLEAN NOT NULL,
	backups_gone_by DATETIME,
	CONSTRAINT pk_deletion PRIMARY KEY (id),
	CONSTRAINT fk_deletion_proposed_by_id FOREIGN KEY(proposed_by_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_deletion_decided_by_id FOREIGN KEY(decided_by_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_deletion_object_id ON deletion (object_id);

ALTER TABLE family ADD COLUMN binned_at DATETIME;

ALTER TABLE contactnote ADD COLUMN binned_at DATETIME;

ALTER TABLE coordination ADD COLUMN binned_at DATETIME;

ALTER TABLE enquiry ADD COLUMN binned_at DATETIME;

ALTER TABLE familymerge ADD COLUMN binned_at DATETIME;

ALTER TABLE person ADD COLUMN binned_at DATETIME;

CREATE TABLE transfer (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	family_id CHAR(32) NOT NULL,
	direction VARCHAR(8) NOT NULL,
	file_id VARCHAR NOT NULL,
	other_name VARCHAR NOT NULL,
	other_municipality VARCHAR NOT NULL,
	leaves_municipality BOOLEAN NOT NULL,
	consent_on DATE,
	consent_told VARCHAR NOT NULL,
	counts VARCHAR NOT NULL,
	done_at DATETIME NOT NULL,
	receipt VARCHAR NOT NULL,
	receipt_at DATETIME,
	CONSTRAINT pk_transfer PRIMARY KEY (id),
	CONSTRAINT fk_transfer_family_id FOREIGN KEY(family_id) REFERENCES family (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_transfer_family_id ON transfer (family_id);

ALTER TABLE assessment ADD COLUMN binned_at DATETIME;

ALTER TABLE childmove ADD COLUMN binned_at DATETIME;

ALTER TABLE conditionanswer ADD COLUMN binned_at DATETIME;

ALTER TABLE determination ADD COLUMN binned_at DATETIME;

ALTER TABLE appeal ADD COLUMN binned_at DATETIME;

ALTER TABLE coordinatorappointment ADD COLUMN binned_at DATETIME;

ALTER TABLE document ADD COLUMN binned_at DATETIME;

ALTER TABLE historyentry ADD COLUMN act CHAR(32);

CREATE TABLE vaultidentity (
	id CHAR(32) NOT NULL,
	opening VARCHAR NOT NULL,
	signing VARCHAR NOT NULL,
	made_at DATETIME NOT NULL,
	CONSTRAINT pk_vaultidentity PRIMARY KEY (id)
);

CREATE TABLE knownsender (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	public VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	municipality VARCHAR NOT NULL,
	first_seen_on DATE NOT NULL,
	CONSTRAINT pk_knownsender PRIMARY KEY (id),
	CONSTRAINT uq_knownsender_public UNIQUE (public)
);
