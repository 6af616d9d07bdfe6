-- Who waits for whom: a contact or an order whose customer is not linked yet.
CREATE TABLE waiter (
  waiting ${key} NOT NULL PRIMARY KEY,
  record  ${key} NOT NULL,
  pair    ${key},
  blocker ${key} NOT NULL,
  le      ${key} NOT NULL,
  since   BIGINT NOT NULL,
  answer  TEXT
);
CREATE INDEX waiter_blocker ON waiter (blocker, since);
