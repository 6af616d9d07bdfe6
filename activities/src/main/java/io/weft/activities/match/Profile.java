package io.weft.activities.match;

import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Translated;
import io.weft.activities.mapping.Translation;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;

/**
 * What a company is recognised by, in D365's form on both sides; "" for what is not known.
 *
 * @param record the record
 * @param customerAccount the customer's number: its own in D365, the one noted in Creatio
 * @param web its web site
 * @param street its street and house number
 */
public record Profile(
    RecordRef record,
    String customerAccount,
    String name,
    String taxNumber,
    String email,
    String web,
    String phone,
    String street,
    String zip,
    String city,
    String country) {

  /**
   * The profile of a record, by the mapping's rules {@code customerAccount, name, taxNumber, email,
   * web, phone, street, zip, city, country}; a rule that is switched off is simply not known.
   */
  public static Profile of(Snapshot snapshot, Mapping mapping, LookUps lookUps) {
    Side side = snapshot.record().side();
    Fields fields = snapshot.fields();
    return new Profile(
        snapshot.record(),
        text("customerAccount", side, fields, mapping, lookUps),
        text("name", side, fields, mapping, lookUps),
        text("taxNumber", side, fields, mapping, lookUps),
        text("email", side, fields, mapping, lookUps),
        text("web", side, fields, mapping, lookUps),
        text("phone", side, fields, mapping, lookUps),
        text("street", side, fields, mapping, lookUps),
        text("zip", side, fields, mapping, lookUps),
        text("city", side, fields, mapping, lookUps),
        text("country", side, fields, mapping, lookUps));
  }

  private static String text(
      String id, Side side, Fields fields, Mapping mapping, LookUps lookUps) {
    return mapping.rule(id).map(rule -> text(rule, side, fields, lookUps)).orElse("");
  }

  private static String text(FieldRule rule, Side side, Fields fields, LookUps lookUps) {
    Value own = fields.get(rule.name(side));
    if (side == Side.D365 || own.isAbsent()) {
      return own.text();
    }
    Translated translated = Translation.to(Side.D365, rule, own, lookUps);
    if (translated instanceof Translated.Done done) {
      return done.value().text();
    }
    return own instanceof Value.Reference ? "" : own.text();
  }
}
