package io.weft.sandbox;

import io.weft.sandbox.control.Delays;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox starts.
 *
 * @param host the address to listen on; it asks nobody who they are, so keep it at home
 * @param port 0 takes any free port
 * @param seed the number that ids, tokens, chance and companies follow from
 * @param overlap the share, 0 to 1, of companies that both systems know
 * @param delays how slow either system is
 * @param directory where files for rows and journal are made, for populations that do not fit into
 *     memory; null for memory
 */
public record SandboxOptions(
    String host,
    int port,
    long seed,
    int accounts,
    int customers,
    int contacts,
    double overlap,
    Delays delays,
    @Nullable Path directory) {

  /** Makes options of a sandbox in memory. */
  public SandboxOptions(
      String host,
      int port,
      long seed,
      int accounts,
      int customers,
      int contacts,
      double overlap,
      Delays delays) {
    this(host, port, seed, accounts, customers, contacts, overlap, delays, null);
  }

  /** Returns an empty sandbox on any free port. */
  public static SandboxOptions defaults() {
    return new SandboxOptions("127.0.0.1", 0, 42, 0, 0, 0, 0.5, Delays.NONE);
  }

  /** Returns the same options with another port. */
  public SandboxOptions onPort(int other) {
    return new SandboxOptions(
        host, other, seed, accounts, customers, contacts, overlap, delays, directory);
  }

  /** Returns the same options with companies to begin with. */
  public SandboxOptions seeded(int accounts, int customers, double overlap) {
    return new SandboxOptions(
        host, port, seed, accounts, customers, contacts, overlap, delays, directory);
  }

  /** Returns the same options with rows and journal in files, which go away with the sandbox. */
  public SandboxOptions in(Path other) {
    return new SandboxOptions(
        host, port, seed, accounts, customers, contacts, overlap, delays, other);
  }

  Storage storage() {
    return directory == null ? Storage.inMemory() : Storage.inFiles(directory);
  }
}
