package social.parley.core;

/** What a thread is in the middle of. */
public final class Scope {
  /** The id of the request or job being served, for log lines. */
  public static final ScopedValue<String> REQUEST = ScopedValue.newInstance();

  /** Bound while a write transaction is open; whoever would use the network must refuse then. */
  public static final ScopedValue<Boolean> WRITING = ScopedValue.newInstance();

  private Scope() {}
}
