package io.weft.sandbox.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordFileTest {
  @TempDir private Path directory;

  @Test
  void everyRecordIsFoundAtItsPlace() {
    try (RecordFile file = RecordFile.create(directory.resolve("records"))) {
      List<Long> places = new ArrayList<>();
      for (String text : List.of("first", "", "third, a little longer")) {
        places.add(file.append(bytes(text)));
      }

      assertThat(places.stream().map(place -> text(file.read(place))))
          .containsExactly("first", "", "third, a little longer");
    }
  }

  @Test
  void refusesARecordWhoseLengthHasNoRoomInAPlace() {
    try (RecordFile file = RecordFile.create(directory.resolve("records"))) {
      assertThatThrownBy(() -> file.append(ByteBuffer.allocate(RecordFile.LONGEST + 1)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(text(file.read(file.append(bytes("next"))))).isEqualTo("next");
    }
  }

  @Test
  void beginsEmptyAndGoesAway() {
    Path path = directory.resolve("records");
    RecordFile file = RecordFile.create(path);
    long place = file.append(bytes("gone"));

    file.close();

    assertThat(path).doesNotExist();
    try (RecordFile next = RecordFile.create(path)) {
      assertThatThrownBy(() -> next.read(place)).hasMessageContaining("no record");
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
