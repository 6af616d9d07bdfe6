package io.weft.activities.account;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Side;
import java.util.List;

/**
 * Whether a record found under the key of a create without an answer is the one that was sent.
 * People edit new records within seconds, a name as much as a phone number; so one thing by which
 * companies are known is enough. To take our own record for a stranger's would create it twice.
 */
final class OwnRecord {
  private static final List<String> KNOWN_BY =
      List.of(
          "OrganizationName",
          "TaxExemptNumber",
          "PrimaryContactEmail",
          "PrimaryContactPhone",
          "PrimaryContactURL");

  private OwnRecord() {}

  static boolean is(Fields sent, Snapshot found) {
    // Nobody else makes the ids that we make for accounts; numbers of customers can be typed.
    return found.record().side() == Side.CREATIO
        || KNOWN_BY.stream().anyMatch(field -> same(sent, found.fields(), field));
  }

  private static boolean same(Fields sent, Fields found, String field) {
    String text = sent.get(field).text().strip();
    return !text.isEmpty() && text.equalsIgnoreCase(found.get(field).text().strip());
  }
}
