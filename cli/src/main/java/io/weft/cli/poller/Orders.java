package io.weft.cli.poller;

import io.weft.cli.Confirmation;
import io.weft.cli.ExitCodes;
import io.weft.cli.Order;
import io.weft.cli.Session;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Desk.SweepVerb;
import io.weft.workflows.desk.Question;
import io.weft.workflows.desk.Told;
import io.weft.workflows.poll.PollOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;

/** Tells pollers to pause, go on or read everything again. Named ones need no worker for it. */
final class Orders {
  @Mixin final Targets targets = new Targets();
  @Mixin final Order order = new Order();
  @Mixin final Confirmation confirmation = new Confirmation();

  int tell(Session session, SweepVerb verb) {
    order.check();
    List<Target> chosen = targets.chosen(session);
    if (targets.isAll() && !order.isDryRun() && !confirmed(session, verb, chosen)) {
      return ExitCodes.FAILED;
    }
    List<OrderReport.Line> lines = new ArrayList<>();
    for (Target target : chosen) {
      lines.add(new OrderReport.Line(target.scope(), tell(session, verb, target)));
    }
    return new OrderReport(word(verb), order, lines).show(session);
  }

  /** Has one object's feeds read again, everywhere or in the legal entities named. */
  int forget(Session session, String object) {
    order.check();
    List<OrderReport.Line> lines = new ArrayList<>();
    for (String scope : scopes(object)) {
      if (!order.isDryRun()) {
        Question.Reset reset = new Question.Reset(scope, order.who(), order.why());
        session.ask(reset, Answer.Done.class);
      }
      OrderReport.Result result =
          order.isDryRun() ? OrderReport.Result.WOULD_BE_DONE : OrderReport.Result.DONE;
      lines.add(new OrderReport.Line(scope, result));
    }
    return new OrderReport(word(SweepVerb.RESET), order, lines).show(session);
  }

  /** Feeds are called after where they look and what for: {@code usmf/contact/scan}. */
  private List<String> scopes(String object) {
    return targets.isAll()
        ? List.of(object)
        : targets.named().stream().map(target -> target.feeds() + "/" + object + "/").toList();
  }

  private boolean confirmed(Session session, SweepVerb verb, List<Target> chosen) {
    String all = chosen.stream().map(Target::scope).collect(Collectors.joining(", "));
    String title = word(verb).substring(0, 1).toUpperCase(Locale.ROOT) + word(verb).substring(1);
    return confirmation.isGiven(session, title + " all " + chosen.size() + " (" + all + ")?");
  }

  private OrderReport.Result tell(Session session, SweepVerb verb, Target target) {
    if (order.isDryRun()) {
      boolean possible = verb == SweepVerb.RESET || Targets.isOpen(session, target);
      return possible ? OrderReport.Result.WOULD_BE_DONE : OrderReport.Result.NOT_RUNNING;
    }
    PollOrder poll = new PollOrder(order.who(), order.why());
    if (target.tell(session.desk(), verb, poll) == Told.DELIVERED) {
      return OrderReport.Result.DONE;
    }
    return verb == SweepVerb.RESET ? forget(session, target) : OrderReport.Result.NOT_RUNNING;
  }

  /** Where no poller runs a worker forgets for it, so that the next start reads everything. */
  private OrderReport.Result forget(Session session, Target target) {
    session.ask(new Question.Reset(target.scope(), order.who(), order.why()), Answer.Done.class);
    return OrderReport.Result.DONE;
  }

  private static String word(SweepVerb verb) {
    return verb.name().toLowerCase(Locale.ROOT);
  }
}
