package io.weft.sandbox.d365.dataverse;

import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.RowChange;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The change logs of all sets, and the one version counter they share. */
public final class ChangeLogs {
  private static final long FIRST_VERSION = 700_000;

  private final Map<String, ChangeLog> logs = new LinkedHashMap<>();
  private final AtomicLong version = new AtomicLong(FIRST_VERSION);
  private volatile long expiredUpTo;

  /** Makes a log for each set, and begins to listen. */
  public ChangeLogs(Erp erp) {
    for (EntitySet set : erp.schema().sets()) {
      logs.put(set.name(), new ChangeLog());
    }
    erp.onChange(this::note);
  }

  /** Makes every token given so far worthless, as a clean-up or a changed table does. */
  public synchronized void expireAll() {
    expiredUpTo = version.incrementAndGet();
  }

  /** Returns the newest version; nothing newer is in any log. */
  public synchronized long version() {
    return version.get();
  }

  boolean expired(long token) {
    return token < expiredUpTo;
  }

  ChangeLog of(EntitySet set) {
    ChangeLog log = logs.get(set.name());
    if (log == null) {
      throw new IllegalArgumentException("no log of " + set.name());
    }
    return log;
  }

  private synchronized void note(RowChange change) {
    of(change.set()).note(change, version.incrementAndGet());
  }
}
