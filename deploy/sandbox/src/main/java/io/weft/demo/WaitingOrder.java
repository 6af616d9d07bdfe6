package io.weft.demo;

import io.weft.stage.Await;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order is confirmed while its customer is held up; it says so, and goes on by itself. */
final class WaitingOrder implements Step {
  private static final Duration ANSWER = Duration.ofSeconds(20);

  @Override
  public String title() {
    return "An order waits for its customer, and goes on by itself";
  }

  @Override
  public void play(Scene scene) {
    String account = scene.users().newAccount(Sale.SALES, company(scene));
    String order = Sale.enter(scene, account, Map.of(), List.of(new Sale.Line("D0003", 1, "499")));
    Sale.confirm(scene, order);
    scene.screen().say("Ana Ruiz confirms an order of a company whose group D365 does not have.");
    waits(scene, order, account);
    scene.users().editAccount(Sale.SALES, account, Map.of("UsrCustomerGroup", "10"));
    scene.screen().say("She corrects the group on the account, and leaves the order alone.");
    Sale sale = Sale.placed(scene, order);
    Scene.Linked customer = scene.linked(account);
    Scene.require(
        Shown.text(sale.inD365(scene), "OrderingCustomerAccountNumber").equals(customer.customer()),
        "the sales order is another customer's");
    Await.until(Scene.PATIENCE, "nobody waiting", () -> waiting(scene).objects().isEmpty());
    scene
        .screen()
        .seen(
            "Customer %s was made, and the order went on: sales order %s."
                .formatted(customer.customer(), sale.number()));
    scene.screen().compare(Shown.order(scene, sale));
  }

  private static Map<String, @Nullable Object> company(Scene scene) {
    Map<String, @Nullable Object> columns =
        new LinkedHashMap<>(scene.company("Quillfeather Press LLC", "91-4400008"));
    columns.put("UsrCustomerGroup", "77");
    return columns;
  }

  private static void waits(Scene scene, String order, String account) {
    Answer.WaitingLine line =
        Await.seen(Scene.PATIENCE, "the order waiting", () -> line(scene, order));
    Scene.require(
        line.waitsFor().contains(account), "the order waits for " + line.waitsFor() + " instead");
    scene.screen().say("Waiting: " + line.example());
    scene.screen().say("    for: " + line.waitsFor());
    Answer.HeldUp held =
        Await.seen(Scene.PATIENCE, "what holds the order up", () -> heldUp(scene, account));
    scene.screen().say("because: " + held.because());
    String shown =
        Await.seen(Scene.PATIENCE, "the order saying that it waits", () -> shown(scene, order));
    scene.screen().say("on the order itself: " + shown);
  }

  /** What sales people see. */
  private static Optional<String> shown(Scene scene, String order) {
    return scene
        .users()
        .inCreatio("Order", order)
        .map(row -> row.path("UsrD365SyncStatus").asText(""))
        .filter(state -> state.equals("Waiting"));
  }

  private static Optional<Answer.WaitingLine> line(Scene scene, String order) {
    return waiting(scene).objects().stream()
        .filter(line -> line.example().contains(order))
        .findFirst();
  }

  private static Optional<Answer.HeldUp> heldUp(Scene scene, String account) {
    return waiting(scene).heldUp().stream()
        .filter(held -> held.blocker().contains(account))
        .findFirst();
  }

  private static Answer.Waiting waiting(Scene scene) {
    return scene.desk().ask(new Question.Status(), Answer.StatusReport.class, ANSWER).waiting();
  }
}
