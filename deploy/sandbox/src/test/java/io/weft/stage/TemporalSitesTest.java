package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemporalSitesTest {
  @TempDir Path directory;

  @Test
  void takesTheServerThatIsNamed() {
    TemporalSite site =
        TemporalSites.named(
            Map.of(
                "TEMPORAL_ADDRESS", "temporal.example:7233",
                "TEMPORAL_API_KEY", "key",
                "TEMPORAL_NAMESPACE", "sales",
                "HOME", "/home/ana"));

    assertThat(site.address()).isEqualTo("temporal.example:7233");
    assertThat(site.namespace()).isEqualTo("sales");
    assertThat(site.environment()).containsKey("TEMPORAL_API_KEY").doesNotContainKey("HOME");
    assertThat(site.ours()).isFalse();
  }

  @Test
  void knowsTheStandardNamespace() {
    assertThat(TemporalSites.named(Map.of("TEMPORAL_ADDRESS", "a:1")).namespace())
        .isEqualTo("default");
    assertThat(TemporalSites.isNamed(Map.of("TEMPORAL_ADDRESS", " "))).isFalse();
  }

  @Test
  void findsAProgramOnTheSearchPath() throws IOException {
    Path plain = Files.createFile(directory.resolve("temporal"));
    String path = directory.resolve("nowhere") + File.pathSeparator + directory;

    assertThat(TemporalSites.find("temporal", path)).isEmpty();

    assertThat(plain.toFile().setExecutable(true)).isTrue();
    assertThat(TemporalSites.find("temporal", path)).contains(plain);
    assertThat(TemporalSites.find("temporal-server", path)).isEmpty();
    assertThat(TemporalSites.find("temporal", "")).isEmpty();
  }
}
