package io.weft.sandbox;

/** Where the journal has its entries, in their order. Guarded by the journal's lock. */
interface Entries {
  int size();

  /** The entry with this index, counted from 0. */
  JournalEntry get(int index);

  void add(JournalEntry entry);
}
