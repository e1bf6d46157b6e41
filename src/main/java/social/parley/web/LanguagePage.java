package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import social.parley.accounts.Accounts;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.words.Dictionary;
import social.parley.words.Words;

/** The languages of the pages, for whoever wants another one. */
public final class LanguagePage implements Endpoints {
  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final ReaderLanguage readers;
  private final Accounts accounts;

  LanguagePage(
      Routing routing, Pages pages, Visitors visitors, ReaderLanguage readers, Accounts accounts) {
    this.routing = routing;
    this.pages = pages;
    this.visitors = visitors;
    this.readers = readers;
    this.accounts = accounts;
  }

  /** What one may choose from, and where one goes on. */
  public record View(List<Words> languages, String back) {}

  /** All languages of the pages. */
  static List<Words> all() {
    return Dictionary.tags().stream().flatMap(tag -> Dictionary.find(tag).stream()).toList();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, "/language", this::show);
    routing.form(routes, "/language", this::choose);
  }

  private void show(Context ctx) {
    String back = LocalPath.checked(Parameters.of(ctx).text("back"), "/");
    pages.show(ctx, Head.of(say("language.title")), "language", new View(all(), back));
  }

  private void choose(Context ctx) {
    Words chosen =
        Dictionary.find(Parameters.of(ctx).text("language", "")).orElseThrow(Refused.NotFound::new);
    readers.choose(ctx, chosen);
    Optional<Visitor> visitor = visitors.find(ctx);
    if (visitor.isPresent()) accounts.saveLocale(visitor.get().account().id(), chosen.tag());
    LocalPath.back(ctx, "/");
  }
}
