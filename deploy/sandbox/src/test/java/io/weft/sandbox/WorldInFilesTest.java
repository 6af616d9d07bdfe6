package io.weft.sandbox;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class WorldInFilesTest extends WorldContract {
  WorldInFilesTest(@TempDir Path directory) {
    super(Storage.inFiles(directory, 3)); // so few that most tests reach the file
  }
}
