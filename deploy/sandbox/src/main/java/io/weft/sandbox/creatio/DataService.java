package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import io.weft.sandbox.Site;
import io.weft.sandbox.Table;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import io.weft.sandbox.odata.Selection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The older service's {@code UpdateQuery}: writes columns of the rows that a filter finds at that
 * very moment, and says how many there were. So old values can be conditions of a write.
 */
final class DataService implements Handler {
  private final Site site;
  private final SignIn signIn;
  private final EntityLayer entities;

  DataService(Site site, SignIn signIn, EntityLayer entities) {
    this.site = site;
    this.signIn = signIn;
    this.entities = entities;
  }

  @Override
  public Answer handle(Call call) {
    try {
      Caller caller = signIn.caller(call);
      if (caller == null) {
        return Errors.unauthorized();
      }
      boolean update = call.path().endsWith("/UpdateQuery") && call.method().equals("POST");
      return update ? update(call, caller) : Answer.html(404, "<html>404 - not found</html>");
    } catch (Refusal e) {
      return failed(e.answer().text());
    } catch (IllegalArgumentException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private Answer update(Call call, Caller caller) {
    Map<String, @Nullable Object> query = lenient(call.json());
    String set = String.valueOf(query.get("rootSchemaName"));
    Table table = site.world().findTable(CreatioTenant.SYSTEM, set);
    if (table == null) {
      return failed("Schema " + set + " not found");
    }
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    lenient(lenient(query.get("columnValues")).get("items"))
        .forEach((name, value) -> changes.put(column(table, name), parameter(value)));
    DataFilter filter = new DataFilter(site.world(), table, lenient(query.get("filters")));
    int rows = entities.updateWhere(caller, table, changes, any -> matching(table, filter));
    return succeeded(rows);
  }

  private static List<Row> matching(Table table, DataFilter filter) {
    return Selection.of(table, filter.query(), filter.dialect(), row -> true, Reader.CAP).rows();
  }

  /** Returns the stored name of a column; look-ups go by their own name here. */
  static String column(Table table, String name) {
    return table.columns().containsKey(name) ? name : name + "Id";
  }

  /** Returns a parameter's value; texts may carry the quotes of JSON inside JSON. */
  static @Nullable Object parameter(@Nullable Object expression) {
    Object value = lenient(lenient(expression).get("parameter")).get("value");
    return value instanceof String text && text.length() > 1 && isQuoted(text)
        ? text.substring(1, text.length() - 1)
        : value;
  }

  /** Returns a JSON object whose names may be in any case; an empty one for anything else. */
  static Map<String, @Nullable Object> lenient(@Nullable Object json) {
    Map<String, @Nullable Object> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (json instanceof Map<?, ?> object) {
      object.forEach((name, value) -> map.put(String.valueOf(name), value));
    }
    return map;
  }

  private static boolean isQuoted(String text) {
    return text.startsWith("\"") && text.endsWith("\"");
  }

  private static Answer succeeded(int rows) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("responseStatus", null);
    body.put("rowsAffected", rows);
    body.put("success", true);
    return Answer.json(200, body);
  }

  private static Answer failed(String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("errorCode", "InvalidOperationException");
    error.put("message", message);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("rowsAffected", 0);
    body.put("success", false);
    body.put("errorInfo", error);
    return Answer.json(500, body);
  }
}
