package io.weft.sandbox.d365.erp.dimension;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.erp.Dimensions;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.ErpService;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.erp.Writes;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes of formats and of the delimiter: one format of each sort is active, formats name known
 * dimensions, and all strings follow the layout.
 */
public final class DimensionSetup implements Writes {
  private static final String FORMAT = "FinancialDimensionFormat";
  private static final String MARK = "DimensionSegmentDelimiter";

  private final Erp erp;
  private final EntitySet set;
  private final Writes plain;
  private final Dimensions dimensions;

  private DimensionSetup(Erp erp, EntitySet set, Writes plain) {
    this.erp = erp;
    this.set = set;
    this.plain = plain;
    this.dimensions = new Dimensions(erp);
  }

  /** Puts these rules in front of both sets. */
  public static void register(Erp erp, ErpService service) {
    for (String name : List.of(Dimensions.FORMATS, Dimensions.PARAMETERS)) {
      EntitySet set = erp.schema().get(name);
      service.rules(name, new DimensionSetup(erp, set, service.plain(set)));
    }
  }

  @Override
  public Row create(Tx tx, Map<String, Object> given) {
    checkNames(given);
    Redisplay strings = Redisplay.before(erp);
    retireOthers(tx, given, given);
    Row row = plain.create(tx, given);
    strings.after(tx);
    return row;
  }

  @Override
  public Row update(Tx tx, Row row, Map<String, Object> given, boolean approved) {
    checkNames(given);
    Redisplay strings = Redisplay.before(erp);
    String old = dimensions.mark();
    retireOthers(tx, given, row.own());
    Row after = plain.update(tx, row, given, approved);
    if (given.containsKey(MARK)) {
      rewriteFormats(tx, old);
    }
    strings.after(tx);
    return after;
  }

  @Override
  public void delete(Tx tx, Row row) {
    plain.delete(tx, row);
  }

  private void checkNames(Map<String, Object> given) {
    Object format = given.get(FORMAT);
    if (format == null) {
      return;
    }
    for (String name : Dimensions.split(format.toString(), dimensions.mark())) {
      boolean known =
          name.equals("MainAccount") || erp.table("DimensionAttributes").find(name) != null;
      if (!known) {
        throw Refusal.notFound(set, FORMAT, name, "Financial dimensions");
      }
    }
  }

  private void retireOthers(Tx tx, Map<String, Object> given, Map<String, Object> row) {
    if (!"Yes".equals(given.get("IsActive"))) {
      return;
    }
    Object sort = row.getOrDefault("DimensionFormatType", Dimensions.DEFAULT_FORMAT);
    Object name = row.get("DimensionFormatName");
    for (Row other : new ArrayList<>(erp.table(set).rows())) {
      boolean rival = other.text("DimensionFormatType").equals(sort.toString());
      if (rival && !other.text("DimensionFormatName").equals(String.valueOf(name))) {
        Row unused =
            erp.updateAsServer(
                tx, set, other, Map.of("IsActive", "No"), "another format is active");
      }
    }
  }

  private void rewriteFormats(Tx tx, String old) {
    EntitySet formats = erp.schema().get(Dimensions.FORMATS);
    for (Row row : new ArrayList<>(erp.table(formats).rows())) {
      Map<String, Object> changes = new LinkedHashMap<>();
      List<String> names = Dimensions.split(row.text(FORMAT), old);
      changes.put(FORMAT, String.join(dimensions.mark(), names));
      Row unused = erp.updateAsServer(tx, formats, row, changes, "delimiter");
    }
  }
}
