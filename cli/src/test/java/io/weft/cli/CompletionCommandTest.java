package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
  private static final Path BASH = Path.of("/bin/bash");

  private final Bench bench = Bench.open();

  @Test
  void theScriptKnowsTheCommandsAndOptions() {
    bench.forbidConnecting();

    Bench.Result result = bench.run("completion", "bash");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DONE);
    assertThat(result.out())
        .contains("_weft_parked_retry", "--fingerprint", "doctor", "_complete_weft")
        .contains("_weft_map_check", "_weft_map_preview")
        .contains("d365-contact", "sales-order", "order-sales-order", "invoice-order-status");
  }

  @Test
  void bashTakesTheScript(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(BASH), "there is no bash here");
    Path script = folder.resolve("weft_completion");
    Files.writeString(script, bench.run("completion", "zsh").out(), StandardCharsets.UTF_8);

    Process bash = new ProcessBuilder(BASH.toString(), "-n", script.toString()).start();

    assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).isZero();
  }

  @Test
  void asJsonItIsOneObject() {
    assertThat(bench.run("completion", "zsh", "-o", "json").json().get("shell").asText())
        .isEqualTo("zsh");
  }
}
