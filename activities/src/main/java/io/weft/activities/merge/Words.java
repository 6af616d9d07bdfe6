package io.weft.activities.merge;

import io.weft.activities.mapping.Translated;
import io.weft.activities.value.Value;
import io.weft.workflows.failure.Fingerprint;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Side;
import org.jspecify.annotations.Nullable;

/** The sentences of a plan. */
final class Words {
  static final String FIRST_FILL = "First link: only one side had a value.";
  static final String EQUAL = "Both sides say the same.";
  static final String KEPT_AT_LINK =
      "First link: the source has no value, so this side's own stays.";
  private static final String ONLY_CREATIO = "Only Creatio had changed.";
  private static final String ONLY_D365 = "Only D365 had changed.";

  private Words() {}

  static String only(Side source) {
    return source == Side.CREATIO ? ONLY_CREATIO : ONLY_D365;
  }

  static String created(Side target) {
    return "New record in " + target.title() + ".";
  }

  static String kept(Side side) {
    return side.title()
        + "'s own change stays until "
        + side.other().title()
        + " changes again: the field flows to "
        + side.title()
        + " only.";
  }

  static String restored(Side side) {
    return side.title() + " may not change this field: the value of the source was put back.";
  }

  static String oneWay(Side target) {
    return "Both sides had changed; the field flows to " + target.title() + " only.";
  }

  /** A value as decisions show it: its text, null for none. */
  static @Nullable String shown(Value value) {
    return value.isAbsent() ? null : value.text();
  }

  static Problem refused(FieldCase field, Side target, Translated.Refused refused) {
    String place = target.title() + " field " + field.name(target);
    String value = refused.value().isEmpty() ? "" : ": the value '" + refused.value() + "'";
    String from =
        field.slot(target.other()).derived() || !field.exists(target.other())
            ? ""
            : " (" + target.other().title() + " " + field.name(target.other()) + ")";
    String what = place + value + from + " " + refused.what() + ".";
    return problem(
        target, refused.why().failure(), what, refused.remedy() + ".", field.name(target));
  }

  static Problem disputed(FieldCase field) {
    String what =
        "Both sides changed the field: Creatio "
            + field.name(Side.CREATIO)
            + " says '"
            + field.now(Side.CREATIO).text()
            + "', D365 "
            + field.name(Side.D365)
            + " says '"
            + field.now(Side.D365).text()
            + "'.";
    String remedy = "Choose the side whose value is to hold, or make both sides equal.";
    return problem(Side.D365, "Disputed", what, remedy, field.name(Side.D365));
  }

  static Problem problem(
      Side side, String failure, String what, String remedy, @Nullable String field) {
    String print = Fingerprint.of(side.name(), String.valueOf(field), failure, failure + field);
    return new Problem(failure, what, remedy, print, field, false);
  }
}
