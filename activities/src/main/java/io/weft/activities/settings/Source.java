package io.weft.activities.settings;

import io.weft.activities.secret.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from.
 *
 * @param name the file's name, for problems
 * @param text its text
 * @param beside the text of a file by its path relative to this one; empty if there is none
 * @param secrets what references lead to
 * @param storeUrl {@code WEFT_DB_URL}, which wins over the file; null if it is not set
 */
public record Source(
    String name,
    String text,
    Function<String, Optional<String>> beside,
    Secrets secrets,
    @Nullable String storeUrl) {

  /**
   * A file and those beside it.
   *
   * @throws IOException if it cannot be read
   */
  public static Source of(Path file, Secrets secrets, @Nullable String storeUrl)
      throws IOException {
    Path directory = file.toAbsolutePath().normalize().getParent();
    return new Source(
        file.toString(),
        Files.readString(file, StandardCharsets.UTF_8),
        path -> directory == null ? Optional.empty() : text(directory.resolve(path)),
        secrets,
        storeUrl);
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read", e);
    }
  }
}
