package io.weft.activities.load;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadTally;
import io.weft.workflows.load.LoadSummary.Group;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Records of another object that have to be linked before those of a load. */
final class Awaited {
  private final Load load;
  private final SyncObjectName object;
  private long needed;
  private long waiting;
  private long most;
  private String mostNeeded = "";
  private String example = "";

  private Awaited(Load load, SyncObjectName object) {
    this.load = load;
    this.object = object;
  }

  /** One group for each object that comes first. */
  static List<Group> groups(Load load, Map<String, LoadTally.Count> counts) {
    Map<SyncObjectName, Awaited> all = new EnumMap<>(SyncObjectName.class);
    counts.forEach(
        (name, count) -> {
          if (name.startsWith(Names.AWAITED)) {
            RecordRef record = RecordRef.parse(name.substring(Names.AWAITED.length()));
            all.computeIfAbsent(record.object(), object -> new Awaited(load, object))
                .add(record, count);
          }
        });
    List<Group> groups = new ArrayList<>();
    all.values().forEach(one -> groups.add(one.group()));
    return groups;
  }

  private void add(RecordRef record, LoadTally.Count count) {
    needed++;
    waiting += count.amount();
    if (count.amount() > most) {
      most = count.amount();
      mostNeeded = record.path();
      example = String.valueOf(count.example());
    }
  }

  private Group group() {
    String where = " in " + load.id().legalEntity();
    String what =
        "They need "
            + needed
            + (needed == 1 ? " record of " : " records of ")
            + object
            + (needed == 1 ? " that is" : " that are")
            + " not linked"
            + where
            + "; "
            + most
            + " of them "
            + mostNeeded
            + ".";
    String remedy =
        "Load "
            + object
            + where
            + " first (weft load plan "
            + object
            + " --legal-entity "
            + load.id().legalEntity()
            + "), then "
            + load.id().object()
            + " once more.";
    return new Group(object.slug(), what, remedy, waiting, example);
  }
}
