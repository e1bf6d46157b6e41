package social.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.config.InvalidSetting;
import social.parley.core.Refused;

/** Words for what went wrong: one line for what people can cause, a stack trace for a fault. */
final class Problems {
  private Problems() {}

  /** Prints why a command failed and gives its exit code. */
  static int explain(Throwable problem, Shell shell) {
    PrintWriter err = shell.err();
    Optional<String> sentence = sentence(problem);
    if (sentence.isPresent()) {
      err.println("parley: " + sentence.get());
    } else {
      err.println("parley: this is a fault in Parley; please report it with these lines");
      problem.printStackTrace(err);
    }
    err.flush();
    return Commands.FAILED;
  }

  static boolean isExpected(Throwable problem) {
    return sentence(problem).isPresent();
  }

  /** The outermost cause that people understand; a taken port hides behind another one. */
  private static Optional<String> sentence(Throwable problem) {
    for (Throwable each = problem; each != null; each = each.getCause())
      if (each instanceof BindException) return Optional.of(taken(problem));
    for (Throwable each = problem; each != null; each = each.getCause()) {
      Optional<String> known = known(each);
      if (known.isPresent()) return known;
    }
    return Optional.empty();
  }

  private static Optional<String> known(Throwable problem) {
    return switch (problem) {
      case Refused.Invalid invalid -> Optional.of(fields(invalid));
      case Refused refused -> Optional.of(refused.reason());
      case InvalidSetting invalid -> Optional.of(message(invalid));
      case NoSuchFileException missing -> Optional.of("there is no file " + missing.getMessage());
      case FileAlreadyExistsException there -> Optional.of(there.getMessage() + " exists already");
      case IOException broken -> Optional.of(message(broken));
      case UncheckedIOException _ -> Optional.empty();
      case SQLException broken -> Optional.of("the database says: " + message(broken));
      default -> Optional.empty();
    };
  }

  private static String taken(Throwable problem) {
    Throwable named = problem;
    while (!(named instanceof IOException) && named.getCause() != null) named = named.getCause();
    return message(named) + ": is another server running there?";
  }

  private static String fields(Refused.Invalid invalid) {
    return invalid.problems().stream()
        .map(problem -> problem.field() + " " + problem.reason())
        .collect(Collectors.joining("; "));
  }

  private static String message(Throwable problem) {
    @Nullable String message = problem.getMessage();
    if (message == null || message.isBlank()) return problem.getClass().getSimpleName();
    return message.strip().lines().collect(Collectors.joining(" "));
  }
}
