package social.parley.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.http.Cookies;
import social.parley.words.Dictionary;
import social.parley.words.Words;

/**
 * In which language somebody is answered: the one of their account, the one chosen in this browser,
 * the first that the browser asks for, or the one of this server.
 */
final class ReaderLanguage {
  private static final String COOKIE = "parley_language";
  private static final Duration LONG = Duration.ofDays(365);

  private final Visitors visitors;
  private final Cookies cookies;
  private final List<String> own;

  ReaderLanguage(Visitors visitors, Cookies cookies, List<String> own) {
    this.visitors = visitors;
    this.cookies = cookies;
    this.own = own;
  }

  Words of(Context ctx) {
    return visitors
        .find(ctx)
        .flatMap(visitor -> Dictionary.find(visitor.account().locale()))
        .or(() -> chosen(ctx))
        .orElseGet(() -> ofStranger(ctx));
  }

  /** What is the same for everybody whose browser asks for the same language. */
  Words ofStranger(Context ctx) {
    return Dictionary.accepted(ctx.header("Accept-Language"))
        .or(this::servers)
        .orElseGet(Dictionary::english);
  }

  /** Remembers a language in this browser. */
  void choose(Context ctx, Words words) {
    cookies.set(ctx, COOKIE, words.tag(), LONG);
  }

  private Optional<Words> chosen(Context ctx) {
    @Nullable String tag = cookies.get(ctx, COOKIE);
    return tag == null || tag.isEmpty() ? Optional.empty() : Dictionary.find(tag);
  }

  private Optional<Words> servers() {
    return own.stream().flatMap(tag -> Dictionary.find(tag).stream()).findFirst();
  }
}
