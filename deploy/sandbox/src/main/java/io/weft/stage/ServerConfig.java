package io.weft.stage;

import java.nio.file.Path;

/**
 * The settings of a {@code temporal-server} that keeps everything in memory.
 *
 * <p>Source: https://docs.temporal.io/references/configuration
 */
final class ServerConfig {
  private static final String STORE =
      """
              sql:
                pluginName: sqlite
                databaseName: %s
                connectAddr: localhost
                connectProtocol: tcp
                connectAttributes: {mode: memory, cache: private}
                maxConns: 1
                maxIdleConns: 1
                maxConnLifetime: 1h
      """;

  private static final String SERVICE =
      """
        %s:
          rpc: {grpcPort: %d, membershipPort: %d, bindOnLocalHost: true}
      """;

  private ServerConfig() {}

  static String text(Path config, int frontend) {
    return """
        log: {stdout: true, level: warn}
        persistence:
          defaultStore: main
          visibilityStore: visibility
          numHistoryShards: 1
          datastores:
            main:
        %s    visibility:
        %sglobal:
          membership: {maxJoinDuration: 30s, broadcastAddress: 127.0.0.1}
        services:
        %s%s%s%sclusterMetadata:
          enableGlobalNamespace: false
          failoverVersionIncrement: 10
          masterClusterName: active
          currentClusterName: active
          clusterInformation:
            active:
              enabled: true
              initialFailoverVersion: 1
              rpcName: frontend
              rpcAddress: 127.0.0.1:%d
        dcRedirectionPolicy: {policy: noop}
        dynamicConfigClient: {filepath: %s, pollInterval: 60s}
        """
        .formatted(
            STORE.formatted("main"),
            STORE.formatted("visibility"),
            service("frontend", frontend),
            service("matching", Ports.free()),
            service("history", Ports.free()),
            service("worker", Ports.free()),
            frontend,
            config.resolve("dynamic.yaml"));
  }

  /** A worker on the same machine is handed its activities together with the workflow task. */
  static String dynamic() {
    return """
        system.enableActivityEagerExecution:
          - value: true
        """;
  }

  private static String service(String name, int port) {
    return SERVICE.formatted(name, port, Ports.free());
  }
}
