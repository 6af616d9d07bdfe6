package io.weft.cli.match;

import io.weft.activities.match.Profile;
import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The columns of a file of labelled pairs: one side's, once with left_ and once with right_. */
final class PairColumns {
  static final String LABEL = "label";
  static final String SAME = "same";
  static final String DIFFERENT = "different";
  static final String ID = "id";
  static final List<String> SIDES = List.of("left_", "right_");
  static final List<String> REQUIRED = List.of("left_name", "right_name", LABEL);

  private static final List<Column> COLUMNS =
      List.of(
          new Column(ID, profile -> profile.record().key()),
          new Column("customer_number", Profile::customerAccount),
          new Column("name", Profile::name),
          new Column("tax_number", Profile::taxNumber),
          new Column("email", Profile::email),
          new Column("web", Profile::web),
          new Column("phone", Profile::phone),
          new Column("street", Profile::street),
          new Column("zip", Profile::zip),
          new Column("city", Profile::city),
          new Column("country", Profile::country));

  private record Column(String name, Function<Profile, String> value) {}

  private PairColumns() {}

  /** All column names in order. */
  static List<String> all() {
    List<String> all = new ArrayList<>();
    for (String side : SIDES) {
      COLUMNS.forEach(column -> all.add(side + column.name()));
    }
    all.add(LABEL);
    return all;
  }

  /** One side's values in the order of the columns. */
  static List<String> values(Profile profile) {
    return COLUMNS.stream().map(column -> column.value().apply(profile)).toList();
  }

  /** One side's record; a column that is not there is not known. */
  static Profile profile(RecordRef record, UnaryOperator<String> value) {
    return new Profile(
        record,
        value.apply("customer_number"),
        value.apply("name"),
        value.apply("tax_number"),
        value.apply("email"),
        value.apply("web"),
        value.apply("phone"),
        value.apply("street"),
        value.apply("zip"),
        value.apply("city"),
        value.apply("country"));
  }
}
