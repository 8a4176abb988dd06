-- Schema 3: the municipality's own standard texts and letters, the unit's name in nynorsk, and who may sign.
ALTER TABLE municipality ADD COLUMN unit_nn VARCHAR NOT NULL DEFAULT '';

ALTER TABLE municipality ADD COLUMN other_signers VARCHAR NOT NULL DEFAULT '';

CREATE TABLE officetext (
	id CHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	binned_at DATETIME,
	kind VARCHAR(9) NOT NULL,
	slot VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	number INTEGER NOT NULL,
	in_use BOOLEAN NOT NULL,
	name VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	addressee VARCHAR NOT NULL,
	shipped VARCHAR NOT NULL,
	written_by_id CHAR(32),
	CONSTRAINT pk_officetext PRIMARY KEY (id),
	CONSTRAINT fk_officetext_written_by_id FOREIGN KEY(written_by_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_officetext_slot ON officetext (slot);
