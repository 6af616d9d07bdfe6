package io.weft.activities.store.memory;

import io.weft.activities.store.AuditStore;
import io.weft.activities.store.Entries;
import io.weft.workflows.pass.Instruction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class MemoryAudit implements AuditStore {
  private final MemoryState state;

  MemoryAudit(MemoryState state) {
    this.state = state;
  }

  @Override
  public void said(String subject, Instruction instruction, Instant at) {
    synchronized (state) {
      state.write(Entries.said(subject, instruction, "", 0, at));
    }
  }

  @Override
  public List<Entry> find(String text, int limit) {
    synchronized (state) {
      return state.audit.stream()
          .filter(row -> row.subject().contains(text) || contains(row, text))
          .sorted(Comparator.comparingLong(Entry::id).reversed())
          .limit(limit)
          .toList();
    }
  }

  private static boolean contains(Entry row, String text) {
    return row.target() != null && row.target().contains(text);
  }

  @Override
  public List<Entry> after(long id, int limit) {
    synchronized (state) {
      return state.audit.stream().filter(row -> row.id() > id).limit(limit).toList();
    }
  }
}
