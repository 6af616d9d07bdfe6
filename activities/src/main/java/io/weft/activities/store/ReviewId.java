package io.weft.activities.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The short name of two records for reviewers: the same in every load and plan. */
public final class ReviewId {
  private static final int BYTES = 6;

  private ReviewId() {}

  /** Twelve hex digits made of both keys. */
  public static String of(String creatioKey, String d365Key) {
    try {
      byte[] text = (creatioKey + "|" + d365Key).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
