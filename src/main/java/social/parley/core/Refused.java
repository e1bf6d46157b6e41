package social.parley.core;

import java.time.Duration;
import java.util.List;

/**
 * A "no" that the person who asked may read; each surface maps it to its own protocol in one place.
 */
public abstract sealed class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Refused(String reason) {
    // No stack trace: a refusal is an answer that strangers can cause at will, not a fault.
    super(reason, null, false, false);
  }

  /** The sentence shown to the person. */
  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /** There is no such thing, or whoever asks may not know of it. */
  public static final class NotFound extends Refused {
    private static final long serialVersionUID = 1L;

    public NotFound() {
      this("Record not found");
    }

    public NotFound(String reason) {
      super(reason);
    }
  }

  /** It exists, but not for whoever asks. */
  public static final class Forbidden extends Refused {
    private static final long serialVersionUID = 1L;

    public Forbidden(String reason) {
      super(reason);
    }
  }

  /** Who asks must first say who they are. */
  public static final class Unauthorized extends Refused {
    private static final long serialVersionUID = 1L;

    public Unauthorized(String reason) {
      super(reason);
    }
  }

  /** One field that is wrong: a code from Mastodon's list of ERR_ names, and why. */
  public record Problem(String field, String code, String reason) {}

  /** The input is wrong: which fields, and why. */
  public static final class Invalid extends Refused {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    public Invalid(String field, String reason) {
      this(field, "ERR_INVALID", reason);
    }

    public Invalid(String field, String code, String reason) {
      this(List.of(new Problem(field, code, reason)));
    }

    /** Several at once, at least one. */
    public Invalid(List<Problem> problems) {
      super(problems.getFirst().reason());
      this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
      return problems;
    }

    public String field() {
      return problems.getFirst().field();
    }

    public String code() {
      return problems.getFirst().code();
    }
  }

  /** It would reach people who were not meant. */
  public static final class Unexpected extends Refused {
    private static final long serialVersionUID = 1L;
    private final transient List<ActorId> people;

    public Unexpected(List<ActorId> people) {
      super("Post would be sent to unexpected accounts");
      this.people = List.copyOf(people);
    }

    public List<ActorId> people() {
      return people;
    }
  }

  /** It contradicts what is there already. */
  public static final class Conflict extends Refused {
    private static final long serialVersionUID = 1L;

    public Conflict(String reason) {
      super(reason);
    }
  }

  /** Too often; may be tried again after a while. */
  public static final class TooMany extends Refused {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public TooMany(Duration retryAfter) {
      super("Too many requests");
      this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** It was here and has been deleted for good. */
  public static final class Gone extends Refused {
    private static final long serialVersionUID = 1L;

    public Gone() {
      super("This has been deleted");
    }
  }

  /** Another server that is needed for the answer cannot be reached just now. */
  public static final class Unavailable extends Refused {
    private static final long serialVersionUID = 1L;

    public Unavailable(String reason) {
      super(reason);
    }
  }

  /** Known, but this server does not do it. */
  public static final class NotSupported extends Refused {
    private static final long serialVersionUID = 1L;

    public NotSupported(String reason) {
      super(reason);
    }
  }
}
