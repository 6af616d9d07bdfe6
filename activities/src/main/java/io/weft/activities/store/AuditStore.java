package io.weft.activities.store;

import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit: append-only, one row per remote write and per operator's word (G6). Thread-safe. */
public interface AuditStore {
  /** Records an operator's word that no pass carries out (introductions, pollers). */
  void said(String subject, Instruction instruction, Instant at);

  /**
   * Rows whose pair or record path contains the text, newest first. Values are decrypted for the
   * caller, who has been asked for a reason.
   */
  List<Entry> find(String text, int limit);

  /** All rows after an id, in order of writing, for export and checks. */
  List<Entry> after(long id, int limit);

  /**
   * One row.
   *
   * @param kind WRITE, REMARK or INSTRUCTION
   * @param intentId the announced write; null for the others
   * @param subject pair path
   * @param target record path of the record written
   * @param outcome an {@link IntentResult.Outcome} name; null for the others
   * @param who an operator's name, the hint's initiator, or null for Weft itself
   * @param why the reason or note
   */
  record Entry(
      long id,
      Instant at,
      String kind,
      @Nullable String intentId,
      String subject,
      @Nullable String target,
      @Nullable String outcome,
      @Nullable String who,
      String why,
      List<FieldDecision> fields,
      int mappingVersion,
      String run) {
    public Entry {
      fields = List.copyOf(fields);
    }
  }
}
