-- Initial loads: what was scanned on both sides, what belongs together, and what became of each pair.
CREATE TABLE load (
  id        ${id},
  object    ${key}   NOT NULL,
  le        ${key}   NOT NULL,
  number    INTEGER  NOT NULL,
  plan_only SMALLINT NOT NULL,
  choices   TEXT     NOT NULL,
  state     TEXT     NOT NULL,
  opened_at BIGINT   NOT NULL,
  closed_at BIGINT,
  why       TEXT,
  UNIQUE (object, le, number)
);
-- One at a time; also what tells whether new records have to wait.
CREATE UNIQUE INDEX load_open ON load (object, le) WHERE state = 'OPEN';

-- Where each stage of a load stands; '' is its beginning.
CREATE TABLE load_place (
  load_id   BIGINT   NOT NULL,
  stage     ${key}   NOT NULL,
  stands_at TEXT     NOT NULL,
  complete  SMALLINT NOT NULL,
  handled   BIGINT   NOT NULL,
  begun_at  BIGINT   NOT NULL,
  moved_at  BIGINT   NOT NULL,
  PRIMARY KEY (load_id, stage)
);

-- Running totals, so that a look at a load never walks through its records.
CREATE TABLE load_count (
  load_id BIGINT NOT NULL,
  name    ${key} NOT NULL,
  amount  BIGINT NOT NULL,
  example TEXT, -- sealed
  PRIMARY KEY (load_id, name)
);

CREATE TABLE load_record (
  load_id     BIGINT   NOT NULL,
  side        SMALLINT NOT NULL,
  sequence    BIGINT   NOT NULL,
  record_key  ${key}   NOT NULL,
  digest      TEXT     NOT NULL,
  modified_on BIGINT,
  title       TEXT     NOT NULL, -- sealed
  contents    TEXT,     -- sealed; NULL once the load is over
  verdict     TEXT     NOT NULL,
  note        TEXT,     -- sealed
  cluster     BIGINT,
  PRIMARY KEY (load_id, side, sequence),
  UNIQUE (load_id, side, record_key)
);

-- Hashes of what alike records have in common; candidates are found by them.
CREATE TABLE load_key (
  load_id  BIGINT   NOT NULL,
  side     SMALLINT NOT NULL,
  hash     BIGINT   NOT NULL,
  sequence BIGINT   NOT NULL,
  PRIMARY KEY (load_id, side, hash, sequence)
);
-- Hashes that too many share to tell anything.
CREATE TABLE load_crowd (
  load_id BIGINT   NOT NULL,
  side    SMALLINT NOT NULL,
  hash    BIGINT   NOT NULL,
  PRIMARY KEY (load_id, side, hash)
);

CREATE TABLE load_finding (
  load_id  BIGINT   NOT NULL,
  d365     BIGINT   NOT NULL,
  creatio  BIGINT   NOT NULL,
  grade    TEXT     NOT NULL,
  basis    TEXT     NOT NULL,
  score    INTEGER  NOT NULL,
  evidence TEXT     NOT NULL, -- sealed
  PRIMARY KEY (load_id, d365, creatio)
);
CREATE INDEX load_finding_creatio ON load_finding (load_id, creatio);

CREATE TABLE load_pair (
  load_id     BIGINT   NOT NULL,
  sequence    BIGINT   NOT NULL,
  creatio_key ${key}   NOT NULL, -- '' for none
  d365_key    ${key}   NOT NULL,
  review_id   ${key}   NOT NULL,
  kind        TEXT     NOT NULL,
  state       TEXT     NOT NULL,
  score       INTEGER  NOT NULL,
  evidence    TEXT,    -- sealed
  outcome     TEXT,
  fingerprint TEXT,
  note        TEXT,    -- sealed
  tries       INTEGER  NOT NULL,
  PRIMARY KEY (load_id, sequence),
  UNIQUE (load_id, creatio_key, d365_key)
);
CREATE INDEX load_pair_state ON load_pair (load_id, state, sequence);
CREATE INDEX load_pair_review ON load_pair (load_id, review_id);
CREATE INDEX load_pair_d365 ON load_pair (load_id, d365_key);

-- What people decided about two records, for this load and all that follow. Made once: the key says so.
CREATE TABLE match_decision (
  object      ${key}   NOT NULL,
  le          ${key}   NOT NULL,
  creatio_key ${key}   NOT NULL,
  d365_key    ${key}   NOT NULL,
  accepted    SMALLINT NOT NULL,
  who         TEXT     NOT NULL,
  why         TEXT     NOT NULL,
  decided_at  BIGINT   NOT NULL,
  PRIMARY KEY (object, le, creatio_key, d365_key)
);
CREATE INDEX match_decision_d365 ON match_decision (object, le, d365_key);
