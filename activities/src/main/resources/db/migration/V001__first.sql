-- One text for SQLite and PostgreSQL. ${key} is TEXT compared byte by byte, ${id} a number that grows.
-- Moments are micros since 1970. Columns marked "sealed" hold field values as the cipher made them.

CREATE TABLE link (
  pair        ${key}   NOT NULL PRIMARY KEY,
  object      ${key}   NOT NULL,
  le          ${key}   NOT NULL,
  creatio_id  ${key}   NOT NULL,
  d365_key    ${key}   NOT NULL,
  party       ${key},
  guid        ${key},
  aliases     TEXT     NOT NULL,
  state       TEXT     NOT NULL,
  born_on     TEXT     NOT NULL,
  leads       SMALLINT NOT NULL,
  held_by_us  SMALLINT NOT NULL,
  version     BIGINT   NOT NULL,
  linked_at   BIGINT   NOT NULL,
  UNIQUE (object, creatio_id, le)
);
CREATE UNIQUE INDEX link_d365 ON link (object, le, d365_key) WHERE state <> 'MERGED';
CREATE INDEX link_party ON link (party) WHERE party IS NOT NULL;
CREATE INDEX link_guid ON link (guid) WHERE guid IS NOT NULL;
CREATE INDEX link_state ON link (state, pair);

CREATE TABLE link_alias (
  object ${key} NOT NULL,
  alias  ${key} NOT NULL,
  pair   ${key} NOT NULL,
  PRIMARY KEY (object, alias, pair)
);

CREATE TABLE match_key (
  object     ${key}  NOT NULL,
  name       ${key}  NOT NULL,
  creatio_id ${key}  NOT NULL,
  pair       ${key}  NOT NULL,
  held_until BIGINT  NOT NULL,
  PRIMARY KEY (object, name)
);
CREATE INDEX match_key_record ON match_key (object, creatio_id);

CREATE TABLE number_range (
  name ${key} NOT NULL PRIMARY KEY,
  last_number BIGINT NOT NULL
);
CREATE TABLE number_kept (
  pair       ${key} NOT NULL PRIMARY KEY,
  range_name ${key} NOT NULL,
  kept       BIGINT NOT NULL,
  UNIQUE (range_name, kept)
);

CREATE TABLE base (
  pair     ${key} NOT NULL,
  side     TEXT   NOT NULL,
  contents TEXT   NOT NULL, -- sealed
  doubted  TEXT   NOT NULL,
  vain     TEXT   NOT NULL, -- sealed
  digest   TEXT,
  PRIMARY KEY (pair, side)
);

CREATE TABLE claim (
  record  ${key} NOT NULL PRIMARY KEY,
  fence   BIGINT NOT NULL,
  holder  TEXT   NOT NULL,
  attempt TEXT   NOT NULL,
  pair    ${key} NOT NULL,
  until   BIGINT NOT NULL
);

CREATE TABLE intent (
  id              ${key}  NOT NULL PRIMARY KEY,
  pair            ${key}  NOT NULL,
  target          ${key}  NOT NULL,
  side            TEXT    NOT NULL,
  record_key      TEXT    NOT NULL,
  kind            TEXT    NOT NULL,
  before_values   TEXT    NOT NULL, -- sealed
  sent            TEXT    NOT NULL, -- sealed
  counterpart     TEXT    NOT NULL, -- sealed
  decisions       TEXT    NOT NULL, -- sealed
  guard           TEXT    NOT NULL,
  announced_at    BIGINT  NOT NULL,
  deadline        BIGINT  NOT NULL,
  horizon         BIGINT  NOT NULL,
  run             TEXT    NOT NULL,
  who             TEXT,
  mapping_version INTEGER NOT NULL,
  outcome         TEXT,
  closed_at       BIGINT
);
CREATE INDEX intent_open_target ON intent (target) WHERE outcome IS NULL;
CREATE INDEX intent_open_pair ON intent (pair) WHERE outcome IS NULL;
CREATE INDEX intent_open_age ON intent (announced_at) WHERE outcome IS NULL;
CREATE INDEX intent_closed ON intent (pair, closed_at) WHERE outcome IS NOT NULL;

CREATE TABLE hint (
  id          ${id},
  object      TEXT     NOT NULL,
  side        TEXT     NOT NULL,
  le          TEXT,
  record_key  TEXT     NOT NULL,
  origin      TEXT     NOT NULL,
  seen_at     BIGINT   NOT NULL,
  modified_on BIGINT,
  initiator   TEXT,
  gone        SMALLINT NOT NULL,
  digest      TEXT,
  told_at     BIGINT,
  disposition TEXT,
  why         TEXT
);
CREATE INDEX hint_open ON hint (id) WHERE disposition IS NULL;

CREATE TABLE delivery (
  hint_id     BIGINT   NOT NULL,
  workflow    ${key}   NOT NULL,
  to_pair     SMALLINT NOT NULL,
  disposition TEXT,
  PRIMARY KEY (hint_id, workflow)
);
CREATE INDEX delivery_workflow ON delivery (workflow, hint_id);
CREATE INDEX delivery_open ON delivery (workflow, hint_id) WHERE disposition IS NULL;

-- Counts in shards, so that parallel transactions seldom wait for one row.
CREATE TABLE ledger (
  name   ${key}   NOT NULL,
  shard  SMALLINT NOT NULL,
  amount BIGINT   NOT NULL,
  PRIMARY KEY (name, shard)
);

CREATE TABLE audit (
  id              ${id},
  at_time         BIGINT  NOT NULL,
  kind            TEXT    NOT NULL,
  intent_id       ${key}  UNIQUE,
  subject         ${key}  NOT NULL,
  target          ${key},
  outcome         TEXT,
  who             TEXT,
  why             TEXT    NOT NULL,
  fields          TEXT    NOT NULL, -- sealed
  sealed_as       TEXT    NOT NULL,
  mapping_version INTEGER NOT NULL,
  run             TEXT    NOT NULL
);

CREATE TABLE parked (
  workflow_id ${key} NOT NULL PRIMARY KEY,
  fingerprint ${key} NOT NULL,
  object      ${key} NOT NULL,
  le          ${key},
  record      TEXT   NOT NULL,
  problem     TEXT   NOT NULL, -- sealed
  since       BIGINT NOT NULL
);
CREATE INDEX parked_since ON parked (since, workflow_id);
CREATE INDEX parked_fingerprint ON parked (fingerprint, since);

CREATE TABLE feed (
  name         ${key} NOT NULL PRIMARY KEY,
  token        TEXT,
  holder       TEXT,
  fence        BIGINT NOT NULL,
  until        BIGINT NOT NULL,
  hold         BIGINT NOT NULL,
  last_success BIGINT,
  row_count    BIGINT NOT NULL,
  hint_count   BIGINT NOT NULL
);
CREATE TABLE feed_guid (
  guid       ${key} NOT NULL PRIMARY KEY,
  object     TEXT   NOT NULL,
  side       TEXT   NOT NULL,
  le         TEXT,
  record_key TEXT   NOT NULL
);
CREATE TABLE left_out (
  record ${key} NOT NULL PRIMARY KEY,
  digest TEXT   NOT NULL
);

CREATE TABLE fact (
  name ${key} NOT NULL PRIMARY KEY,
  contents TEXT NOT NULL
);
