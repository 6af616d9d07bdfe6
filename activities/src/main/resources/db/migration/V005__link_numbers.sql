-- Links by the number of D365's record, those that were merged away among them.
CREATE INDEX link_d365_all ON link (object, le, d365_key);
