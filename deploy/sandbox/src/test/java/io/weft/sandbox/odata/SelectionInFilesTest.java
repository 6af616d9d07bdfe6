package io.weft.sandbox.odata;

import io.weft.sandbox.Storage;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SelectionInFilesTest extends SelectionContract {
  SelectionInFilesTest(@TempDir Path directory) {
    super(Storage.inFiles(directory, 3)); // so few that most tests reach the file
  }
}
