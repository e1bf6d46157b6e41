package social.parley.config;

/** A setting, or the file of settings, that the server cannot start with; the message says why. */
public final class InvalidSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidSetting(Setting setting, String problem) {
    this(setting.key() + " (" + setting.environment() + ") " + problem);
  }

  InvalidSetting(String message) {
    // The operator can cause it, so it is a message and not a trace.
    super(message, null, false, false);
  }
}
