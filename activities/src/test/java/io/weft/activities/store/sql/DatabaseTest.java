package io.weft.activities.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.secret.PlainCipher;
import io.weft.activities.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path folder;

  private static SqlStores stores(Database database) {
    return new SqlStores(
        database, Clock.systemUTC(), new PlainCipher(), record -> record.path(), object -> 1);
  }

  @Test
  void whatWasStoredIsThereAfterOpeningAgain() {
    String url = "jdbc:sqlite:" + folder.resolve("weft.db");
    try (Database first = Database.open(url)) {
      stores(first).facts().keep("environment", "a");
    }

    try (Database second = Database.open(url)) {
      assertThat(stores(second).facts().fact("environment")).contains("a");
    }
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    String url = "jdbc:sqlite:" + folder.resolve("nowhere").resolve("weft.db");

    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("cannot be opened");
  }

  @Test
  void aFileThatIsNoDatabaseIsNamed() throws Exception {
    Path file = folder.resolve("notes.db");
    Files.writeString(file, "these are notes, and long enough to be taken for a page of data");

    assertThatThrownBy(() -> Database.open("jdbc:sqlite:" + file))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("notes.db");
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedWithoutItsPassword() {
    String url = "jdbc:postgresql://localhost:1/weft?user=weft&password=hunter2";

    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("localhost:1/weft")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void anotherKindOfDatabaseIsRefused() {
    assertThatThrownBy(() -> Database.open("jdbc:oracle:x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jdbc:sqlite:");
    assertThatThrownBy(() -> Database.open("jdbc:sqlite:x.db?cache=shared"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aClosedDatabaseIsUnavailable() {
    Database database = Database.open("jdbc:sqlite:" + folder.resolve("weft.db"));
    SqlStores stores = stores(database);
    database.close();

    assertThatThrownBy(() -> stores.facts().fact("environment"))
        .isInstanceOf(StoreException.Unavailable.class);
    assertThatThrownBy(() -> stores.facts().keep("environment", "a"))
        .isInstanceOf(StoreException.Unavailable.class);
  }
}
