package io.weft.activities.desk;

import io.weft.activities.d365.DataverseClient;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.poll.DeltaTable;
import io.weft.workflows.record.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the change feed of Dataverse can be opened for a table. Costs one page of it. */
public final class DeltaCheck implements Check {
  private final DataverseClient client;
  private final DeltaTable table;

  public DeltaCheck(DataverseClient client, DeltaTable table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public String name() {
    return "Change feed";
  }

  /** Dataverse has a sign-in of its own. */
  @Override
  public @Nullable Side system() {
    return null;
  }

  @Override
  public List<Finding> look() {
    String where = "Dataverse " + table.set();
    try {
      client.opening(table.set(), table.columns());
      return List.of(Finding.ok(where, "Changes are tracked and can be followed."));
    } catch (RemoteException e) {
      return List.of(
          Finding.problem(
              where,
              String.valueOf(e.getMessage()),
              "In D365 switch on the configuration key 'Sql row version change tracking', make the"
                  + " table visible in Dataverse with 'Track changes', and give our user the right"
                  + " to read it; or leave dataverse out of weft.yaml and scan instead."));
    }
  }
}
