package io.weft.sandbox.d365.erp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The set-up of three companies: groups, terms, taxes, methods, dimensions, numbers. */
public final class Reference {
  private static final String RESOURCE = "/d365/reference.json";
  private static final TypeReference<Map<String, List<Map<String, String>>>> SHAPE =
      new TypeReference<>() {};

  private Reference() {}

  /** Fills the tables, in the order of the resource, as the seed. */
  public static void load(Erp erp, ErpService service) {
    Map<String, List<Map<String, String>>> sets = read();
    Boolean done =
        erp.write(
            new Who(Who.SEED, null),
            tx -> {
              sets.forEach((name, rows) -> rows.forEach(row -> add(erp, tx, name, row)));
              sets.getOrDefault("LegalEntities", List.of())
                  .forEach(
                      row ->
                          service.addParty(
                              tx,
                              row.getOrDefault("PartyNumber", ""),
                              row.getOrDefault("Name", "")));
              return true;
            });
    if (!done) {
      throw new IllegalStateException("reference data were not loaded");
    }
  }

  private static void add(Erp erp, Tx tx, String name, Map<String, String> row) {
    EntitySet set = erp.schema().get(name);
    Map<String, Object> values = new LinkedHashMap<>();
    row.forEach((field, text) -> values.put(field, Values.fromText(set.get(field), text)));
    erp.insert(tx, set, values, "");
  }

  private static Map<String, List<Map<String, String>>> read() {
    try (InputStream in = Reference.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return new ObjectMapper().readValue(in, SHAPE);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }
}
