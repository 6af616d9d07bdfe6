package io.weft.activities.desk;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Query;
import io.weft.activities.http.Metadata;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether D365 holds back changes of customers for approval: then a write succeeds and changes
 * nothing yet.
 */
public final class ApprovalCheck implements Check {
  private static final String SET = "CustomerParameters";
  private static final String FIELDS = "ChangeProposal";

  private final D365Client client;

  public ApprovalCheck(D365Client client) {
    this.client = client;
  }

  @Override
  public String name() {
    return "Change approval on customers";
  }

  @Override
  public Side system() {
    return Side.D365;
  }

  @Override
  public List<Finding> look() {
    String where = "D365 " + SET;
    Metadata.EntitySet set = client.metadata().set(SET).orElse(null);
    List<String> fields = set == null ? List.of() : fields(set);
    if (set == null || fields.isEmpty()) {
      return List.of(
          Finding.warn(
              where,
              "This environment does not show whether changes of customers need an approval.",
              "Look at Accounts receivable parameters, Change approval, and set account.approval"
                  + " in weft.yaml to on or off."));
    }
    List<String> names = new ArrayList<>(set.key());
    names.addAll(fields);
    List<String> on = new ArrayList<>();
    for (Row row : client.query(SET, D365Query.of(new Columns(names))).rows()) {
      fields.stream()
          .filter(field -> isOn(row.text(field)))
          .forEach(field -> on.add(in(row, field)));
    }
    return List.of(
        on.isEmpty()
            ? Finding.ok(where, "Changes of customers need no approval.")
            : Finding.warn(
                where,
                "Changes of customers wait for an approval: " + Words.some(on) + ".",
                "Nothing to do if this is meant: such writes are shown as awaiting approval."));
  }

  private static List<String> fields(Metadata.EntitySet set) {
    return set.columns().keySet().stream().filter(name -> name.startsWith(FIELDS)).toList();
  }

  private static boolean isOn(@Nullable String value) {
    return value != null
        && !value.isEmpty()
        && !List.of("No", "None", "false", "0").contains(value);
  }

  private static String in(Row row, String field) {
    String company = row.text("dataAreaId");
    return company == null ? field : field + " in " + company;
  }
}
