-- The tables of a new store, made from truce_tracker/model.py by `./dev docs`: change that, and write this anew.
CREATE TABLE party (
	id VARCHAR NOT NULL,
	entry INTEGER NOT NULL,
	recorded VARCHAR NOT NULL,
	name VARCHAR,
	aliases JSON NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (entry)
);
CREATE TABLE speaker (
	id VARCHAR NOT NULL,
	entry INTEGER NOT NULL,
	recorded VARCHAR NOT NULL,
	name VARCHAR,
	party VARCHAR,
	role VARCHAR,
	aliases JSON NOT NULL,
	on_record BOOLEAN NOT NULL,
	PRIMARY KEY (id),
	CHECK (on_record IN (0, 1)),
	UNIQUE (entry),
	FOREIGN KEY(party) REFERENCES party (id)
);
CREATE TABLE topic (
	id VARCHAR NOT NULL,
	entry INTEGER NOT NULL,
	recorded VARCHAR NOT NULL,
	name VARCHAR,
	PRIMARY KEY (id),
	UNIQUE (entry)
);
CREATE TABLE source (
	id VARCHAR NOT NULL,
	entry INTEGER NOT NULL,
	recorded VARCHAR NOT NULL,
	outlet VARCHAR,
	title VARCHAR,
	authors JSON NOT NULL,
	published VARCHAR,
	published_first VARCHAR,
	published_last VARCHAR,
	retrieved VARCHAR,
	retrieved_first VARCHAR,
	retrieved_last VARCHAR,
	url VARCHAR,
	language VARCHAR,
	kind VARCHAR,
	based_on VARCHAR,
	replaces VARCHAR,
	archived VARCHAR,
	note VARCHAR,
	PRIMARY KEY (id),
	CONSTRAINT published_is_ordered CHECK (published_first <= published_last),
	CONSTRAINT retrieved_is_ordered CHECK (retrieved_first <= retrieved_last),
	UNIQUE (entry),
	FOREIGN KEY(based_on) REFERENCES source (id),
	FOREIGN KEY(replaces) REFERENCES source (id)
);
CREATE TABLE source_text (
	source VARCHAR NOT NULL,
	entry INTEGER NOT NULL,
	text VARCHAR NOT NULL,
	bigrams VARCHAR,
	recorded VARCHAR NOT NULL,
	PRIMARY KEY (entry),
	UNIQUE (source),
	FOREIGN KEY(source) REFERENCES source (id)
);
CREATE TABLE sample (
	run INTEGER NOT NULL,
	source VARCHAR NOT NULL,
	PRIMARY KEY (run, source),
	FOREIGN KEY(source) REFERENCES source (id)
)
 WITHOUT ROWID;
CREATE TABLE commitment (
	id VARCHAR NOT NULL,
	entry INTEGER NOT NULL,
	recorded VARCHAR NOT NULL,
	summary VARCHAR,
	topic VARCHAR NOT NULL,
	bigrams VARCHAR,
	PRIMARY KEY (id),
	UNIQUE (entry),
	FOREIGN KEY(topic) REFERENCES topic (id)
);
CREATE TABLE obligor (
	commitment VARCHAR NOT NULL,
	party VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	PRIMARY KEY (commitment, party),
	FOREIGN KEY(commitment) REFERENCES commitment (id),
	FOREIGN KEY(party) REFERENCES party (id)
);
CREATE TABLE beneficiary (
	commitment VARCHAR NOT NULL,
	party VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	PRIMARY KEY (commitment, party),
	FOREIGN KEY(commitment) REFERENCES commitment (id),
	FOREIGN KEY(party) REFERENCES party (id)
);
CREATE TABLE exchange (
	commitment VARCHAR NOT NULL,
	in_exchange_for VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	PRIMARY KEY (commitment, in_exchange_for),
	FOREIGN KEY(commitment) REFERENCES commitment (id),
	FOREIGN KEY(in_exchange_for) REFERENCES commitment (id)
);
CREATE TABLE deadline (
	id VARCHAR NOT NULL,
	entry INTEGER NOT NULL,
	recorded VARCHAR NOT NULL,
	commitment VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	phrase VARCHAR,
	stated VARCHAR,
	stated_first VARCHAR,
	stated_last VARCHAR,
	due VARCHAR,
	due_day VARCHAR,
	"from" VARCHAR,
	from_day VARCHAR,
	repeats VARCHAR,
	within VARCHAR,
	within_count INTEGER,
	within_unit VARCHAR,
	"of" VARCHAR,
	of_commitment VARCHAR,
	of_milestone VARCHAR,
	no_later_than VARCHAR,
	no_later_than_day VARCHAR,
	PRIMARY KEY (id),
	CONSTRAINT kind_is_known CHECK (kind IN ('due', 'expires')),
	CONSTRAINT stated_is_ordered CHECK (stated_first <= stated_last),
	CONSTRAINT within_unit_is_known CHECK (within_unit IN ('day', 'month')),
	CHECK ((within IS NULL) = (within_count IS NULL) AND (within IS NULL) = (within_unit IS NULL)),
	CHECK ((within IS NULL) = ("of" IS NULL)),
	CHECK ("of" IS NULL OR (of_commitment IS NULL) <> (of_milestone IS NULL)),
	CHECK (within IS NULL OR due IS NULL AND due_day IS NULL AND repeats IS NULL),
	UNIQUE (entry),
	FOREIGN KEY(commitment) REFERENCES commitment (id),
	FOREIGN KEY(of_commitment) REFERENCES commitment (id),
	FOREIGN KEY(of_milestone) REFERENCES milestone (id)
);
CREATE TABLE deadline_replaces (
	deadline VARCHAR NOT NULL,
	replaces VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	PRIMARY KEY (deadline, replaces),
	FOREIGN KEY(deadline) REFERENCES deadline (id),
	FOREIGN KEY(replaces) REFERENCES deadline (id)
);
CREATE TABLE milestone (
	id VARCHAR NOT NULL,
	deadline VARCHAR NOT NULL,
	due VARCHAR,
	PRIMARY KEY (id),
	FOREIGN KEY(deadline) REFERENCES deadline (id)
);
CREATE TABLE claim (
	id VARCHAR NOT NULL,
	entry INTEGER NOT NULL,
	recorded VARCHAR NOT NULL,
	speaker VARCHAR,
	said VARCHAR NOT NULL,
	said_first VARCHAR NOT NULL,
	said_last VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	topic VARCHAR NOT NULL,
	stance VARCHAR NOT NULL,
	condition VARCHAR,
	answers VARCHAR,
	text VARCHAR,
	quote VARCHAR,
	words VARCHAR,
	words_as VARCHAR,
	retells VARCHAR,
	locator VARCHAR,
	modality VARCHAR,
	instrument VARCHAR,
	quantity VARCHAR,
	amount FLOAT,
	amount_to FLOAT,
	unit VARCHAR,
	period VARCHAR,
	bound VARCHAR,
	deadline VARCHAR,
	milestone VARCHAR,
	done VARCHAR,
	done_first VARCHAR,
	done_last VARCHAR,
	basis VARCHAR,
	covers VARCHAR,
	covers_first VARCHAR,
	covers_last VARCHAR,
	cumulative BOOLEAN DEFAULT 1 NOT NULL,
	on_record BOOLEAN NOT NULL,
	note VARCHAR,
	defaults VARCHAR NOT NULL,
	bigrams VARCHAR,
	PRIMARY KEY (id),
	CONSTRAINT stance_is_known CHECK (stance IN ('affirms', 'affirms-in-part', 'denies', 'proposes', 'withdraws', 'drops', 'declines', 'mentions', 'reports-progress', 'reports-met', 'reports-unmet', 'reports-breach', 'reports-ended')),
	CONSTRAINT modality_is_known CHECK (modality IN ('will', 'shall', 'expects', 'intends', 'hopes', 'may')),
	CONSTRAINT instrument_is_known CHECK (instrument IN ('signed-text', 'joint-statement', 'notice', 'fact-sheet', 'readout', 'press-conference', 'interview', 'post', 'background')),
	CONSTRAINT bound_is_known CHECK (bound IN ('at least', 'at most', 'up to', 'about', 'exactly')),
	CONSTRAINT said_is_ordered CHECK (said_first <= said_last),
	CONSTRAINT words_is_known CHECK (words IN ('own', 'reported')),
	CONSTRAINT words_as_is_known CHECK (words_as IN ('own', 'reported')),
	CONSTRAINT done_is_ordered CHECK (done_first <= done_last),
	CONSTRAINT covers_is_ordered CHECK (covers_first <= covers_last),
	CHECK (on_record IN (0, 1)),
	CHECK (cumulative IN (0, 1)),
	CHECK (milestone IS NULL OR deadline IS NOT NULL),
	CHECK ((amount IS NULL) = (quantity IS NULL)),
	CHECK (amount_to IS NULL OR amount <= amount_to),
	CHECK (condition IS NULL OR stance = 'affirms'),
	CHECK (done IS NULL OR stance = 'reports-met'),
	CHECK (basis IS NULL AND covers IS NULL AND cumulative = 1 OR stance = 'reports-progress'),
	UNIQUE (entry),
	FOREIGN KEY(speaker) REFERENCES speaker (id),
	FOREIGN KEY(source) REFERENCES source (id),
	FOREIGN KEY(topic) REFERENCES topic (id),
	FOREIGN KEY(answers) REFERENCES claim (id),
	FOREIGN KEY(retells) REFERENCES claim (id),
	FOREIGN KEY(deadline) REFERENCES deadline (id),
	FOREIGN KEY(milestone) REFERENCES milestone (id)
);
CREATE TABLE claim_party (
	claim VARCHAR NOT NULL,
	party VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	PRIMARY KEY (claim, party),
	FOREIGN KEY(claim) REFERENCES claim (id),
	FOREIGN KEY(party) REFERENCES party (id)
)
 WITHOUT ROWID;
CREATE TABLE claim_commitment (
	claim VARCHAR NOT NULL,
	commitment VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	PRIMARY KEY (claim, commitment),
	FOREIGN KEY(claim) REFERENCES claim (id),
	FOREIGN KEY(commitment) REFERENCES commitment (id)
)
 WITHOUT ROWID;
CREATE TABLE claim_about (
	claim VARCHAR NOT NULL,
	party VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	PRIMARY KEY (claim, party),
	FOREIGN KEY(claim) REFERENCES claim (id),
	FOREIGN KEY(party) REFERENCES party (id)
)
 WITHOUT ROWID;
CREATE TABLE pair (
	place INTEGER NOT NULL,
	claim VARCHAR NOT NULL,
	entry INTEGER NOT NULL,
	party VARCHAR,
	speaker VARCHAR,
	reporter VARCHAR NOT NULL,
	commitment VARCHAR,
	topic VARCHAR NOT NULL,
	said_first VARCHAR NOT NULL,
	said_last VARCHAR NOT NULL,
	known VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	stance VARCHAR NOT NULL,
	takes VARCHAR,
	reports BOOLEAN NOT NULL,
	on_record BOOLEAN NOT NULL,
	deadline VARCHAR,
	milestone VARCHAR,
	home VARCHAR,
	done_first VARCHAR NOT NULL,
	statement INTEGER,
	account INTEGER NOT NULL,
	retells INTEGER,
	PRIMARY KEY (place)
);
CREATE TABLE told_of (
	commitment VARCHAR NOT NULL,
	claim VARCHAR NOT NULL,
	party VARCHAR NOT NULL,
	PRIMARY KEY (commitment, claim, party)
)
 WITHOUT ROWID;
CREATE TABLE known_deadline (
	deadline VARCHAR NOT NULL,
	known VARCHAR NOT NULL,
	PRIMARY KEY (deadline)
);
CREATE TABLE anchor (
	claim VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	begins INTEGER NOT NULL,
	ends INTEGER NOT NULL,
	exact VARCHAR NOT NULL,
	prefix VARCHAR NOT NULL,
	suffix VARCHAR NOT NULL,
	in_marks BOOLEAN NOT NULL,
	PRIMARY KEY (claim),
	CHECK (in_marks IN (0, 1)),
	FOREIGN KEY(claim) REFERENCES claim (id),
	FOREIGN KEY(source) REFERENCES source (id)
);
CREATE TABLE "check" (
	id VARCHAR NOT NULL,
	entry INTEGER NOT NULL,
	recorded VARCHAR NOT NULL,
	party VARCHAR NOT NULL,
	what VARCHAR,
	"from" VARCHAR,
	from_day VARCHAR,
	"to" VARCHAR NOT NULL,
	to_day VARCHAR NOT NULL,
	checked VARCHAR NOT NULL,
	checked_first VARCHAR NOT NULL,
	checked_last VARCHAR NOT NULL,
	"by" VARCHAR,
	note VARCHAR,
	PRIMARY KEY (id),
	CHECK (from_day <= to_day),
	CONSTRAINT checked_is_ordered CHECK (checked_first <= checked_last),
	UNIQUE (entry),
	FOREIGN KEY(party) REFERENCES party (id)
);
CREATE TABLE check_topic (
	"check" VARCHAR NOT NULL,
	topic VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	PRIMARY KEY ("check", topic),
	FOREIGN KEY("check") REFERENCES "check" (id),
	FOREIGN KEY(topic) REFERENCES topic (id)
);
CREATE TABLE operation (
	number INTEGER NOT NULL,
	moment VARCHAR NOT NULL,
	command VARCHAR NOT NULL,
	"by" VARCHAR,
	takes_back VARCHAR,
	revision VARCHAR NOT NULL,
	digest VARCHAR NOT NULL,
	PRIMARY KEY (number)
);
CREATE TABLE change (
	operation INTEGER NOT NULL,
	list VARCHAR NOT NULL,
	id VARCHAR NOT NULL,
	was VARCHAR,
	"before" VARCHAR,
	"after" VARCHAR,
	entry INTEGER,
	recorded VARCHAR,
	digest VARCHAR,
	PRIMARY KEY (operation, list, id),
	FOREIGN KEY(operation) REFERENCES operation (number)
);
CREATE INDEX ix_speaker_party ON speaker (party);
CREATE INDEX ix_source_based_on ON source (based_on);
CREATE INDEX ix_source_replaces ON source (replaces);
CREATE INDEX ix_source_url ON source (url);
CREATE INDEX ix_sample_source ON sample (source);
CREATE INDEX ix_commitment_topic ON commitment (topic);
CREATE INDEX ix_obligor_party ON obligor (party);
CREATE INDEX ix_beneficiary_party ON beneficiary (party);
CREATE INDEX ix_exchange_in_exchange_for ON exchange (in_exchange_for);
CREATE INDEX ix_deadline_commitment ON deadline (commitment);
CREATE INDEX ix_deadline_of_commitment ON deadline (of_commitment);
CREATE INDEX ix_deadline_of_milestone ON deadline (of_milestone);
CREATE INDEX ix_deadline_replaces_replaces ON deadline_replaces (replaces);
CREATE INDEX ix_milestone_deadline ON milestone (deadline);
CREATE INDEX claim_answering ON claim (answers) WHERE answers IS NOT NULL;
CREATE INDEX claim_by_day ON claim (said_first, said_last, entry);
CREATE INDEX claim_retelling ON claim (retells) WHERE retells IS NOT NULL;
CREATE INDEX ix_claim_deadline ON claim (deadline);
CREATE INDEX ix_claim_milestone ON claim (milestone);
CREATE INDEX ix_claim_source ON claim (source);
CREATE INDEX ix_claim_speaker ON claim (speaker);
CREATE INDEX ix_pair_claim ON pair (claim);
CREATE INDEX ix_pair_known ON pair (known);
CREATE INDEX pair_by_commitment ON pair (commitment, party);
CREATE INDEX pair_by_statement ON pair (party, topic, said_first, speaker, known);
CREATE INDEX pair_naming ON pair (deadline) WHERE deadline IS NOT NULL;
CREATE INDEX pair_reporting ON pair (commitment, home) WHERE reports;
CREATE INDEX pair_retelling ON pair (retells) WHERE retells IS NOT NULL;
CREATE INDEX pair_told_twice ON pair (statement, account) WHERE statement IS NOT NULL;
CREATE INDEX ix_anchor_source ON anchor (source);
CREATE INDEX ix_check_party ON "check" (party);
CREATE INDEX ix_check_topic_topic ON check_topic (topic);
CREATE INDEX ix_operation_revision ON operation (revision);
CREATE INDEX change_of_record ON change (list, id);
CREATE INDEX change_of_removed ON change (list, entry) WHERE entry IS NOT NULL;
