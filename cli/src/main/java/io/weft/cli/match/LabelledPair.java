package io.weft.cli.match;

import io.weft.activities.match.Profile;

/** A row: two records, and whether a person says that they are one company. */
record LabelledPair(long line, Profile left, Profile right, boolean same) {}
