-- Links by the number of D365's record, those that were merged away among them.
CREATE INDEX link_d365_all ON link (object, le, d365_key);

-- Where a record is at home: those that are most likely alike are looked at together.
ALTER TABLE load_record ADD COLUMN home BIGINT NOT NULL DEFAULT 0;
CREATE INDEX load_record_home ON load_record (load_id, side, home, sequence);
