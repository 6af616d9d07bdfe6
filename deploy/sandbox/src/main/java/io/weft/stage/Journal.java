package io.weft.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the sandbox's journal: the ground truth of who wrote what, and when. Thread-safe. */
public final class Journal {
  private static final int AT_ONCE = 5000;

  private final Control control;

  public Journal(Control control) {
    this.control = control;
  }

  /** The number of the newest entry. */
  public long last() {
    return control.get("journal?limit=0").path("last").asLong();
  }

  /** Everything after an entry, oldest first. */
  public List<Write> after(long sequence) {
    List<Write> all = new ArrayList<>();
    long from = sequence;
    JsonNode page;
    do {
      page = control.get("journal?after=" + from + "&limit=" + AT_ONCE).path("entries");
      for (JsonNode entry : page) {
        Write write = Write.of(entry);
        all.add(write);
        from = write.sequence();
      }
    } while (page.size() == AT_ONCE);
    return all;
  }

  /** The first write after an entry that fits. */
  public Optional<Write> first(long sequence, Predicate<Write> wanted) {
    return after(sequence).stream().filter(wanted).findFirst();
  }
}
