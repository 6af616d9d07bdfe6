package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.object.Records.Request;
import io.weft.activities.object.StateOnRecord;
import io.weft.activities.object.SyncObject;
import io.weft.activities.store.Each;
import io.weft.activities.store.Intent;
import io.weft.activities.store.PassStore.Announcement;
import io.weft.activities.store.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the records of a chunk stand, told on all of them at once; see {@link Showing}. */
final class Tellings {
  private final Chunk chunk;
  private final BatchPass.Tools tools;
  private final SyncObject object;

  Tellings(Chunk chunk, BatchPass.Tools tools, SyncObject object) {
    this.chunk = chunk;
    this.tools = tools;
    this.object = object;
  }

  /** News as it is announced. */
  private record Telling(Intent intent, String told) {}

  private static Telling telling(Work work, Showing.News news) {
    return new Telling(IntentDraft.telling(work, news.fields()), news.told());
  }

  /** Tells what is news. What cannot be told is told another time. */
  void tell(List<Work> works) {
    StateOnRecord state = object.state();
    Map<Work, Telling> wanted = new LinkedHashMap<>();
    for (Work work : works) {
      tools.showing().news(work).ifPresent(news -> wanted.put(work, telling(work, news)));
    }
    if (state == null || wanted.isEmpty()) {
      return;
    }
    Map<Work, Telling> announced = announced(wanted);
    List<Request> requests =
        announced.values().stream()
            .map(t -> new Request(t.intent().target(), t.intent().sent()))
            .toList();
    if (!requests.isEmpty()) {
      noted(announced, state.showAll(requests));
    }
  }

  private Map<Work, Telling> announced(Map<Work, Telling> wanted) {
    List<Work> works = List.copyOf(wanted.keySet());
    works.get(0).attempt.beforeSend();
    List<Announcement> announcements = new ArrayList<>();
    wanted.forEach(
        (work, t) -> announcements.add(new Announcement(work.sheet, List.of(t.intent()))));
    List<Each<Sheet>> stored = tools.store().announceAll(announcements);
    Map<Work, Telling> announced = new LinkedHashMap<>(wanted);
    for (int i = 0; i < works.size(); i++) {
      if (stored.get(i) instanceof Each.LeftOut<Sheet> out) {
        announced.remove(works.get(i));
        chunk.ended(works.get(i), out.why());
      }
    }
    return announced;
  }

  private static void noted(Map<Work, Telling> announced, List<Optional<RemoteException>> stopped) {
    int place = 0;
    for (Map.Entry<Work, Telling> one : announced.entrySet()) {
      Work work = one.getKey();
      Telling telling = one.getValue();
      stopped
          .get(place++)
          .ifPresentOrElse(
              e -> work.results.addAll(WriteResults.nothingDone(List.of(telling.intent()), e)),
              () -> {
                work.results.add(WriteResults.applied(telling.intent()));
                Showing.noted(work, telling.told());
              });
    }
  }
}
