package io.weft.activities.load;

import io.weft.activities.object.SyncObject;
import io.weft.activities.poll.Table;
import io.weft.workflows.record.Both;
import java.util.List;

/**
 * What an object brings so that it can be loaded into one legal entity.
 *
 * @param object its plug there, planning as the load's choices say
 * @param tables how all of its records are read on each side, in pages and by key
 * @param likeness what makes two of its records alike
 * @param ownColumns columns of Creatio that hold nothing but what a link tells, such as the number
 *     of the partner
 */
public record Loadable(
    SyncObject object, Both<Table> tables, Likeness likeness, List<String> ownColumns) {
  public Loadable {
    ownColumns = List.copyOf(ownColumns);
  }
}
