package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.SandboxOptions;
import org.junit.jupiter.api.Test;

final class CreatioCapTest extends CreatioFixture {
  @Override
  SandboxOptions options() {
    return SandboxOptions.defaults().seeded(20_010, 0, 0);
  }

  @Test
  void cutsAtTwentyThousandRowsWithoutAWord() {
    JsonNode page = api.read(ROOT + "Account?$select=Id&$count=true");

    assertThat(page.path("value")).hasSize(20_000);
    assertThat(page.path("@odata.count").asInt()).isEqualTo(20_011);
    assertThat(page.has("@odata.nextLink")).isFalse();
  }
}
