package io.weft.activities.store;

import io.weft.activities.store.AuditStore.Entry;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How audit rows are made, the same in every store. Pure; ids are given by the store. */
public final class Entries {
  /** The kind of a row for a remote write. */
  public static final String WRITE = "WRITE";

  private static final String REMARK = "REMARK";
  private static final String INSTRUCTION = "INSTRUCTION";

  private Entries() {}

  /** The row of an announced write, once its outcome is known. */
  public static Entry write(Announced announced, IntentResult result) {
    Intent intent = announced.intent();
    return new Entry(
        0,
        intent.announcedAt(),
        WRITE,
        intent.id(),
        intent.pair().path(),
        intent.target().path(),
        result.outcome().name(),
        announced.who(),
        result.note(),
        intent.decisions(),
        announced.mappingVersion(),
        announced.run());
  }

  /** The row of decisions for which nothing was sent. */
  public static Entry remark(
      Sheet sheet, List<FieldDecision> remarks, int mappingVersion, Instant at) {
    return new Entry(
        0,
        at,
        REMARK,
        null,
        sheet.link().pair().path(),
        null,
        null,
        null,
        "decided without a write",
        remarks,
        mappingVersion,
        sheet.holder().run());
  }

  /** The row of an operator's word. */
  public static Entry said(
      String subject, Instruction said, String run, int mappingVersion, Instant at) {
    return new Entry(
        0,
        at,
        INSTRUCTION,
        null,
        subject,
        null,
        null,
        said.who(),
        verb(said) + ": " + said.why(),
        fields(said),
        mappingVersion,
        run);
  }

  /** The row of a write after its outcome proved to be another than was recorded. */
  public static Entry corrected(Entry before, IntentResult late) {
    return new Entry(
        before.id(),
        before.at(),
        before.kind(),
        before.intentId(),
        before.subject(),
        before.target(),
        late.outcome().name(),
        before.who(),
        before.why()
            + "; recorded as "
            + before.outcome()
            + " at first, corrected later: "
            + late.note(),
        before.fields(),
        before.mappingVersion(),
        before.run());
  }

  /**
   * On whose change a write to this side rests: the newest hint of the other side that names
   * somebody; null where none does.
   */
  public static @Nullable String initiator(Sheet sheet, Side target) {
    String who = null;
    for (Delivery delivery : sheet.deliveries()) {
      if (delivery.hint().record().side() == target.other() && delivery.hint().by() != null) {
        who = delivery.hint().by();
      }
    }
    return who;
  }

  private static String verb(Instruction said) {
    String verb = said.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return said instanceof Instruction.Link link ? verb + " with " + link.key() : verb;
  }

  private static List<FieldDecision> fields(Instruction said) {
    List<FieldDecision> fields = new ArrayList<>();
    if (said instanceof Instruction.Amend amend) {
      amend
          .fields()
          .forEach((name, value) -> fields.add(word(name, Verdict.AMENDED, null, value, said)));
    } else if (said instanceof Instruction.Choose choose) {
      Verdict won = choose.side() == Side.CREATIO ? Verdict.CREATIO_WON : Verdict.D365_WON;
      choose.fields().forEach(name -> fields.add(word(name, won, choose.side(), null, said)));
    }
    return fields;
  }

  private static FieldDecision word(
      String name, Verdict verdict, @Nullable Side from, @Nullable String value, Instruction said) {
    Side target = from == null ? null : from.other();
    return new FieldDecision(name, verdict, target, null, value, null, said.why());
  }

  /**
   * An intent with what its audit row needs besides.
   *
   * @param run the workflow run that announced it
   * @param who see {@link #initiator}
   */
  public record Announced(Intent intent, String run, @Nullable String who, int mappingVersion) {}
}
