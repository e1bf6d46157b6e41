package social.parley.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stands around every page: the site, what the page says of itself, and who looks at it. */
public final class Frame {
  private final Site site;
  private final Head head;
  private final @Nullable Visitor visitor;
  private final @Nullable PersonView me;
  private final long unread;
  private final long requests;
  private final String theme;
  private final String path;
  private final @Nullable String notice;
  private final Supplier<String> tokens;
  private @Nullable String token;

  Frame(
      Site site,
      Head head,
      @Nullable Visitor visitor,
      @Nullable PersonView me,
      long unread,
      long requests,
      String theme,
      String path,
      @Nullable String notice,
      Supplier<String> tokens) {
    this.site = site;
    this.head = head;
    this.visitor = visitor;
    this.me = me;
    this.unread = unread;
    this.requests = requests;
    this.theme = theme;
    this.path = path;
    this.notice = notice;
    this.tokens = tokens;
  }

  public Site site() {
    return site;
  }

  public Head head() {
    return head;
  }

  public @Nullable Visitor visitor() {
    return visitor;
  }

  /** The visitor as others see them. */
  public @Nullable PersonView me() {
    return me;
  }

  public boolean isSignedIn() {
    return visitor != null;
  }

  /** How many notifications have not been seen. */
  public long unread() {
    return unread;
  }

  /** How many people wait to be let in as followers. */
  public long requests() {
    return requests;
  }

  /** {@code light}, {@code dark}, or empty for what the system says. */
  public String theme() {
    return theme;
  }

  /** Where the visitor is, for forms that come back here. */
  public String path() {
    return path;
  }

  /** Where the visitor logs in, to be led back here. */
  public String signIn() {
    return SignInPage.href(path);
  }

  /** Something to tell once, after a form. */
  public @Nullable String notice() {
    return notice;
  }

  /** The proof that a form is ours; made when the first form asks, so that others set no cookie. */
  public String csrf() {
    String made = token;
    if (made == null) token = made = tokens.get();
    return made;
  }
}
