package social.parley.config;

/** The value of one setting, where it comes from, and how it may be shown. */
public record GivenSetting(Setting setting, String value, Source source) {
  private static final String MASK = "********";

  /** Where a value comes from; each wins over those before it. */
  public enum Source {
    DEFAULT,
    FILE,
    ENVIRONMENT
  }

  /** The value without what must stay secret. */
  public String shown() {
    return switch (setting) {
      case SMTP_PASSWORD -> value.isEmpty() ? "" : MASK;
      case DATABASE -> value.replaceFirst("(://[^/@:]*):.*@", "$1:" + MASK + "@");
      default -> value;
    };
  }

  /** No secrets in log lines. */
  @Override
  public String toString() {
    return setting.key() + "=" + shown();
  }
}
