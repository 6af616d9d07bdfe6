package io.weft.activities.merge;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Mappings;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An account and its customer, in step, and the situations that follow from there. */
final class AccountWorld {
  static final Mapping MAPPING = Mappings.shipped(SyncObjectName.ACCOUNT_CUSTOMER, "Usr");
  static final LookUps LOOK_UPS =
      new MapLookUps(
          Map.of(
              "Currency", List.of(new LookUps.Entry("eur", Map.of("ShortName", "EUR"))),
              "Country", List.of(new LookUps.Entry("de", Map.of("Alpha2Code", "DE")))),
          Map.of("CustomerGroups", Set.of("10", "30"), "PaymentTerms", Set.of("Net30", "Net10")));
  static final RecordRef ACCOUNT =
      RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, "00000000-0000-0000-0000-00000000000a");
  static final RecordRef CUSTOMER =
      RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity("usmf"), "C1");

  static Fields account() {
    return Fields.of("Name", new Value.Text("Acme"))
        .with("UsrCurrency", new Value.Reference("eur"))
        .with("Country", new Value.Reference("de"))
        .with("UsrCustomerGroup", new Value.Code("10"))
        .with("UsrD365CustomerAccount", new Value.Code("C1"))
        .with("UsrD365DataAreaId", new Value.Code("usmf"));
  }

  static Fields customer() {
    return Fields.of("OrganizationName", new Value.Text("Acme"))
        .with("SalesCurrencyCode", new Value.Code("EUR"))
        .with("AddressCountryRegionId", new Value.Code("DEU"))
        .with("CustomerGroupId", new Value.Code("10"))
        .with("CustomerAccount", new Value.Code("C1"))
        .with("dataAreaId", new Value.Code("usmf"));
  }

  static Snapshot snapshot(RecordRef record, Fields fields) {
    return new Snapshot(record, fields, null, null, null);
  }

  static Fields all(Side side, Fields known) {
    Fields all = Fields.none();
    for (FieldRule rule : MAPPING.rules()) {
      all = all.with(rule.name(side), known.get(rule.name(side)));
    }
    return all;
  }

  static Situation settled(Fields account, Fields customer, Instruction... said) {
    return new Situation(
        MAPPING.rules(true),
        ConflictPolicy.ASK,
        new Both<>(snapshot(ACCOUNT, account), snapshot(CUSTOMER, customer)),
        new Both<>(Base.of(all(Side.CREATIO, account())), Base.of(all(Side.D365, customer()))),
        LOOK_UPS,
        new Both<>(null, null),
        Fields.none(),
        List.of(said));
  }

  static Situation creating(Fields account, Instruction... said) {
    return new Situation(
        MAPPING.rules(true),
        ConflictPolicy.ASK,
        new Both<>(snapshot(ACCOUNT, account), null),
        new Both<>(null, null),
        LOOK_UPS,
        new Both<>(null, null),
        Fields.none(),
        List.of(said));
  }

  private AccountWorld() {}
}
