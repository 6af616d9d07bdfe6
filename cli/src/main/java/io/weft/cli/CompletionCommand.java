package io.weft.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script that completes our commands on the Tab key; one script serves both shells. */
@Command(
    name = "completion",
    description = "Prints a completion script for bash or zsh.",
    footer = {
      "%nOnce, for bash:  source <(weft completion bash)",
      "For every shell: weft completion bash > ~/.local/share/bash-completion/completions/weft",
      "For zsh, in ~/.zshrc: source <(weft completion zsh)"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  Shell shell = Shell.bash;

  CompletionCommand(Session session) {
    this.session = session;
  }

  /** Lower case, because people type these words. */
  enum Shell {
    bash,
    zsh
  }

  @Override
  public Integer call() {
    String script = AutoComplete.bash("weft", spec.root().commandLine());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("shell", shell.name());
    json.put("script", script);
    session.show(json, () -> session.output().raw(script));
    return ExitCodes.DONE;
  }
}
