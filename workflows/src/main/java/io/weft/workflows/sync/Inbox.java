package io.weft.workflows.sync;

import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Instruction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was said to a workflow and not yet acted upon. Hints only say "look again", so any number of
 * them is one flag; instructions are kept in the order in which they came. Handlers do nothing but
 * note; the workflow method alone works.
 */
public final class Inbox implements RecordSignals {
  private final Deque<Instruction> instructions = new ArrayDeque<>();
  private boolean hinted;

  Inbox(boolean hinted, List<Instruction> instructions) {
    this.hinted = hinted;
    this.instructions.addAll(instructions);
  }

  @Override
  public void changed(Hint hint) {
    hinted = true;
  }

  @Override
  public void retry(Instruction.Retry retry) {
    instructions.add(retry);
  }

  @Override
  public void amend(Instruction.Amend amend) {
    instructions.add(amend);
  }

  @Override
  public void link(Instruction.Link link) {
    instructions.add(link);
  }

  @Override
  public void discard(Instruction.Discard discard) {
    instructions.add(discard);
  }

  @Override
  public void choose(Instruction.Choose choose) {
    instructions.add(choose);
  }

  /** Whether anything was said that nobody has acted upon. */
  boolean hasWork() {
    return hinted || !instructions.isEmpty();
  }

  /** Whether a look is due. */
  boolean hinted() {
    return hinted;
  }

  /** Asks for another look, as a hint would. */
  void lookAgain() {
    hinted = true;
  }

  /**
   * Hands out the instructions and clears the hint. To be called before a pass, never after it, so
   * that what is said during the pass causes another.
   */
  List<Instruction> take() {
    hinted = false;
    List<Instruction> taken = List.copyOf(instructions);
    instructions.clear();
    return taken;
  }
}
