package io.weft.sandbox.d365;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.data.ErpErrors;
import io.weft.sandbox.d365.erp.Dimensions;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.ErpService;
import io.weft.sandbox.d365.erp.Keys;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /control/d365/dimensions}: a person activates a format ({@code activate}), sets the
 * delimiter ({@code delimiter}), suspends a value or takes that back ({@code suspend}, with {@code
 * dimension}, {@code value} and perhaps {@code legalEntity}).
 */
final class DimensionRoutes {
  private final Erp erp;
  private final ErpService service;
  private final Dimensions dimensions;

  DimensionRoutes(Erp erp, ErpService service) {
    this.erp = erp;
    this.service = service;
    this.dimensions = new Dimensions(erp);
  }

  Answer handle(Call call) {
    if (call.method().equals("POST")) {
      Map<String, @Nullable Object> body = call.json();
      Object user = body.getOrDefault("user", "controller");
      try {
        return erp.write(new Who(String.valueOf(user), call.requestId()), tx -> changed(tx, body));
      } catch (Refusal e) {
        return new ErpErrors(erp.settings()).of(e);
      }
    }
    return Answer.json(200, erp.read(this::shown));
  }

  private Answer changed(Tx tx, Map<String, @Nullable Object> body) {
    if (body.get("delimiter") != null) {
      EntitySet set = erp.schema().get(Dimensions.PARAMETERS);
      Row row = erp.table(set).rows().iterator().next();
      write(tx, set, row, "DimensionSegmentDelimiter", body.get("delimiter"));
    }
    if (body.get("activate") != null) {
      EntitySet set = erp.schema().get(Dimensions.FORMATS);
      write(tx, set, format(set, text(body, "activate")), "IsActive", "Yes");
    }
    if (body.get("suspend") != null) {
      EntitySet set = erp.schema().get("FinancialDimensionValues");
      boolean suspend = Boolean.parseBoolean(text(body, "suspend"));
      write(tx, set, value(set, body), "IsSuspended", suspend ? "Yes" : "No");
    }
    return Answer.json(200, shown());
  }

  private Row format(EntitySet set, String name) {
    for (Row row : erp.table(set).rows()) {
      if (row.text("DimensionFormatName").equals(name)) {
        return row;
      }
    }
    throw new IllegalArgumentException("no format '" + name + "'");
  }

  private Row value(EntitySet set, Map<String, @Nullable Object> body) {
    Object company = body.get("legalEntity");
    String key =
        Keys.of(
            text(body, "dimension"),
            company == null ? "" : company.toString(),
            text(body, "value"));
    Row row = erp.table(set).find(key);
    if (row == null) {
      throw new IllegalArgumentException("no dimension value " + key);
    }
    return row;
  }

  private void write(Tx tx, EntitySet set, Row row, String field, @Nullable Object value) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put(field, value);
    Row unused = service.update(tx, set, row, body, true);
  }

  private Map<String, Object> shown() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("delimiter", dimensions.mark());
    json.put("layout", dimensions.layout());
    json.put("formats", erp.table(Dimensions.FORMATS).rows().stream().map(Row::all).toList());
    return json;
  }

  private static String text(Map<String, @Nullable Object> body, String name) {
    Object value = body.get(name);
    if (value == null) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return value.toString();
  }
}
