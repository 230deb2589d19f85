-- From schema 1 (contract 1, format truce/1) to schema 2 (contract 2, format truce/2).
--
-- A table whose columns or checks change is made anew, filled, and takes the place of the old one. The tables are
-- written out as schema 2 had them, whatever `model` says by now. What SQL cannot do follows in `migrating`.

-- who says it and what it bears on: several parties, several commitments
CREATE TABLE claim_party (
    claim VARCHAR NOT NULL,
    party VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (claim, party),
    FOREIGN KEY(claim) REFERENCES claim (id),
    FOREIGN KEY(party) REFERENCES party (id)
) WITHOUT ROWID;
INSERT INTO claim_party (claim, party, place) SELECT id, party, 0 FROM claim WHERE party IS NOT NULL;
CREATE TABLE claim_commitment (
    claim VARCHAR NOT NULL,
    commitment VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (claim, commitment),
    FOREIGN KEY(claim) REFERENCES claim (id),
    FOREIGN KEY(commitment) REFERENCES commitment (id)
) WITHOUT ROWID;
INSERT INTO claim_commitment (claim, commitment, place)
SELECT id, commitment, 0 FROM claim WHERE commitment IS NOT NULL;
CREATE TABLE claim_about (
    claim VARCHAR NOT NULL,
    party VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (claim, party),
    FOREIGN KEY(claim) REFERENCES claim (id),
    FOREIGN KEY(party) REFERENCES party (id)
) WITHOUT ROWID;

-- a deadline can replace several
CREATE TABLE deadline_replaces (
    deadline VARCHAR NOT NULL,
    replaces VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (deadline, replaces),
    FOREIGN KEY(deadline) REFERENCES deadline (id),
    FOREIGN KEY(replaces) REFERENCES deadline (id)
);
INSERT INTO deadline_replaces (deadline, replaces, place)
SELECT id, replaces, 0 FROM deadline WHERE replaces IS NOT NULL;
CREATE INDEX ix_deadline_replaces_replaces ON deadline_replaces (replaces);

-- claim
CREATE TABLE new_claim (
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
INSERT INTO new_claim (id, entry, recorded, speaker, said, said_first, said_last, source, topic, stance, text, quote, words_as, locator, modality,
    instrument, quantity, amount, unit, period, bound, deadline, milestone, on_record, note, defaults, bigrams)
SELECT c.id, c.entry, c.recorded, c.speaker, c.said, c.said_first, c.said_last, c.source, c.topic, c.stance, c.text, c.quote, CASE
           WHEN c.quote IS NULL THEN NULL
           WHEN REPLACE(LOWER(COALESCE(c.instrument, s.kind, '')), ' ', '-') IN (
               'signed-text', 'joint-statement', 'notice', 'fact-sheet', 'readout', 'post', 'order', 'transcript'
           ) THEN 'own'
           ELSE 'reported'
       END, c.locator, c.modality,
       c.instrument, c.quantity, c.amount, c.unit, c.period, c.bound, c.deadline, c.milestone, c.on_record, c.note, c.defaults, c.bigrams
FROM claim AS c
JOIN source AS s ON s.id = c.source;
DROP TABLE claim;
ALTER TABLE new_claim RENAME TO claim;
CREATE TRIGGER claim_searched_insert AFTER INSERT ON claim BEGIN
    INSERT INTO claim_search (rowid, text, quote, note, bigrams)
    VALUES (new.entry, new.text, new.quote, new.note, new.bigrams);
END;
CREATE TRIGGER claim_searched_delete AFTER DELETE ON claim BEGIN
    INSERT INTO claim_search (claim_search, rowid, text, quote, note, bigrams)
    VALUES ('delete', old.entry, old.text, old.quote, old.note, old.bigrams);
END;
CREATE TRIGGER claim_searched_update AFTER UPDATE ON claim BEGIN
    INSERT INTO claim_search (claim_search, rowid, text, quote, note, bigrams)
    VALUES ('delete', old.entry, old.text, old.quote, old.note, old.bigrams);
    INSERT INTO claim_search (rowid, text, quote, note, bigrams)
    VALUES (new.entry, new.text, new.quote, new.note, new.bigrams);
END;
CREATE INDEX ix_claim_deadline ON claim (deadline);
CREATE INDEX ix_claim_speaker ON claim (speaker);
CREATE INDEX ix_claim_milestone ON claim (milestone);
CREATE INDEX ix_claim_source ON claim (source);
CREATE INDEX claim_by_day ON claim (said_first, said_last, entry);

-- deadline
CREATE TABLE new_deadline (
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
INSERT INTO new_deadline (id, entry, recorded, commitment, kind, phrase, stated, stated_first, stated_last, due, due_day, "from", from_day,
    repeats)
SELECT id, entry, recorded, commitment, kind, phrase, stated, stated_first, stated_last, due, due_day, "from", from_day,
       repeats
FROM deadline;
DROP TABLE deadline;
ALTER TABLE new_deadline RENAME TO deadline;
CREATE INDEX ix_deadline_of_commitment ON deadline (of_commitment);
CREATE INDEX ix_deadline_of_milestone ON deadline (of_milestone);
CREATE INDEX ix_deadline_commitment ON deadline (commitment);

-- milestone
CREATE TABLE new_milestone (
    id VARCHAR NOT NULL,
    deadline VARCHAR NOT NULL,
    due VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(deadline) REFERENCES deadline (id)
);
INSERT INTO new_milestone (id, deadline, due)
SELECT id, deadline, due FROM milestone;
DROP TABLE milestone;
ALTER TABLE new_milestone RENAME TO milestone;
CREATE INDEX ix_milestone_deadline ON milestone (deadline);

-- source
CREATE TABLE new_source (
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
INSERT INTO new_source (id, entry, recorded, outlet, title, authors, published, published_first, published_last, retrieved,
    retrieved_first, retrieved_last, url, language, kind, based_on, replaces, note)
SELECT id, entry, recorded, outlet, title, authors, published, published_first, published_last, retrieved,
       retrieved_first, retrieved_last, url, language, kind, based_on, replaces, note
FROM source;
DROP TABLE source;
ALTER TABLE new_source RENAME TO source;
CREATE INDEX ix_source_url ON source (url);
CREATE INDEX ix_source_based_on ON source (based_on);
CREATE INDEX ix_source_replaces ON source (replaces);

-- anchor
CREATE TABLE new_anchor (
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
INSERT INTO new_anchor (claim, source, begins, ends, exact, prefix, suffix, in_marks)
SELECT claim, source, begins, ends, exact, prefix, suffix, FALSE FROM anchor;
DROP TABLE anchor;
ALTER TABLE new_anchor RENAME TO anchor;
CREATE INDEX ix_anchor_source ON anchor (source);

-- what follows from the ledger (judgements/derive.py fills it)
CREATE TABLE told_of (
    commitment VARCHAR NOT NULL,
    claim VARCHAR NOT NULL,
    party VARCHAR NOT NULL,
    PRIMARY KEY (commitment, claim, party)
) WITHOUT ROWID;
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
CREATE INDEX ix_pair_claim ON pair (claim);
CREATE INDEX ix_pair_known ON pair (known);
CREATE INDEX pair_by_commitment ON pair (commitment, party);
CREATE INDEX pair_by_statement ON pair (party, topic, said_first, speaker, known);
CREATE INDEX pair_naming ON pair (deadline) WHERE deadline IS NOT NULL;
CREATE INDEX pair_reporting ON pair (commitment, home) WHERE reports;
CREATE INDEX pair_retelling ON pair (retells) WHERE retells IS NOT NULL;
CREATE INDEX pair_told_twice ON pair (statement, account) WHERE statement IS NOT NULL;
CREATE TABLE known_deadline (
    deadline VARCHAR NOT NULL,
    known VARCHAR NOT NULL,
    PRIMARY KEY (deadline)
);
