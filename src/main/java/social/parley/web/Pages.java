package social.parley.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Look;
import social.parley.core.ActorId;
import social.parley.follows.Follows;
import social.parley.http.AnswerBody;
import social.parley.http.Answers;
import social.parley.http.Cookies;
import social.parley.http.Csrf;
import social.parley.words.Words;

/** Renders templates into the frame of the site. */
final class Pages {
  /** The cookie of how pages look to those who are not logged in. */
  static final String LOOK = "parley_look";

  private static final String NOTICE = "parley_notice";
  private static final String SENT = "parley_sent";
  private static final Pattern SENT_FORM = Pattern.compile("[0-9a-z-]{1,64}");
  private static final Pattern SENT_FORMS =
      Pattern.compile("[0-9a-z-]{1,64}(_[0-9a-z-]{1,64}){0,8}");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "social.parley.web.templates");

  private final KeptParts kept = new KeptParts(templates);
  private final Sites sites;
  private final Visitors visitors;
  private final People people;
  private final Csrf csrf;
  private final Cookies cookies;
  private final Unread unread;
  private final Follows follows;
  private final ReaderLanguage readers;

  Pages(
      Sites sites,
      Visitors visitors,
      People people,
      Csrf csrf,
      Cookies cookies,
      Unread unread,
      Follows follows,
      ReaderLanguage readers) {
    this.sites = sites;
    this.visitors = visitors;
    this.people = people;
    this.csrf = csrf;
    this.cookies = cookies;
    this.unread = unread;
    this.follows = follows;
    this.readers = readers;
  }

  Site site() {
    return sites.now();
  }

  /** Answers with a page; its template takes {@code frame} and {@code view}. */
  void show(Context ctx, Head head, String template, Object view) {
    Map<String, Object> model = new HashMap<>();
    model.put("frame", frame(ctx, head));
    model.put("view", view);
    write(ctx, "page/" + template, model);
  }

  /**
   * Answers with a page that has nothing around it and is the same for everybody whose browser asks
   * for the same language.
   */
  void bare(Context ctx, String template, Supplier<Object> view) {
    readers
        .ofStranger(ctx)
        .during(() -> write(ctx, "page/" + template, Map.of("site", site(), "view", view.get())));
  }

  /** The language that this person is answered in. */
  Words words(Context ctx) {
    return readers.of(ctx);
  }

  /** Answers with a page that needs nothing but its frame. */
  void show(Context ctx, Head head, String template) {
    write(ctx, "page/" + template, Map.of("frame", frame(ctx, head)));
  }

  /** Answers with a piece of a page, for scripts that put it in place. */
  void part(Context ctx, String template, String name, Object view) {
    part(ctx, template, Map.of(name, view));
  }

  /** A piece of a post with forms that lead back there. */
  void part(Context ctx, String template, String back, Map<String, Object> more) {
    Map<String, Object> model = new HashMap<>(more);
    model.put("forms", frame(ctx, Head.of("")).forms(back));
    write(ctx, "part/" + template, model);
  }

  void part(Context ctx, String template, Map<String, Object> more) {
    Map<String, Object> model = new HashMap<>(more);
    model.put("frame", frame(ctx, Head.of("")));
    write(ctx, "part/" + template, model);
  }

  private void write(Context ctx, String template, Map<String, Object> model) {
    try (AnswerBody body = AnswerBody.take()) {
      PageOutput output = PageOutput.sent(body);
      templates.render(template + ".jte", model, output);
      output.checkWhole();
      ctx.res().addHeader("Vary", "Cookie, HX-Request, Accept-Language");
      if (ctx.res().getHeader("Cache-Control") == null)
        ctx.header("Cache-Control", "private, no-cache");
      ctx.contentType("text/html; charset=utf-8");
      Answers.send(ctx, body);
    }
  }

  /** Tells the person something on the next page. */
  void notice(Context ctx, Notice notice) {
    cookies.set(ctx, NOTICE, notice.name(), Duration.ofMinutes(1));
  }

  /**
   * Tells the scripts of the next page that has any which form is sent, so that they forget what
   * they kept of it.
   */
  void sent(Context ctx, String form) {
    if (!SENT_FORM.matcher(form).matches()) return;
    String before = cookies.get(ctx, SENT);
    String all =
        before == null || !SENT_FORMS.matcher(before).matches() ? form : before + "_" + form;
    cookies.show(ctx, SENT, all, Duration.ofDays(7));
  }

  private Frame frame(Context ctx, Head head) {
    Visitor visitor = visitors.find(ctx).orElse(null);
    ActorId me = visitor == null ? null : visitor.id();
    boolean whole = !LocalPath.isPartial(ctx);
    return new Frame(
        site(),
        head,
        visitor,
        visitor == null ? null : people.of(visitor.actor()),
        me == null || !whole ? 0 : unread.of(me),
        visitor == null || !whole || !visitor.actor().locked()
            ? 0
            : follows.requestCount(visitor.id()),
        look(ctx, visitor),
        LocalPath.of(ctx),
        whole ? takeNotice(ctx) : null,
        () -> csrf.token(ctx),
        kept);
  }

  /** How pages are to look: as the account says, or the browser of somebody without one. */
  Look look(Context ctx, @Nullable Visitor visitor) {
    if (visitor != null) return visitor.account().preferences().look();
    String chosen = cookies.get(ctx, LOOK);
    return chosen == null ? Look.DEFAULT : Look.of(chosen);
  }

  private @Nullable String takeNotice(Context ctx) {
    String name = cookies.get(ctx, NOTICE);
    if (name == null || name.isEmpty()) return null;
    cookies.clear(ctx, NOTICE);
    return Notice.named(name);
  }
}
