package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Intent;
import social.parley.actors.RemoteActors;
import social.parley.core.Choice;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.http.Cookies;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.posts.Post;
import social.parley.search.Finder;
import social.parley.search.Finder.Asked;

/** Leads visitors from elsewhere to their own server, and our people here from everywhere. */
public final class AwayPage implements Endpoints {
  private static final String PATH = "/away";
  private static final String HOME = "parley_home";
  private static final Duration REMEMBERED = Duration.ofDays(365);
  private static final int LONGEST = 2000;

  private final PageParts parts;
  private final RemoteActors remote;
  private final Finder finder;
  private final Cookies cookies;

  AwayPage(PageParts parts, RemoteActors remote, Finder finder, Cookies cookies) {
    this.parts = parts;
    this.remote = remote;
    this.finder = finder;
    this.cookies = cookies;
  }

  /**
   * What is to be done with what, whose server is asked, and where it goes on once that is known.
   */
  public record View(
      Intent intent,
      String object,
      String handle,
      @Nullable String next,
      @Nullable String problem) {
    /** Where it is done by those who have an account here. */
    public String here() {
      return SignInPage.href(
          "/authorize_interaction?deed="
              + intent.name().toLowerCase(Locale.ROOT)
              + "&uri="
              + URLEncoder.encode(object, StandardCharsets.UTF_8));
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.page(routes, PATH, this::ask);
    routing.form(routes, PATH, this::find);
    routing.memberPage(routes, "/authorize_interaction", this::arrive);
  }

  /** The address under which something is done with an object from another server. */
  static String href(Intent intent, String object) {
    return PATH
        + "?deed="
        + intent.name().toLowerCase(Locale.ROOT)
        + "&uri="
        + URLEncoder.encode(object, StandardCharsets.UTF_8);
  }

  private static Intent intent(Parameters given) {
    return Choice.of(Intent.class, given.text("deed", "")).orElse(Intent.FOLLOW);
  }

  private static String object(Parameters given) {
    String object = given.text("uri", "").strip();
    return object.length() > LONGEST ? "" : object;
  }

  private void ask(Context ctx) {
    Parameters given = Parameters.of(ctx);
    show(ctx, new View(intent(given), object(given), remembered(ctx), null, null));
  }

  private void show(Context ctx, View view) {
    if (view.problem() != null) ctx.status(422);
    parts.pages().show(ctx, Head.of(say("away.title")).hidden(true), "away", view);
  }

  private String remembered(Context ctx) {
    String kept = cookies.get(ctx, HOME);
    if (kept == null || kept.isEmpty() || kept.length() > LONGEST) return "";
    try {
      String text = new String(Base64.getUrlDecoder().decode(kept), StandardCharsets.UTF_8);
      return Handle.parse(text).map(Handle::toString).orElse("");
    } catch (IllegalArgumentException broken) {
      return "";
    }
  }

  private void find(Context ctx) {
    parts.routing().limit(ctx, Limit.AWAY);
    Parameters given = Parameters.of(ctx);
    Intent intent = intent(given);
    String object = object(given);
    String typed = given.text("handle", "").strip();
    Optional<Handle> handle = Handle.parse(typed.startsWith("@") ? typed.substring(1) : typed);
    if (handle.isEmpty()) {
      show(ctx, new View(intent, object, typed, null, say("away.wrong")));
      return;
    }
    Optional<Iri> next = remote.page(handle.get(), intent, object);
    if (next.isPresent())
      cookies.set(
          ctx,
          HOME,
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(handle.get().toString().getBytes(StandardCharsets.UTF_8)),
          REMEMBERED);
    show(
        ctx,
        new View(
            intent,
            object,
            handle.get().toString(),
            next.map(Iri::value).orElse(null),
            next.isPresent() ? null : say("away.unknown")));
  }

  /** Somebody of ours comes back with something: a person, or a post to answer or to look at. */
  private void arrive(Context ctx, Visitor me) {
    Parameters given = Parameters.of(ctx);
    String object = object(given);
    boolean reply = intent(given) == Intent.REPLY;
    if (object.isEmpty()) {
      String text = given.text("text", "");
      LocalPath.go(
          ctx,
          "/compose?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
      return;
    }
    String typed = object.startsWith("acct:") ? object.substring("acct:".length()) : object;
    Asked asked = new Asked(me.id(), typed, true, 0, 1);
    Optional<Actor> person = finder.exact(asked);
    List<Post> posts = person.isEmpty() ? finder.named(asked, true) : List.of();
    if (person.isPresent()) LocalPath.go(ctx, "/@" + person.get().acct());
    else if (posts.isEmpty())
      LocalPath.go(ctx, "/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    else if (reply) LocalPath.go(ctx, "/compose?in_reply_to=" + posts.getFirst().id());
    else LocalPath.go(ctx, parts.views().of(me, posts.getFirst()).href());
  }
}
