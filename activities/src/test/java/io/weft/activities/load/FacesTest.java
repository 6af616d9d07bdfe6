package io.weft.activities.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadVerdict;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FacesTest {
  private static final long GONE = 99;

  private final List<Long> read = new ArrayList<>();

  @Test
  void aRecordIsReadOnceForAllItIsComparedWith() {
    Faces faces = new Faces(this::records, new ByName(), 10);

    faces.of(Side.D365, List.of(1L, 2L));
    Map<Long, Faces.Face> found = faces.of(Side.D365, List.of(3L, 2L));

    assertThat(read).containsExactly(1L, 2L, 3L);
    assertThat(found).containsOnlyKeys(3L, 2L);
    assertThat(found.get(2L).features().title()).isEqualTo("record 2");
  }

  @Test
  void theSamePlaceOnTheOtherSideIsAnotherRecord() {
    Faces faces = new Faces(this::records, new ByName(), 10);

    faces.of(Side.D365, List.of(1L));
    faces.of(Side.CREATIO, List.of(1L));

    assertThat(read).containsExactly(1L, 1L);
  }

  @Test
  void theLongestUnusedIsForgottenFirst() {
    Faces faces = new Faces(this::records, new ByName(), 2);
    faces.of(Side.D365, List.of(1L, 2L));
    faces.of(Side.D365, List.of(1L));
    faces.of(Side.D365, List.of(3L));
    read.clear();

    faces.of(Side.D365, List.of(1L));
    faces.of(Side.D365, List.of(2L));

    assertThat(read).containsExactly(2L);
  }

  @Test
  void moreThanThereIsRoomForAreFoundAllTheSame() {
    Faces faces = new Faces(this::records, new ByName(), 2);

    assertThat(faces.of(Side.D365, List.of(4L, 1L, 3L, 2L)).keySet())
        .containsExactly(4L, 1L, 3L, 2L);
  }

  @Test
  void oneThatIsNotThereIsLeftOut() {
    Faces faces = new Faces(this::records, new ByName(), 10);

    assertThat(faces.of(Side.D365, List.of(GONE, 1L))).containsOnlyKeys(1L);
  }

  @Test
  void contentsAreNotKept() {
    Faces faces = new Faces(this::records, new ByName(), 10);

    assertThat(faces.of(Side.D365, List.of(1L)).get(1L).record().contents().isEmpty()).isTrue();
  }

  private Map<Long, LoadRecord> records(Side side, Collection<Long> sequences) {
    Map<Long, LoadRecord> records = new LinkedHashMap<>();
    for (Long sequence : sequences) {
      if (sequence != GONE) {
        read.add(sequence);
        records.put(sequence, record(sequence));
      }
    }
    return records;
  }

  private static LoadRecord record(long sequence) {
    String name = "record " + sequence;
    return new LoadRecord(
        sequence,
        RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, String.valueOf(sequence)),
        "digest",
        null,
        name,
        Fields.of("Name", new Value.Text(name)),
        LoadVerdict.SCANNED,
        null,
        0,
        null);
  }

  /** Records are alike by their names. */
  private static final class ByName implements Likeness {
    @Override
    public Features of(Snapshot snapshot) {
      return new Named(snapshot.fields().get("Name").text());
    }

    @Override
    public int crowd() {
      return 10;
    }

    @Override
    public OptionalInt choose(List<Alike> all) {
      return OptionalInt.empty();
    }
  }

  private record Named(String title) implements Likeness.Features {
    @Override
    public Set<Long> hashes() {
      return Set.of((long) title.hashCode());
    }

    @Override
    public Optional<Likeness.Alike> compare(Likeness.Features other) {
      return Optional.empty();
    }
  }
}
