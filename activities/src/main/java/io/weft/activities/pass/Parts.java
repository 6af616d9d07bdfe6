package io.weft.activities.pass;

import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.Progress;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document is judged part by part. Its last step reads all of it: if every part is as its step
 * left it, whatever was hinted at until then was seen, our own writes coming back above all.
 */
final class Parts {
  private Parts() {}

  /** What the steps so far have left on both sides; null if that cannot be said. */
  static @Nullable List<String> judged(Work work) {
    Progress before = work.request.progress();
    List<String> all = before == null ? List.of() : before.judged();
    if (all == null || !isClear(work)) {
      return null;
    }
    List<String> judged = new ArrayList<>(all);
    judged.addAll(both(work));
    return judged;
  }

  /** Whether the last step has found the whole document as the steps before left it. */
  static boolean unmoved(Work work) {
    Progress before = work.request.progress();
    return work.object.document()
        && work.last
        && before != null
        && before.judged() != null
        && isClear(work)
        && before.judged().equals(both(work));
  }

  private static boolean isClear(Work work) {
    return work.problems.isEmpty() && !work.again && !work.observed && !work.stopped;
  }

  private static List<String> both(Work work) {
    List<String> creatio = of(work, Side.CREATIO, work.now.creatio());
    List<String> d365 = of(work, Side.D365, work.now.d365());
    List<String> both = new ArrayList<>();
    for (int part = 0; part < Math.min(creatio.size(), d365.size()); part++) {
      both.add(creatio.get(part) + "/" + d365.get(part));
    }
    return both;
  }

  private static List<String> of(Work work, Side side, @Nullable Snapshot read) {
    return read == null ? List.of() : work.object.records().of(side).parts(read);
  }

  /** The whole document as read by its last step, in short, for each side. */
  static Both<@Nullable String> digests(Work work) {
    return new Both<>(
        String.join("+", of(work, Side.CREATIO, work.now.creatio())),
        String.join("+", of(work, Side.D365, work.now.d365())));
  }
}
