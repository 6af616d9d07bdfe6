package io.weft.sandbox.d365.entra;

import io.weft.sandbox.Row;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.odata.Selection;
import java.util.function.Predicate;

/**
 * A signed-in client.
 *
 * @param company the default company of the user that the client is mapped to
 */
public record Caller(String client, String company) {

  /** Returns which rows of a set a call can see: one company's, unless it asks for all. */
  public Predicate<Row> sees(Call call, EntitySet set) {
    boolean all = "true".equalsIgnoreCase(call.query().get("cross-company"));
    return all || !set.perCompany()
        ? Selection.EVERY
        : row -> row.text(EntitySet.COMPANY).equalsIgnoreCase(company);
  }

  /** Returns who writes, for the journal. */
  public Who who(Call call) {
    return new Who(client, call.requestId());
  }
}
