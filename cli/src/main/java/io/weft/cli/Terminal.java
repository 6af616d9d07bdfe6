package io.weft.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** The person at the keyboard, if there is one. */
public interface Terminal {
  /** Nobody is there: a script. */
  Terminal NOBODY = () -> null;

  /** The next line that is typed; null at the end of the input, and where nobody is there. */
  @Nullable String readLine();

  /** Whether a question can be put. */
  default boolean isInteractive() {
    return this != NOBODY;
  }

  /** The terminal of this process, or {@link #NOBODY} if in- or output go elsewhere. */
  @SuppressWarnings("SystemConsoleNull") // null up to Java 21; later the console itself is asked
  static Terminal ofProcess() {
    Console console = System.console();
    return console == null || !isTerminal(console) ? NOBODY : console::readLine;
  }

  /** From Java 22 on a console is there even without a terminal, and has a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
