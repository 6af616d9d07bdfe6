package io.weft.activities.load;

import io.weft.activities.load.Linker.Linked;
import io.weft.activities.store.Link;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadRecordStore;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pairs that are linked already: from before the load, or by an attempt that was interrupted. They
 * need no look at their records, because their pass takes one; and what such an attempt wrote, the
 * number above all, is no change that puts the match in doubt.
 */
final class StandingLinks {
  private final LoadRecordStore records;
  private final Subject subject;

  StandingLinks(LoadRecordStore records, Subject subject) {
    this.records = records;
    this.subject = subject;
  }

  /** Those of them that are linked, in their order; to be added to. */
  List<Linked> of(List<LoadPair> some) {
    Map<String, Link> byAccount = links(Side.CREATIO, some, LoadPair::creatioKey);
    Map<String, Link> byCustomer = links(Side.D365, some, LoadPair::d365Key);
    List<Linked> linked = new ArrayList<>();
    for (LoadPair one : some) {
      if (one.kind() == Kind.LINKED) {
        linked.add(new Linked(one, subject.pair(Objects.requireNonNull(one.creatioKey())), null));
      } else {
        Link link = byAccount.get(String.valueOf(one.creatioKey()));
        link = link == null ? byCustomer.get(String.valueOf(one.d365Key())) : link;
        if (link != null && isOf(one, link)) {
          linked.add(new Linked(one, link.pair(), null));
        }
      }
    }
    return linked;
  }

  private Map<String, Link> links(
      Side side, List<LoadPair> some, Function<LoadPair, @Nullable String> key) {
    List<String> keys =
        some.stream()
            .filter(one -> one.kind() != Kind.LINKED && one.kind() != Kind.REFUSED)
            .map(key)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    return records.links(subject.load(), side, keys);
  }

  private static boolean isOf(LoadPair one, Link link) {
    return !link.state().hasEnded()
        && (one.creatioKey() == null || one.creatioKey().equals(link.creatioId()))
        && (one.d365Key() == null || one.d365Key().equals(link.d365Key()));
  }
}
