-- Whether a person decides what the two records say differently, whatever the settings say.
ALTER TABLE link ADD COLUMN asks SMALLINT NOT NULL DEFAULT 0;
