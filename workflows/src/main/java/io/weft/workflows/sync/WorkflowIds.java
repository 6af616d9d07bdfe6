package io.weft.workflows.sync;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Every workflow id, built in one place. Ids are what operators see and search, they are never
 * encrypted, and they serialise the work on a record: the same record always has the same id.
 *
 * <p>A part that is too long or holds characters that trouble queries, shells or file names is
 * replaced by {@code ~} and a digest of the whole id; {@code ~} is not otherwise used.
 */
public final class WorkflowIds {
  /** Some SQL set-ups of the server keep no more. */
  static final int LONGEST = 255;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:@+=-]+");

  private WorkflowIds() {}

  /** {@code account-customer/usmf/6f1c...}: the path of the pair. */
  public static String pair(PairId pair) {
    return id(pair.object().slug(), pair.legalEntity().id(), pair.key());
  }

  /** {@code introduce/account-customer/creatio/6f1c...} or {@code .../d365/usmf/US-001}. */
  public static String introduction(RecordRef record) {
    String side = record.side().name().toLowerCase(Locale.ROOT);
    LegalEntity legalEntity = record.legalEntity();
    return legalEntity == null
        ? id("introduce", record.object().slug(), side, record.key())
        : id("introduce", record.object().slug(), side, legalEntity.id(), record.key());
  }

  /** {@code poller/usmf}. */
  public static String poller(LegalEntity legalEntity) {
    return id("poller", legalEntity.id());
  }

  /** {@code creatio-sweep/main}. */
  public static String creatioSweep(String connection) {
    return id("creatio-sweep", connection);
  }

  /** {@code load/account-customer/usmf/3}; loads and plans are counted together. */
  public static String load(SyncObjectName object, LegalEntity legalEntity, int number) {
    return id("load", object.slug(), legalEntity.id(), Integer.toString(number));
  }

  /** {@code enquiry/doctor/l8x2k0}. */
  public static String enquiry(String question, String n) {
    return id("enquiry", question, n);
  }

  private static String id(String... parts) {
    String whole = String.join("/", parts);
    StringBuilder id = new StringBuilder();
    for (String part : parts) {
      id.append(id.isEmpty() ? "" : "/").append(isPlain(part) ? part : "~" + digest(whole));
    }
    return id.length() <= LONGEST ? id.toString() : parts[0] + "/~" + digest(whole);
  }

  private static boolean isPlain(String part) {
    return part.length() <= 120 && PLAIN.matcher(part).matches();
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
