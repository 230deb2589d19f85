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
CREATE INDEX ix_operation_revision ON operation (revision);
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
CREATE INDEX change_of_record ON change (list, id);
