package social.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.Content;
import java.net.URLEncoder;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Look;

/** What stands around every page: the site, what the page says of itself, and who looks at it. */
public final class Frame {
  private final Site site;
  private final Head head;
  private final @Nullable Visitor visitor;
  private final @Nullable PersonView me;
  private final long unread;
  private final long requests;
  private final Look look;
  private final String path;
  private final Way here;
  private final @Nullable String notice;
  private final Supplier<String> tokens;
  private final KeptParts parts;
  private @Nullable String token;
  private byte @Nullable [] proof;
  private @Nullable Way elsewhere;

  Frame(
      Site site,
      Head head,
      @Nullable Visitor visitor,
      @Nullable PersonView me,
      long unread,
      long requests,
      Look look,
      String path,
      @Nullable String notice,
      Supplier<String> tokens,
      KeptParts parts) {
    this.site = site;
    this.head = head;
    this.visitor = visitor;
    this.me = me;
    this.unread = unread;
    this.requests = requests;
    this.look = look;
    this.path = path;
    this.here = Way.of(path);
    this.notice = notice;
    this.tokens = tokens;
    this.parts = parts;
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

  /** How pages look to the visitor. */
  public Look look() {
    return look;
  }

  /** {@code light} or {@code dark}, null for what the system says. */
  public @Nullable String theme() {
    return look.theme() == Look.Theme.SYSTEM ? null : Look.word(look.theme());
  }

  /** How large text is, null for as large as the browser has it. */
  public @Nullable String textSize() {
    return look.size() == Look.TextSize.NORMAL ? null : Look.word(look.size());
  }

  /** The community's own style sheet; none where it is mended or switched off. */
  public @Nullable String ownStyle() {
    boolean mending =
        path.startsWith("/admin/appearance") || path.startsWith("/settings/appearance");
    return look.unstyled() || mending ? null : site.ownStyle();
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

  private byte[] proof() {
    byte[] made = proof;
    if (made == null) proof = made = html(csrf());
    return made;
  }

  /** A place to which forms lead back, for their fields and for the queries of links. */
  private record Way(String path, byte[] html, byte[] query) {
    static Way of(String path) {
      return new Way(path, Frame.html(path), Frame.html(URLEncoder.encode(path, UTF_8)));
    }
  }

  /** Made once for all posts of a list. */
  private Way way(@Nullable String back) {
    if (back == null) return here;
    Way known = elsewhere;
    if (known == null || !known.path.equals(back)) elsewhere = known = Way.of(back);
    return known;
  }

  private static byte[] html(String text) {
    return Html.escape(text).getBytes(UTF_8);
  }

  /** What the forms of posts are to know. */
  public Forms forms(String back) {
    return new Forms(
        isSignedIn(), new Text(csrf()), new Text(back), new Text(URLEncoder.encode(back, UTF_8)));
  }

  /** A post; {@code back} is where its forms lead, if that is not here. */
  public Content article(
      PostView post, boolean main, boolean pinned, boolean inThread, @Nullable String back) {
    Way way = way(back);
    return parts
        .article(post, main, pinned, inThread, isSignedIn())
        .filled(hole ->
            switch (hole) {
              case BACK -> way.html;
              case BACK_QUERY -> way.query;
              default -> proof();
            });
  }

  /** The form in which posts are written. */
  public Content composer(ComposerView composer, boolean inline, boolean focus) {
    ComposerView.Names names = composer.names();
    return parts
        .composer(composer, Objects.requireNonNull(me).avatar(), inline, focus)
        .filled(hole ->
            switch (hole) {
              case CSRF -> proof();
              case BACK -> here.html;
              case BACK_QUERY -> here.query;
              case KEY -> html(names.key());
              case DRAFT -> html(names.draft());
            });
  }

  /** The places of the navigation. */
  public Content places() {
    return parts
        .places(
            head.nav(),
            me == null ? "" : me.href(),
            visitor != null && visitor.isModerator(),
            unread + requests)
        .filled(_ -> here.html);
  }

  /** What stands below every page. */
  public Content colophon() {
    return parts.colophon(site, isSignedIn()).filled(_ -> here.query);
  }

  /** What scripts say. */
  public Content words() {
    return parts.words(isSignedIn()).filled(_ -> here.html);
  }
}
