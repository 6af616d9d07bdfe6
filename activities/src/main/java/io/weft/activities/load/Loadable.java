package io.weft.activities.load;

import io.weft.activities.object.SyncObject;
import io.weft.activities.poll.Table;
import io.weft.workflows.record.Both;

/**
 * What an object brings so that it can be loaded into one legal entity.
 *
 * @param object its plug there, planning as the load's choices say
 * @param tables how all of its records are read on each side, in pages and by key
 * @param likeness what makes two of its records alike
 */
public record Loadable(SyncObject object, Both<Table> tables, Likeness likeness) {}
