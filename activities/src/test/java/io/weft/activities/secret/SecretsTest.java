package io.weft.activities.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @TempDir Path directory;

  @Test
  void resolvesFromTheEnvironment() {
    Secret secret = secrets().resolve("${env:D365_SECRET}");

    assertThat(secret.reveal()).isEqualTo("s3cr3t");
  }

  @Test
  void resolvesFromAFileWithoutItsLineBreak() throws Exception {
    Files.writeString(directory.resolve("creatio.secret"), "p~q/8+z\n");

    assertThat(secrets().resolve("${secret:creatio.secret}").reveal()).isEqualTo("p~q/8+z");
  }

  @Test
  void neverShowsItself() {
    Secret secret = Secret.of("s3cr3t");

    assertThat("client " + secret).isEqualTo("client ***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cr3t", "${secret:../etc/passwd}", "${file:x}", "x${env:D365_SECRET}"})
  void refusesWhatIsNoReferenceWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> secrets().resolve(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("${env:NAME}")
        .hasMessageNotContaining(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${env:ABSENT}", "${secret:absent}", "${env:BLANK}"})
  void namesAReferenceThatLeadsNowhere(String reference) {
    String name = reference.replaceAll(".*:|}", "");

    assertThatThrownBy(() -> secrets().resolve(reference))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  private Secrets secrets() {
    return new Secrets(Map.of("D365_SECRET", "s3cr3t", "BLANK", " "), directory);
  }
}
