package io.weft.activities.simulation;

import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Settlement;
import io.weft.activities.value.Fields;
import io.weft.workflows.record.RecordRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which writes the store takes for open, and which landed although it had closed them. */
final class InFlight {
  final List<String> unexpected = new ArrayList<>();
  private final Map<String, Intent> open = new LinkedHashMap<>();

  /** The same store; what it does about intents is noted here. */
  PassStore watch(PassStore store) {
    Object proxy =
        Proxy.newProxyInstance(
            PassStore.class.getClassLoader(),
            new Class<?>[] {PassStore.class},
            (self, method, args) -> {
              try {
                Object result = method.invoke(store, args);
                note(args);
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return PassStore.class.cast(proxy);
  }

  private void note(Object[] args) {
    for (Object arg : args) {
      if (arg instanceof List<?> list) {
        list.forEach(this::noteOne);
      } else if (arg instanceof Settlement done) {
        done.results().forEach(this::noteOne);
      }
    }
  }

  private void noteOne(Object item) {
    if (item instanceof PassStore.Announcement some) {
      some.intents().forEach(this::noteOne);
    } else if (item instanceof PassStore.Confirmation some) {
      some.results().forEach(this::noteOne);
    } else if (item instanceof PassStore.Ending some) {
      some.done().results().forEach(this::noteOne);
    } else if (item instanceof Intent intent) {
      open.put(intent.id(), intent);
    } else if (item instanceof IntentResult result) {
      open.remove(result.intentId());
    }
  }

  /** A write of ours is about to be committed. */
  void landing(RecordRef record, Fields fields) {
    boolean announced =
        open.values().stream()
            .anyMatch(intent -> intent.target().equals(record) && intent.sent().equals(fields));
    if (!announced) {
      unexpected.add(record.path() + " " + fields.asMap());
    }
  }
}
