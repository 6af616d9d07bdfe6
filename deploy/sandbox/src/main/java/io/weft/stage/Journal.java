package io.weft.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    each("journal?after=", sequence, all::add);
    return all;
  }

  /** Shows every write to a set, oldest first, without holding them all. */
  public void each(String system, String set, Consumer<Write> reader) {
    each("journal?system=" + system + "&set=" + set + "&after=", 0, reader);
  }

  private void each(String question, long sequence, Consumer<Write> reader) {
    long from = sequence;
    JsonNode page;
    do {
      page = control.search(question + from + "&limit=" + AT_ONCE).path("entries");
      for (JsonNode entry : page) {
        Write write = Write.of(entry);
        reader.accept(write);
        from = write.sequence();
      }
    } while (page.size() == AT_ONCE);
  }

  /** The first write after an entry that fits. */
  public Optional<Write> first(long sequence, Predicate<Write> wanted) {
    return after(sequence).stream().filter(wanted).findFirst();
  }
}
