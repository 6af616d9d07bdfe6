package io.weft.activities.order;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.lookup.Kept;
import io.weft.activities.rule.Refused;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.LegalEntity;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What both systems know of the goods on a line. Kept for some minutes; thread-safe. */
final class Items {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Duration MISSED = Duration.ofSeconds(5);
  private static final int MOST = 20_000;

  private final CreatioClient creatio;
  private final D365Client d365;
  private final LegalEntity legalEntity;
  private final Kept<String, Boolean> released;
  private final Kept<String, String> categories;

  Items(CreatioClient creatio, D365Client d365, LegalEntity legalEntity, Clock clock) {
    this.creatio = creatio;
    this.d365 = d365;
    this.legalEntity = legalEntity;
    this.released = new Kept<>(clock, LIFE, MOST);
    this.categories = new Kept<>(clock, LIFE, MOST);
  }

  /** Why an item cannot be sold in the legal entity; empty if nothing is known against it. */
  Optional<Refused> trouble(String item) {
    boolean known =
        released.get(item, this::isReleased) || released.get(item, MISSED, this::isReleased);
    return known ? Optional.empty() : Optional.of(LineRules.unknownItem(item, legalEntity.id()));
  }

  private boolean isReleased(String item) {
    if (item.indexOf('*') >= 0) {
      return false;
    }
    D365Filter filter =
        D365Filter.all(
            D365Filter.equal("dataAreaId", legalEntity.id()), D365Filter.equal("ItemNumber", item));
    D365Query query = D365Query.of(Columns.of("ItemNumber")).where(filter).top(1);
    return !d365.query("ReleasedProductsV2", query).rows().isEmpty();
  }

  /** The name of a product's category in Creatio; absent where there is none. */
  Value category(String product) {
    boolean kept = creatio.metadata().has("Product", "CategoryId");
    return product.isEmpty() || !kept
        ? Values.ABSENT
        : Values.text(categories.get(product, this::categoryOf));
  }

  private String categoryOf(String product) {
    return creatio
        .get("Product", product, Columns.of("CategoryId"))
        .map(row -> String.valueOf(row.text("CategoryId")))
        .flatMap(id -> creatio.get("ProductCategory", id, Columns.of("Name")))
        .map(row -> String.valueOf(row.text("Name")))
        .orElse("");
  }
}
