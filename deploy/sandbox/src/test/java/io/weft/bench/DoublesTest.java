package io.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weft.stage.Write;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoublesTest {
  @Test
  void aCompanyMadeTwiceInOneSystemIsADouble() {
    Doubles found = found(List.of(account("seed", "a", "12-1"), account("weft", "b", "12-1")));

    assertThat(found.made()).isEqualTo(1);
    assertThat(found.doubled()).isEqualTo(1);
  }

  @Test
  void legalEntitiesAndSystemsAreToldApart() {
    Doubles found =
        found(
            List.of(
                account("seed", "a", "12-1"),
                customer("usmf", "12-1"),
                customer("demf", "12-1"),
                account("weft", "c", "12-2")));

    assertThat(found.made()).isEqualTo(3);
    assertThat(found.doubled()).isEqualTo(0);
  }

  @Test
  void recordsWithoutATaxNumberAreNoDoublesOfEachOther() {
    Doubles found = found(List.of(account("weft", "a", ""), account("weft", "b", "")));

    assertThat(found.made()).isEqualTo(2);
    assertThat(found.doubled()).isEqualTo(0);
  }

  private static Doubles found(List<Write> writes) {
    Doubles doubles = new Doubles();
    writes.forEach(doubles::see);
    return doubles;
  }

  private static Write account(String client, String key, String number) {
    ObjectNode after = JsonNodeFactory.instance.objectNode().put("UsrTaxNumber", number);
    return new Write(1, Instant.EPOCH, "creatio", client, "create", "Account", key, after);
  }

  private static Write customer(String legalEntity, String number) {
    ObjectNode after =
        JsonNodeFactory.instance
            .objectNode()
            .put("dataAreaId", legalEntity)
            .put("TaxExemptNumber", number);
    String key = legalEntity + "," + number;
    return new Write(1, Instant.EPOCH, "d365", "weft", "create", "CustomersV3", key, after);
  }
}
