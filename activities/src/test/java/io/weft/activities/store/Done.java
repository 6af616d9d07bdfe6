package io.weft.activities.store;

import io.weft.activities.merge.Base;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds settlements in tests: everything left out is left as it is. */
public final class Done {
  private final List<IntentResult> results = new ArrayList<>();
  private final Map<Long, Disposition> covered = new LinkedHashMap<>();
  private final List<Instruction> said = new ArrayList<>();
  private final List<FieldDecision> remarks = new ArrayList<>();
  private Both<@Nullable Base> bases = new Both<>(null, null);
  private Both<@Nullable String> digests = new Both<>(null, null);
  private Both<Settlement.@Nullable Seen> seen = new Both<>(null, null);
  private LinkChange link = LinkChange.NONE;
  private boolean again;
  private boolean unpark;

  public static Done nothing() {
    return new Done();
  }

  /** Covers all that the sheet noted. */
  public static Done covering(Sheet sheet, Disposition as) {
    Done done = new Done();
    sheet.deliveries().forEach(delivery -> done.covered.put(delivery.hintId(), as));
    return done;
  }

  public Done cover(long hintId, Disposition as) {
    covered.put(hintId, as);
    return this;
  }

  public Done result(String intentId, IntentResult.Outcome outcome) {
    results.add(new IntentResult(intentId, outcome, "noted as " + outcome));
    return this;
  }

  public Done base(Side side, Base base, @Nullable String digest) {
    bases = bases.with(side, base);
    digests = digests.with(side, digest);
    return this;
  }

  public Done seen(Side side, Settlement.Seen read) {
    seen = seen.with(side, read);
    return this;
  }

  public Done change(LinkChange change) {
    link = change;
    return this;
  }

  public Done said(Instruction instruction) {
    said.add(instruction);
    return this;
  }

  public Done remark(FieldDecision decision) {
    remarks.add(decision);
    return this;
  }

  public Done again() {
    again = true;
    return this;
  }

  public Done unpark() {
    unpark = true;
    return this;
  }

  public Settlement settlement() {
    return new Settlement(
        results, bases, digests, covered, seen, link, said, remarks, again, unpark);
  }
}
