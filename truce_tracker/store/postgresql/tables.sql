-- The tables of a new store, made from truce_tracker/model.py by `./dev docs`: change that, and write this anew.
CREATE TABLE party (
	id TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL,
	recorded TEXT COLLATE "C" NOT NULL,
	name TEXT COLLATE "C",
	aliases TEXT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (entry)
);
CREATE TABLE speaker (
	id TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL,
	recorded TEXT COLLATE "C" NOT NULL,
	name TEXT COLLATE "C",
	party TEXT COLLATE "C",
	role TEXT COLLATE "C",
	aliases TEXT NOT NULL,
	on_record BOOLEAN NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (entry)
);
CREATE TABLE topic (
	id TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL,
	recorded TEXT COLLATE "C" NOT NULL,
	name TEXT COLLATE "C",
	PRIMARY KEY (id),
	UNIQUE (entry)
);
CREATE TABLE source (
	id TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL,
	recorded TEXT COLLATE "C" NOT NULL,
	outlet TEXT COLLATE "C",
	title TEXT COLLATE "C",
	authors TEXT NOT NULL,
	published TEXT COLLATE "C",
	published_first TEXT COLLATE "C",
	published_last TEXT COLLATE "C",
	retrieved TEXT COLLATE "C",
	retrieved_first TEXT COLLATE "C",
	retrieved_last TEXT COLLATE "C",
	url TEXT COLLATE "C",
	language TEXT COLLATE "C",
	kind TEXT COLLATE "C",
	based_on TEXT COLLATE "C",
	replaces TEXT COLLATE "C",
	archived TEXT COLLATE "C",
	note TEXT COLLATE "C",
	PRIMARY KEY (id),
	CONSTRAINT published_is_ordered CHECK (published_first <= published_last),
	CONSTRAINT retrieved_is_ordered CHECK (retrieved_first <= retrieved_last),
	UNIQUE (entry)
);
CREATE TABLE source_text (
	source TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL,
	text TEXT COLLATE "C" NOT NULL,
	bigrams TEXT COLLATE "C",
	recorded TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (entry),
	UNIQUE (source)
);
CREATE TABLE sample (
	run BIGINT NOT NULL,
	source TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (run, source)
);
CREATE TABLE commitment (
	id TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL,
	recorded TEXT COLLATE "C" NOT NULL,
	summary TEXT COLLATE "C",
	topic TEXT COLLATE "C" NOT NULL,
	bigrams TEXT COLLATE "C",
	PRIMARY KEY (id),
	UNIQUE (entry)
);
CREATE TABLE obligor (
	commitment TEXT COLLATE "C" NOT NULL,
	party TEXT COLLATE "C" NOT NULL,
	place BIGINT NOT NULL,
	PRIMARY KEY (commitment, party)
);
CREATE TABLE beneficiary (
	commitment TEXT COLLATE "C" NOT NULL,
	party TEXT COLLATE "C" NOT NULL,
	place BIGINT NOT NULL,
	PRIMARY KEY (commitment, party)
);
CREATE TABLE exchange (
	commitment TEXT COLLATE "C" NOT NULL,
	in_exchange_for TEXT COLLATE "C" NOT NULL,
	place BIGINT NOT NULL,
	PRIMARY KEY (commitment, in_exchange_for)
);
CREATE TABLE deadline (
	id TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL,
	recorded TEXT COLLATE "C" NOT NULL,
	commitment TEXT COLLATE "C" NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	phrase TEXT COLLATE "C",
	stated TEXT COLLATE "C",
	stated_first TEXT COLLATE "C",
	stated_last TEXT COLLATE "C",
	due TEXT COLLATE "C",
	due_day TEXT COLLATE "C",
	"from" TEXT COLLATE "C",
	from_day TEXT COLLATE "C",
	repeats TEXT COLLATE "C",
	within TEXT COLLATE "C",
	within_count BIGINT,
	within_unit TEXT COLLATE "C",
	"of" TEXT COLLATE "C",
	of_commitment TEXT COLLATE "C",
	of_milestone TEXT COLLATE "C",
	no_later_than TEXT COLLATE "C",
	no_later_than_day TEXT COLLATE "C",
	PRIMARY KEY (id),
	CONSTRAINT kind_is_known CHECK (kind IN ('due', 'expires')),
	CONSTRAINT stated_is_ordered CHECK (stated_first <= stated_last),
	CONSTRAINT within_unit_is_known CHECK (within_unit IN ('day', 'month')),
	CHECK ((within IS NULL) = (within_count IS NULL) AND (within IS NULL) = (within_unit IS NULL)),
	CHECK ((within IS NULL) = ("of" IS NULL)),
	CHECK ("of" IS NULL OR (of_commitment IS NULL) <> (of_milestone IS NULL)),
	CHECK (within IS NULL OR due IS NULL AND due_day IS NULL AND repeats IS NULL),
	UNIQUE (entry)
);
CREATE TABLE deadline_replaces (
	deadline TEXT COLLATE "C" NOT NULL,
	replaces TEXT COLLATE "C" NOT NULL,
	place BIGINT NOT NULL,
	PRIMARY KEY (deadline, replaces)
);
CREATE TABLE milestone (
	id TEXT COLLATE "C" NOT NULL,
	deadline TEXT COLLATE "C" NOT NULL,
	due TEXT COLLATE "C",
	PRIMARY KEY (id)
);
CREATE TABLE claim (
	id TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL,
	recorded TEXT COLLATE "C" NOT NULL,
	speaker TEXT COLLATE "C",
	said TEXT COLLATE "C" NOT NULL,
	said_first TEXT COLLATE "C" NOT NULL,
	said_last TEXT COLLATE "C" NOT NULL,
	source TEXT COLLATE "C" NOT NULL,
	topic TEXT COLLATE "C" NOT NULL,
	stance TEXT COLLATE "C" NOT NULL,
	condition TEXT COLLATE "C",
	answers TEXT COLLATE "C",
	text TEXT COLLATE "C",
	quote TEXT COLLATE "C",
	words TEXT COLLATE "C",
	words_as TEXT COLLATE "C",
	retells TEXT COLLATE "C",
	locator TEXT COLLATE "C",
	modality TEXT COLLATE "C",
	instrument TEXT COLLATE "C",
	quantity TEXT COLLATE "C",
	amount DOUBLE PRECISION,
	amount_to DOUBLE PRECISION,
	unit TEXT COLLATE "C",
	period TEXT COLLATE "C",
	bound TEXT COLLATE "C",
	deadline TEXT COLLATE "C",
	milestone TEXT COLLATE "C",
	done TEXT COLLATE "C",
	done_first TEXT COLLATE "C",
	done_last TEXT COLLATE "C",
	basis TEXT COLLATE "C",
	covers TEXT COLLATE "C",
	covers_first TEXT COLLATE "C",
	covers_last TEXT COLLATE "C",
	cumulative BOOLEAN DEFAULT TRUE NOT NULL,
	on_record BOOLEAN NOT NULL,
	note TEXT COLLATE "C",
	defaults TEXT COLLATE "C" NOT NULL,
	bigrams TEXT COLLATE "C",
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
	CHECK (milestone IS NULL OR deadline IS NOT NULL),
	CHECK ((amount IS NULL) = (quantity IS NULL)),
	CHECK (amount_to IS NULL OR amount <= amount_to),
	CHECK (condition IS NULL OR stance = 'affirms'),
	CHECK (done IS NULL OR stance = 'reports-met'),
	CHECK (basis IS NULL AND covers IS NULL AND cumulative OR stance = 'reports-progress'),
	UNIQUE (entry)
);
CREATE TABLE claim_party (
	claim TEXT COLLATE "C" NOT NULL,
	party TEXT COLLATE "C" NOT NULL,
	place BIGINT NOT NULL,
	PRIMARY KEY (claim, party)
);
CREATE TABLE claim_commitment (
	claim TEXT COLLATE "C" NOT NULL,
	commitment TEXT COLLATE "C" NOT NULL,
	place BIGINT NOT NULL,
	PRIMARY KEY (claim, commitment)
);
CREATE TABLE claim_about (
	claim TEXT COLLATE "C" NOT NULL,
	party TEXT COLLATE "C" NOT NULL,
	place BIGINT NOT NULL,
	PRIMARY KEY (claim, party)
);
CREATE TABLE pair (
	place BIGINT NOT NULL,
	claim TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL,
	party TEXT COLLATE "C",
	speaker TEXT COLLATE "C",
	reporter TEXT COLLATE "C" NOT NULL,
	commitment TEXT COLLATE "C",
	topic TEXT COLLATE "C" NOT NULL,
	said_first TEXT COLLATE "C" NOT NULL,
	said_last TEXT COLLATE "C" NOT NULL,
	known TEXT COLLATE "C" NOT NULL,
	source TEXT COLLATE "C" NOT NULL,
	stance TEXT COLLATE "C" NOT NULL,
	takes TEXT COLLATE "C",
	reports BOOLEAN NOT NULL,
	on_record BOOLEAN NOT NULL,
	deadline TEXT COLLATE "C",
	milestone TEXT COLLATE "C",
	home TEXT COLLATE "C",
	done_first TEXT COLLATE "C" NOT NULL,
	statement BIGINT,
	account BIGINT NOT NULL,
	retells BIGINT,
	PRIMARY KEY (place)
);
CREATE TABLE told_of (
	commitment TEXT COLLATE "C" NOT NULL,
	claim TEXT COLLATE "C" NOT NULL,
	party TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (commitment, claim, party)
);
CREATE TABLE known_deadline (
	deadline TEXT COLLATE "C" NOT NULL,
	known TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (deadline)
);
CREATE TABLE anchor (
	claim TEXT COLLATE "C" NOT NULL,
	source TEXT COLLATE "C" NOT NULL,
	begins BIGINT NOT NULL,
	ends BIGINT NOT NULL,
	exact TEXT COLLATE "C" NOT NULL,
	prefix TEXT COLLATE "C" NOT NULL,
	suffix TEXT COLLATE "C" NOT NULL,
	in_marks BOOLEAN NOT NULL,
	PRIMARY KEY (claim)
);
CREATE TABLE "check" (
	id TEXT COLLATE "C" NOT NULL,
	entry BIGINT NOT NULL,
	recorded TEXT COLLATE "C" NOT NULL,
	party TEXT COLLATE "C" NOT NULL,
	what TEXT COLLATE "C",
	"from" TEXT COLLATE "C",
	from_day TEXT COLLATE "C",
	"to" TEXT COLLATE "C" NOT NULL,
	to_day TEXT COLLATE "C" NOT NULL,
	checked TEXT COLLATE "C" NOT NULL,
	checked_first TEXT COLLATE "C" NOT NULL,
	checked_last TEXT COLLATE "C" NOT NULL,
	by TEXT COLLATE "C",
	note TEXT COLLATE "C",
	PRIMARY KEY (id),
	CHECK (from_day <= to_day),
	CONSTRAINT checked_is_ordered CHECK (checked_first <= checked_last),
	UNIQUE (entry)
);
CREATE TABLE check_topic (
	"check" TEXT COLLATE "C" NOT NULL,
	topic TEXT COLLATE "C" NOT NULL,
	place BIGINT NOT NULL,
	PRIMARY KEY ("check", topic)
);
CREATE TABLE operation (
	number BIGINT NOT NULL,
	moment TEXT COLLATE "C" NOT NULL,
	command TEXT COLLATE "C" NOT NULL,
	by TEXT COLLATE "C",
	takes_back TEXT COLLATE "C",
	revision TEXT COLLATE "C" NOT NULL,
	digest TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (number)
);
CREATE TABLE change (
	operation BIGINT NOT NULL,
	list TEXT COLLATE "C" NOT NULL,
	id TEXT COLLATE "C" NOT NULL,
	was TEXT COLLATE "C",
	before TEXT COLLATE "C",
	after TEXT COLLATE "C",
	entry BIGINT,
	recorded TEXT COLLATE "C",
	digest TEXT COLLATE "C",
	PRIMARY KEY (operation, list, id)
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
ALTER TABLE "speaker" ADD FOREIGN KEY ("party") REFERENCES "party" ("id") DEFERRABLE;
ALTER TABLE "source" ADD FOREIGN KEY ("based_on") REFERENCES "source" ("id") DEFERRABLE;
ALTER TABLE "source" ADD FOREIGN KEY ("replaces") REFERENCES "source" ("id") DEFERRABLE;
ALTER TABLE "source_text" ADD FOREIGN KEY ("source") REFERENCES "source" ("id") DEFERRABLE;
ALTER TABLE "sample" ADD FOREIGN KEY ("source") REFERENCES "source" ("id") DEFERRABLE;
ALTER TABLE "commitment" ADD FOREIGN KEY ("topic") REFERENCES "topic" ("id") DEFERRABLE;
ALTER TABLE "obligor" ADD FOREIGN KEY ("commitment") REFERENCES "commitment" ("id") DEFERRABLE;
ALTER TABLE "obligor" ADD FOREIGN KEY ("party") REFERENCES "party" ("id") DEFERRABLE;
ALTER TABLE "beneficiary" ADD FOREIGN KEY ("commitment") REFERENCES "commitment" ("id") DEFERRABLE;
ALTER TABLE "beneficiary" ADD FOREIGN KEY ("party") REFERENCES "party" ("id") DEFERRABLE;
ALTER TABLE "exchange" ADD FOREIGN KEY ("commitment") REFERENCES "commitment" ("id") DEFERRABLE;
ALTER TABLE "exchange" ADD FOREIGN KEY ("in_exchange_for") REFERENCES "commitment" ("id") DEFERRABLE;
ALTER TABLE "deadline" ADD FOREIGN KEY ("commitment") REFERENCES "commitment" ("id") DEFERRABLE;
ALTER TABLE "deadline" ADD FOREIGN KEY ("of_commitment") REFERENCES "commitment" ("id") DEFERRABLE;
ALTER TABLE "deadline" ADD FOREIGN KEY ("of_milestone") REFERENCES "milestone" ("id") DEFERRABLE;
ALTER TABLE "deadline_replaces" ADD FOREIGN KEY ("deadline") REFERENCES "deadline" ("id") DEFERRABLE;
ALTER TABLE "deadline_replaces" ADD FOREIGN KEY ("replaces") REFERENCES "deadline" ("id") DEFERRABLE;
ALTER TABLE "milestone" ADD FOREIGN KEY ("deadline") REFERENCES "deadline" ("id") DEFERRABLE;
ALTER TABLE "claim" ADD FOREIGN KEY ("answers") REFERENCES "claim" ("id") DEFERRABLE;
ALTER TABLE "claim" ADD FOREIGN KEY ("deadline") REFERENCES "deadline" ("id") DEFERRABLE;
ALTER TABLE "claim" ADD FOREIGN KEY ("milestone") REFERENCES "milestone" ("id") DEFERRABLE;
ALTER TABLE "claim" ADD FOREIGN KEY ("retells") REFERENCES "claim" ("id") DEFERRABLE;
ALTER TABLE "claim" ADD FOREIGN KEY ("source") REFERENCES "source" ("id") DEFERRABLE;
ALTER TABLE "claim" ADD FOREIGN KEY ("speaker") REFERENCES "speaker" ("id") DEFERRABLE;
ALTER TABLE "claim" ADD FOREIGN KEY ("topic") REFERENCES "topic" ("id") DEFERRABLE;
ALTER TABLE "claim_party" ADD FOREIGN KEY ("claim") REFERENCES "claim" ("id") DEFERRABLE;
ALTER TABLE "claim_party" ADD FOREIGN KEY ("party") REFERENCES "party" ("id") DEFERRABLE;
ALTER TABLE "claim_commitment" ADD FOREIGN KEY ("claim") REFERENCES "claim" ("id") DEFERRABLE;
ALTER TABLE "claim_commitment" ADD FOREIGN KEY ("commitment") REFERENCES "commitment" ("id") DEFERRABLE;
ALTER TABLE "claim_about" ADD FOREIGN KEY ("claim") REFERENCES "claim" ("id") DEFERRABLE;
ALTER TABLE "claim_about" ADD FOREIGN KEY ("party") REFERENCES "party" ("id") DEFERRABLE;
ALTER TABLE "anchor" ADD FOREIGN KEY ("claim") REFERENCES "claim" ("id") DEFERRABLE;
ALTER TABLE "anchor" ADD FOREIGN KEY ("source") REFERENCES "source" ("id") DEFERRABLE;
ALTER TABLE "check" ADD FOREIGN KEY ("party") REFERENCES "party" ("id") DEFERRABLE;
ALTER TABLE "check_topic" ADD FOREIGN KEY ("check") REFERENCES "check" ("id") DEFERRABLE;
ALTER TABLE "check_topic" ADD FOREIGN KEY ("topic") REFERENCES "topic" ("id") DEFERRABLE;
ALTER TABLE "change" ADD FOREIGN KEY ("operation") REFERENCES "operation" ("number") DEFERRABLE;
