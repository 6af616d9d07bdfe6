package io.weft.activities.desk;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Query;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Whether the configured legal entities exist in D365. */
public final class LegalEntitiesCheck implements Check {
  private static final String KEY = "LegalEntityId";

  private final D365Client client;
  private final List<LegalEntity> configured;

  public LegalEntitiesCheck(D365Client client, List<LegalEntity> configured) {
    this.client = client;
    this.configured = List.copyOf(configured);
  }

  @Override
  public String name() {
    return "Legal entities";
  }

  @Override
  public Side system() {
    return Side.D365;
  }

  @Override
  public List<Finding> look() {
    D365Query all = D365Query.of(Columns.of(KEY)).orderBy(KEY);
    Set<String> there = new TreeSet<>();
    for (Row row : client.query("LegalEntities", all).rows()) {
      String id = row.text(KEY);
      if (id != null) {
        there.add(id.toLowerCase(Locale.ROOT));
      }
    }
    List<Finding> findings = new ArrayList<>();
    configured.forEach(le -> findings.add(look(le, there)));
    return findings;
  }

  private static Finding look(LegalEntity legalEntity, Set<String> there) {
    String where = "D365 LegalEntities";
    return there.contains(legalEntity.id())
        ? Finding.ok(where, "'" + legalEntity + "' exists.")
        : Finding.problem(
            where,
            "'" + legalEntity + "' does not exist, or is hidden from our user.",
            "Correct legalEntities in weft.yaml; there are " + Words.some(there) + ".");
  }
}
