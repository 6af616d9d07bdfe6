package io.weft.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The ground truth: every committed write of both tenants, in order. Safe for many threads. */
public final class Journal {
  private final Entries entries;

  Journal(Entries entries) {
    this.entries = entries;
  }

  /** Returns the sequence number of the newest entry, 0 while there is none. */
  public synchronized long last() {
    return entries.size();
  }

  /** Returns up to {@code limit} entries that match, oldest first, after a sequence number. */
  public synchronized List<JournalEntry> after(
      long sequence, int limit, Predicate<JournalEntry> wanted) {
    List<JournalEntry> found = new ArrayList<>();
    for (int i = (int) Math.max(0, sequence); i < entries.size() && found.size() < limit; i++) {
      JournalEntry entry = entries.get(i);
      if (wanted.test(entry)) {
        found.add(entry);
      }
    }
    return found;
  }

  /** Returns every entry after a sequence number, oldest first. */
  public List<JournalEntry> after(long sequence) {
    return after(sequence, Integer.MAX_VALUE, entry -> true);
  }

  synchronized void append(List<JournalEntry> committed) {
    for (JournalEntry entry : committed) {
      entries.add(
          new JournalEntry(
              entries.size() + 1L,
              entry.time(),
              entry.system(),
              entry.client(),
              entry.operation(),
              entry.set(),
              entry.key(),
              entry.before(),
              entry.after(),
              entry.requestId()));
    }
  }
}
