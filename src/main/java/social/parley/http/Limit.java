package social.parley.http;

import java.time.Duration;

/** So many requests of one kind in a span of time. */
public record Limit(String name, int requests, Duration span) {
  public static final Limit API_ACCOUNT = of("api-account", 1500, 5);
  public static final Limit API_TOKEN = of("api-token", 300, 5);
  public static final Limit API_ADDRESS = of("api-address", 300, 5);
  public static final Limit PAGING_ACCOUNT = of("paging-account", 300, 15);
  public static final Limit PAGING_ADDRESS = of("paging-address", 300, 15);
  public static final Limit SOCKET_ADDRESS = of("socket-address", 600, 5);
  public static final Limit PAGE_ADDRESS = of("page-address", 600, 5);
  public static final Limit MEDIA = of("media", 30, 30);
  public static final Limit DELETE = of("delete", 30, 30);
  public static final Limit POST = of("post", 300, 180);
  public static final Limit REPORT = of("report", 50, 24 * 60);
  public static final Limit TRANSLATE = of("translate", 100, 60);
  public static final Limit AWAY = of("away", 20, 5);
  public static final Limit ARCHIVE = of("archive", 3, 24 * 60);
  public static final Limit IMPORT = of("import", 12, 24 * 60);
  public static final Limit FOLLOW = of("follow", 400, 24 * 60);
  public static final Limit SIGN_UP = of("sign-up", 5, 30);
  public static final Limit LOGIN = of("login", 25, 5);
  public static final Limit APP = of("app", 5, 10);
  public static final Limit INBOX_HOST = of("inbox-host", 30_000, 5);

  private static Limit of(String name, int requests, long minutes) {
    return new Limit(name, requests, Duration.ofMinutes(minutes));
  }
}
