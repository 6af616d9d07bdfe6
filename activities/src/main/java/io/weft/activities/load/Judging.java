package io.weft.activities.load;

import io.weft.activities.load.Faces.Face;
import io.weft.activities.store.DecisionStore.Decision;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadRecordStore.Finding;
import io.weft.activities.store.LoadRecordStore.Grade;
import io.weft.activities.store.LoadVerdict;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds for each customer the accounts that are or may be the same. What people decided goes before
 * all likeness: two that were parted are never proposed again, and of two that were put together
 * neither is proposed to anybody else.
 */
final class Judging implements Stage.Step {
  private final LoadStores stores;
  private final Subject subject;
  private final Faces faces;

  Judging(LoadStores stores, Subject subject, Faces faces) {
    this.stores = stores;
    this.subject = subject;
    this.faces = faces;
  }

  @Override
  public void take(LoadPlace place, LoadMove move) {
    Pages.Near page = new Pages(stores, subject).near(Side.D365, place, faces);
    Neighbourhood around = Neighbourhood.of(stores, subject, faces, page.faces(), Side.CREATIO);
    List<Finding> findings = new ArrayList<>();
    for (List<Face> portion : around.portions()) {
      Neighbours neighbours = around.of(portion);
      Decisions decisions = decisions(portion, neighbours);
      portion.forEach(customer -> findings.addAll(findings(customer, neighbours, decisions)));
    }
    stores.records().judge(page.end(move), Side.D365, List.of(), findings);
  }

  private Decisions decisions(List<Face> customers, Neighbours neighbours) {
    List<String> keys = customers.stream().map(one -> one.record().record().key()).toList();
    Set<String> accounts = new LinkedHashSet<>();
    neighbours.all().forEach(account -> accounts.add(account.record().record().key()));
    return new Decisions(
        stores.decisions().of(subject.name(), subject.legalEntity(), accounts, keys));
  }

  private List<Finding> findings(Face face, Neighbours neighbours, Decisions decisions) {
    LoadRecord customer = face.record();
    Optional<Finding> decided = decided(customer, decisions);
    if (decided.isPresent()) {
      return List.of(decided.get());
    }
    List<Finding> found = new ArrayList<>();
    for (Face neighbour : neighbours.of(face)) {
      LoadRecord account = neighbour.record();
      if (isOpen(customer, account) && !decisions.part(account, customer)) {
        face.compare(neighbour)
            .filter(alike -> isWorthIt(alike, customer, account))
            .map(alike -> finding(customer, account, alike))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> decided(LoadRecord customer, Decisions decisions) {
    Optional<Decision> accepted = decisions.accepted(customer);
    if (accepted.isEmpty() || customer.verdict() == LoadVerdict.LINKED) {
      return Optional.empty();
    }
    String key = accepted.get().creatioKey();
    LoadRecord account =
        stores.records().named(subject.load(), Side.CREATIO, List.of(key)).get(key);
    return account == null
        ? Optional.empty()
        : Optional.of(
            new Finding(
                customer.sequence(),
                account.sequence(),
                Grade.DECIDED,
                Decisions.KIND,
                100,
                Decisions.proof(accepted.get()).text()));
  }

  /** Whether anything may come of the two: not if both have a partner, or neither is ours. */
  private static boolean isOpen(LoadRecord customer, LoadRecord account) {
    return account.verdict().isOpen() || customer.verdict().isOpen();
  }

  /** Little is nothing where one of them is linked already. */
  private static boolean isWorthIt(Likeness.Alike alike, LoadRecord customer, LoadRecord account) {
    boolean linked =
        customer.verdict() == LoadVerdict.LINKED || account.verdict() == LoadVerdict.LINKED;
    return !linked || alike.grade() != Grade.FAINT;
  }

  private static Finding finding(LoadRecord customer, LoadRecord account, Likeness.Alike alike) {
    Proof proof = alike.proof();
    boolean both = customer.verdict().isOpen() && account.verdict().isOpen();
    if (!account.verdict().isOpen()) {
      proof = proof.but(Words.the(account.record()) + " " + Words.whyNot(account));
    }
    if (!customer.verdict().isOpen()) {
      proof = proof.but(Words.the(customer.record()) + " " + Words.whyNot(customer));
    }
    return new Finding(
        customer.sequence(),
        account.sequence(),
        both ? alike.grade() : Grade.DOUBTFUL,
        alike.basis(),
        alike.score(),
        proof.text());
  }
}
