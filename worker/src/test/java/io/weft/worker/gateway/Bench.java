package io.weft.worker.gateway;

import io.weft.activities.hint.HandOver;
import io.weft.activities.hint.Holds;
import io.weft.activities.hint.Intake;
import io.weft.activities.hint.Runs;
import io.weft.activities.hint.Switches;
import io.weft.activities.object.Mode;
import io.weft.activities.poll.Orphan;
import io.weft.activities.secret.Secret;
import io.weft.activities.settings.AuthSettings;
import io.weft.activities.settings.GatewaySettings;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.SyncObjectName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A real gateway on a free port, over a store in memory, with a client beside it. */
final class Bench implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final String KEY = "correct horse";
  static final AuthSettings API_KEY =
      new AuthSettings.ApiKey(Secret.of(KEY), "X-Api-Key", Optional.of("code"));

  final FakeStore store = new FakeStore();
  final List<String> told = Collections.synchronizedList(new ArrayList<>());
  final List<Orphan> orphans = Collections.synchronizedList(new ArrayList<>());
  final LastSeen lastSeen = new LastSeen(CLOCK);
  final List<Health.Probe> probes = new ArrayList<>();
  final Metrics metrics = new Metrics(CLOCK);
  private final HttpClient client = HttpClient.newHttpClient();
  private Gateway gateway;
  private int port;

  Bench start(AuthSettings... auth) {
    Intake intake = new Intake(store::accept, accountsOnly(), metrics);
    HandOver handOver = new HandOver(store, runs(), accountsOnly(), Holds.nobody(), Runnable::run);
    metrics.ledger(store::counts);
    gateway =
        new Gateway(
            new GatewaySettings("127.0.0.1", 0, List.of(auth), 1024 * 1024, 1000),
            new Gateway.Parts(
                intake,
                handOver,
                orphans::add,
                guid -> Optional.empty(),
                lastSeen,
                new Health(probes, CLOCK),
                metrics,
                CLOCK));
    port = gateway.start();
    return this;
  }

  Gateway gateway() {
    return gateway;
  }

  int port() {
    return port;
  }

  /** Posts with the API key. */
  HttpResponse<String> post(String path, String body) {
    return send(request(path).header("X-Api-Key", KEY).POST(text(body)));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  static HttpRequest.BodyPublisher text(String body) {
    return HttpRequest.BodyPublishers.ofString(body);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (gateway != null) {
      gateway.close();
    }
    metrics.close();
  }

  private Runs runs() {
    return new Runs() {
      @Override
      public void changed(PairId pair, Hint hint) {
        told.add(pair.path());
      }

      @Override
      public void introduce(Hint hint) {
        told.add(hint.record().path());
      }
    };
  }

  private static Switches accountsOnly() {
    return new Switches() {
      @Override
      public Mode mode(SyncObjectName object, LegalEntity legalEntity) {
        return object == SyncObjectName.ACCOUNT_CUSTOMER ? Mode.WRITE : Mode.OFF;
      }

      @Override
      public List<LegalEntity> legalEntities() {
        return List.of(new LegalEntity("usmf"));
      }
    };
  }
}
