package io.weft.activities.order;

import io.weft.activities.object.LineFields;
import io.weft.activities.object.Records.Request;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Taking a document's fields apart, line by line, and putting them together. */
final class Lines {
  private static final String MARK = "#";

  private Lines() {}

  /** The references of all lines that have a field, in order. */
  static Set<String> of(Fields fields) {
    Set<String> lines = new LinkedHashSet<>();
    fields.names().forEach(name -> lines.add(LineFields.line(name)));
    lines.remove("");
    return lines;
  }

  /** The fields of one line, by their own names. */
  static Fields of(Fields fields, String line) {
    Map<String, Value> own = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (LineFields.line(name).equals(line)) {
            own.put(LineFields.field(name), value);
          }
        });
    return Fields.of(own);
  }

  /** A line's fields as the document names them. */
  static Fields named(Fields line, String reference) {
    Map<String, Value> all = new LinkedHashMap<>();
    line.forEach((name, value) -> all.put(LineFields.name(reference, name), value));
    return Fields.of(all);
  }

  /** The fields of a request about one line, by their own names. */
  static Fields bare(Fields changes) {
    Map<String, Value> own = new LinkedHashMap<>();
    changes.forEach((name, value) -> own.put(LineFields.field(name), value));
    return Fields.of(own);
  }

  /** One request per line. */
  static List<Request> requests(RecordRef root, Fields changes) {
    List<Request> requests = new ArrayList<>();
    for (String line : of(changes)) {
      List<String> names =
          changes.names().stream().filter(name -> LineFields.line(name).equals(line)).toList();
      requests.add(new Request(target(root, line), changes.only(names)));
    }
    return requests;
  }

  private static RecordRef target(RecordRef root, String line) {
    return new RecordRef(root.object(), root.side(), root.legalEntity(), root.key() + MARK + line);
  }

  /** The document that a line belongs to, or the document itself. */
  static RecordRef root(RecordRef record) {
    int at = record.key().indexOf(MARK);
    return at < 0
        ? record
        : new RecordRef(
            record.object(), record.side(), record.legalEntity(), record.key().substring(0, at));
  }

  /** The line that a request goes to. */
  static String line(RecordRef target) {
    return target.key().substring(target.key().indexOf(MARK) + 1);
  }
}
