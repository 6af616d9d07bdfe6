package io.weft.activities.simulation;

import static io.weft.activities.simulation.Mischief.Kind.CRASH;
import static io.weft.activities.simulation.Mischief.Kind.EDIT;
import static io.weft.activities.simulation.Mischief.Kind.FEED;
import static io.weft.activities.simulation.Mischief.Kind.LATE_COMMIT;
import static io.weft.activities.simulation.Mischief.Kind.LATE_TWIN;
import static io.weft.activities.simulation.Mischief.Kind.LOST_ANSWER;
import static io.weft.activities.simulation.Mischief.Kind.MERGE;
import static io.weft.activities.simulation.Mischief.Kind.OTHER_RUN;
import static io.weft.activities.simulation.Mischief.Kind.REVERT;
import static io.weft.activities.simulation.Mischief.Kind.TERMINATE;
import static io.weft.activities.simulation.Mischief.Kind.TWIN;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The rules of docs/protocol.md, section 2, each broken once. */
final class Mutations {
  private Mutations() {}

  /** One for every row, in the order of the rows; then those of dependants and documents. */
  static List<Mutation> all() {
    return List.of(
        new Mutation(
            1,
            "a confirmed write leaves its bases to the end of the pass",
            List.of("G3"),
            Scenario.ACCOUNT_EDITED,
            EnumSet.of(CRASH, REVERT),
            BaseMutants.Late::new),
        new Mutation(
            2,
            "the base becomes what is read after the write, not what was sent",
            List.of("G4"),
            Scenario.ACCOUNT_EDITED,
            EnumSet.of(EDIT),
            BaseMutants.Reread::new),
        new Mutation(
            3,
            "a write whose answer was lost is taken as never sent",
            List.of("G3", "G6"),
            Scenario.ACCOUNT_EDITED,
            EnumSet.of(LOST_ANSWER, REVERT),
            IntentMutants.Forgotten::new),
        new Mutation(
                4,
                "nobody waits until a write that is on its way has landed or cannot land any more",
                List.of("G3"),
                Scenario.CUSTOMER_EDITED,
                EnumSet.of(LATE_COMMIT),
                IntentMutants.Impatient::new)
            .among(Mutations::unguarded),
        new Mutation(
                5,
                "the value is taken for our write whoever put it there",
                List.of("G3"),
                Scenario.CUSTOMER_EDITED,
                EnumSet.of(LATE_COMMIT, EDIT),
                IntentMutants.Credulous::new)
            .among(Mutations::unguarded)
            .typing("from-d365"),
        new Mutation(
            6,
            "an overtaken attempt goes on storing its old plan and bases",
            List.of("G3", "G5", "G6"),
            Scenario.ACCOUNT_EDITED,
            EnumSet.of(TWIN, LATE_TWIN, EDIT, REVERT, LOST_ANSWER),
            ClaimMutants.Unfenced::new),
        new Mutation(
            7,
            "the loser of a conflict is recorded when the pass settles",
            List.of("G3"),
            Scenario.CONFLICT,
            EnumSet.of(CRASH, LOST_ANSWER),
            IntentMutants.Loserless::new),
        new Mutation(
            8,
            "a server error after the commit is taken for a refusal",
            List.of("G6"),
            Scenario.CUSTOMER_EDITED,
            EnumSet.of(LOST_ANSWER),
            IntentMutants.Refusing::new),
        new Mutation(
                9,
                "success moves the base although the old value stays",
                List.of("G4"),
                Scenario.ACCOUNT_EDITED,
                EnumSet.of(EDIT),
                BaseMutants.Believed::new)
            .among(Mutations::ignoring),
        new Mutation(
            10,
            "a feed row that equals the base is dropped although a pass is at work",
            List.of("G4"),
            Scenario.CUSTOMER_POLLED,
            EnumSet.of(REVERT, FEED),
            HintMutants.Deaf::new),
        new Mutation(
            11,
            "hints that a run was told of are left to that run for ever",
            List.of("G1"),
            Scenario.ACCOUNT_EDITED,
            EnumSet.of(TERMINATE),
            HintMutants.Trusting::new),
        new Mutation(
            12,
            "a hint that one pair has covered is covered for all its pairs",
            List.of("G1", "G4"),
            Scenario.TWO_LEGAL_ENTITIES,
            EnumSet.of(CRASH),
            HintMutants.Sweeping::new),
        new Mutation(
                13,
                "a pass claims its pair and not the two records",
                List.of("G3", "G5"),
                Scenario.TWO_CUSTOMERS_EDITED,
                EnumSet.of(OTHER_RUN),
                ClaimMutants.PairOnly::new)
            .among(Mutations::unguarded),
        new Mutation(
            14,
            "a create without an answer is looked up at once and made anew",
            List.of("G2"),
            Scenario.NEW_ACCOUNT,
            EnumSet.of(LATE_COMMIT),
            IntentMutants.Hasty::new),
        new Mutation(
            15,
            "the record found under a number that we never sent is taken for ours",
            List.of("G2"),
            Scenario.STRANGERS_NUMBER,
            EnumSet.of(CRASH),
            LinkMutants.Adopting::new),
        new Mutation(
            16,
            "a record that is not found is created again although it was merged away",
            List.of("G2"),
            Scenario.NEW_CUSTOMER,
            EnumSet.of(LOST_ANSWER, MERGE),
            LinkMutants.BlindToMerges::new),
        new Mutation(
            17,
            "a link counts only once its new record is there and settled",
            List.of("G2"),
            Scenario.NEW_ACCOUNT,
            EnumSet.of(OTHER_RUN),
            LinkMutants.Unreserved::new),
        new Mutation(
            18,
            "two newcomers of one company do not exclude each other",
            List.of("G2"),
            Scenario.ONE_FIRM_TWICE,
            EnumSet.of(OTHER_RUN),
            LinkMutants.Keyless::new),
        new Mutation(
                19,
                "nobody remembers which value was sent and did not come to stay",
                List.of("G4"),
                Scenario.CUSTOMER_EDITED,
                EnumSet.of(EDIT),
                BaseMutants.Forgetful::new)
            .among(Mutations::reformatting),
        new Mutation(
            14,
            "a create without an answer, numbered by D365, is made anew without a look for it",
            List.of("G2"),
            Scenario.NUMBERED_BY_D365,
            EnumSet.of(LOST_ANSWER),
            IntentMutants.Unreferenced::new),
        new Mutation(
            21,
            "the hints of a record that waits count as seen to",
            List.of("G1"),
            Scenario.ONE_WAITS_FOR_ANOTHER,
            EnumSet.of(CRASH, TERMINATE),
            HintMutants.Confident::new),
        new Mutation(
            24,
            "what got no answer in a batch is not looked at before the next batch is sent",
            List.of("G3"),
            Scenario.LOAD_MAKES_ONE,
            EnumSet.of(LOST_ANSWER, REVERT),
            BulkMutants.Resending::new));
  }

  /** The first mutation of a row. */
  static Mutation of(int row) {
    return all().stream().filter(m -> m.row() == row).findFirst().orElseThrow();
  }

  /** A plain PATCH to Creatio, without the strict mode. */
  private static void unguarded(World world) {
    world.creatio.guards = false;
  }

  private static void ignoring(World world) {
    world.d365.ignoresWrites = true;
  }

  private static void reformatting(World world) {
    world.creatio.form = fields -> rewritten(fields, text -> text.toUpperCase(Locale.ROOT));
    world.d365.form = fields -> rewritten(fields, text -> text.toLowerCase(Locale.ROOT));
  }

  private static Fields rewritten(Fields fields, UnaryOperator<String> form) {
    Fields rewritten = fields;
    for (String name : fields.names()) {
      if (fields.get(name) instanceof Value.Text text) {
        rewritten = rewritten.with(name, new Value.Text(form.apply(text.text())));
      }
    }
    return rewritten;
  }
}
