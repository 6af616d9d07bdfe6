-- Hashes as they are scanned, in slices by their first bits, each in the order of the scan. Put at once where they are looked
-- for, in no order at all, they would touch a large table all over with each page.
CREATE TABLE load_scanned_key (
  load_id  BIGINT   NOT NULL,
  side     SMALLINT NOT NULL,
  slice    SMALLINT NOT NULL,
  sequence BIGINT   NOT NULL,
  hash     BIGINT   NOT NULL,
  PRIMARY KEY (load_id, side, slice, sequence, hash)
) ${byKey};

-- The same as before, in half of the space where the store can do so.
CREATE TABLE load_hash (
  load_id  BIGINT   NOT NULL,
  side     SMALLINT NOT NULL,
  hash     BIGINT   NOT NULL,
  sequence BIGINT   NOT NULL,
  PRIMARY KEY (load_id, side, hash, sequence)
) ${byKey};
INSERT INTO load_hash (load_id, side, hash, sequence)
  SELECT load_id, side, hash, sequence FROM load_key ORDER BY load_id, side, hash, sequence;
DROP TABLE load_key;
