package io.weft.workflows.sync;

import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What people search and see: the search attributes and the summaries of our workflows. Both are
 * free of personal data; search attributes are never encrypted.
 */
public final class Labels {
  /** The sync object, by its slug. */
  public static final SearchAttributeKey<String> SYNC_OBJECT = keyword("WeftSyncObject");

  /** The legal entity, by its id. */
  public static final SearchAttributeKey<String> LEGAL_ENTITY = keyword("WeftLegalEntity");

  /** {@link #RUNNING}, {@link #WAITING} or {@link #PARKED}. */
  public static final SearchAttributeKey<String> STATE = keyword("WeftState");

  /** The fingerprint of the problem of a parked record; unset otherwise. */
  public static final SearchAttributeKey<String> FAILURE = keyword("WeftFailure");

  /** Who gave the hint that started the run, in lower case. */
  public static final SearchAttributeKey<String> ORIGIN = keyword("WeftOrigin");

  /** The id of the Creatio record, where it is known at the start. */
  public static final SearchAttributeKey<String> CREATIO_ID = keyword("WeftCreatioId");

  /** The business key of the D365 record, where it is known at the start. */
  public static final SearchAttributeKey<String> D365_KEY = keyword("WeftD365Key");

  /** All of them, for registration; every one is a keyword. */
  public static final List<SearchAttributeKey<String>> ALL =
      List.of(SYNC_OBJECT, LEGAL_ENTITY, STATE, FAILURE, ORIGIN, CREATIO_ID, D365_KEY);

  /** It works, or has nothing to do. */
  public static final String RUNNING = "Running";

  /** It waits for another record, or was paused. */
  public static final String WAITING = "Waiting";

  /** It waits for a person. */
  public static final String PARKED = "Parked";

  /** The memo that repeats the summary, for lists and for runs that continue as new. */
  public static final String MEMO = "what";

  private Labels() {}

  /** The attributes that a sync workflow starts with. */
  public static SearchAttributes of(PairId pair, @Nullable RecordRef seen, Origin origin) {
    SearchAttributes.Builder labels = common(pair.object(), pair.legalEntity(), origin);
    labels.set(keyedInD365(pair.object()) ? D365_KEY : CREATIO_ID, pair.key());
    if (seen != null && seen.side() == Side.D365) {
      labels.set(D365_KEY, seen.key());
    }
    return labels.build();
  }

  /** The attributes that an introduction starts with. */
  public static SearchAttributes of(RecordRef record, Origin origin) {
    return common(record.object(), record.legalEntity(), origin)
        .set(record.side() == Side.D365 ? D365_KEY : CREATIO_ID, record.key())
        .build();
  }

  /** The attributes of a long-running watcher: a poller has a legal entity, a sweep has none. */
  public static SearchAttributes watcher(@Nullable LegalEntity legalEntity) {
    SearchAttributes.Builder labels = SearchAttributes.newBuilder().set(STATE, RUNNING);
    if (legalEntity != null) {
      labels.set(LEGAL_ENTITY, legalEntity.id());
    }
    return labels.build();
  }

  /** The attributes of a load or a plan of one. */
  public static SearchAttributes load(SyncObjectName object, LegalEntity legalEntity) {
    return common(object, legalEntity, Origin.LOAD).build();
  }

  /** For example {@code Account and customer in usmf, by poller}. */
  public static String summary(PairId pair, Origin origin) {
    return title(pair.object()) + " in " + pair.legalEntity() + ", by " + word(origin);
  }

  /** For example {@code New in Creatio: account and customer, by webhook}. */
  public static String summary(RecordRef record, Origin origin) {
    String where = record.legalEntity() == null ? "" : " (" + record.legalEntity() + ")";
    return "New in "
        + record.side().title()
        + where
        + ": "
        + title(record.object()).toLowerCase(Locale.ROOT)
        + ", by "
        + word(origin);
  }

  /** For example {@code Load: account and customer in usmf}. */
  public static String loadSummary(
      SyncObjectName object, LegalEntity legalEntity, boolean planOnly) {
    String what = planOnly ? "Plan of a load: " : "Load: ";
    return what + title(object).toLowerCase(Locale.ROOT) + " in " + legalEntity;
  }

  /** The origin as search attributes and summaries show it. */
  public static String word(Origin origin) {
    return origin.name().toLowerCase(Locale.ROOT);
  }

  /** What people call the object. */
  public static String title(SyncObjectName object) {
    return switch (object) {
      case ACCOUNT_CUSTOMER -> "Account and customer";
      case CONTACT -> "Contact";
      case PRODUCT -> "Product";
      case OPPORTUNITY_QUOTATION -> "Opportunity and quotation";
      case ORDER_SALES_ORDER -> "Order and sales order";
      case INVOICE_ORDER_STATUS -> "Invoice status of an order";
      case INVENTORY_AVAILABILITY -> "Product availability";
      case PAYMENT_ACTIVITY -> "Payment";
    };
  }

  private static SearchAttributes.Builder common(
      SyncObjectName object, @Nullable LegalEntity legalEntity, Origin origin) {
    SearchAttributes.Builder labels =
        SearchAttributes.newBuilder()
            .set(SYNC_OBJECT, object.slug())
            .set(STATE, RUNNING)
            .set(ORIGIN, word(origin));
    if (legalEntity != null) {
      labels.set(LEGAL_ENTITY, legalEntity.id());
    }
    return labels;
  }

  private static boolean keyedInD365(SyncObjectName object) {
    return switch (object) {
      case ACCOUNT_CUSTOMER, CONTACT, OPPORTUNITY_QUOTATION, ORDER_SALES_ORDER -> false;
      case PRODUCT, INVOICE_ORDER_STATUS, INVENTORY_AVAILABILITY, PAYMENT_ACTIVITY -> true;
    };
  }

  private static SearchAttributeKey<String> keyword(String name) {
    return SearchAttributeKey.forKeyword(name);
  }
}
