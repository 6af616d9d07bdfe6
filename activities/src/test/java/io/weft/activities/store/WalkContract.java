package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.IntentResult.Outcome;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Random choices, and calls that must answer as the model in memory answers. */
abstract class WalkContract extends StoreContract {
  Stores model;

  Random random;

  /** Calls both with the same random choices; they must answer alike, errors included. */
  <T> T same(Function<Stores, T> call) {
    long choices = random.nextLong();
    random = new Random(choices);
    Object expected = answer(model, call);
    random = new Random(choices);
    Object actual = answer(stores, call);
    assertThat(actual).isEqualTo(expected);
    @SuppressWarnings("unchecked")
    T result = expected instanceof Failure ? null : (T) actual;
    return result;
  }

  static <T> Object answer(Stores stores, Function<Stores, T> call) {
    try {
      return call.apply(stores);
    } catch (StoreException | IllegalArgumentException e) {
      return new Failure(e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    }
  }

  record Failure(String type, String message) {}

  String creatioId() {
    return random.nextBoolean() ? ACME : BOLT;
  }

  LegalEntity legalEntity() {
    return random.nextBoolean() ? USMF : DEMF;
  }

  RecordRef record() {
    return random.nextBoolean()
        ? account(creatioId())
        : customer(legalEntity(), "C-" + random.nextInt(3));
  }

  Incoming incoming() {
    String digest = random.nextInt(3) == 0 ? null : "d-" + random.nextInt(3);
    String filtered = random.nextInt(6) == 0 ? "switched off" : null;
    return new Incoming(hint(record()), digest, filtered);
  }

  LinkWanted randomLink() {
    LegalEntity legalEntity = legalEntity();
    String creatioId = creatioId();
    LinkWanted wanted =
        wanted(
            legalEntity,
            creatioId,
            "C-" + random.nextInt(3),
            random.nextBoolean(),
            random.nextBoolean() ? List.of("tax:" + random.nextInt(2)) : List.of());
    return wanted;
  }

  Holder holderFor(String id) {
    String attempt = id + "#" + random.nextLong();
    return new Holder(id, "run", attempt, clock.instant().plus(Duration.ofMinutes(1)));
  }

  <T> T any(T[] of) {
    return Arrays.asList(of).get(random.nextInt(of.length));
  }

  Outcome outcome() {
    return any(Outcome.values());
  }
}
