package io.weft.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Entries in memory. */
final class MemoryEntries implements Entries {
  private final List<JournalEntry> entries = new ArrayList<>();

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public JournalEntry get(int index) {
    return entries.get(index);
  }

  @Override
  public void add(JournalEntry entry) {
    entries.add(entry);
  }
}
