package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Cursor;
import social.parley.core.Refused;
import social.parley.follows.Blocks;
import social.parley.follows.HiddenDomains;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;

/** Whom a person has blocked or muted, and which servers they have hidden. */
public final class HiddenPeoplePage implements Endpoints {
  private static final int MOST = 200;
  private static final String PATH = "/settings/people";

  private final PageParts parts;
  private final Blocks blocks;
  private final HiddenDomains domains;

  HiddenPeoplePage(PageParts parts, Blocks blocks, HiddenDomains domains) {
    this.parts = parts;
    this.blocks = blocks;
    this.domains = domains;
  }

  /** All lists, the latest first. */
  public record View(
      List<PersonView> blocked,
      List<PersonView> muted,
      List<String> domains,
      String typed,
      @Nullable String problem) {}

  /** Whether a server is to be hidden, and how many follows that would end. */
  public record Question(String domain, long following, long followers, String back) {}

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.memberPage(routes, PATH, (ctx, me) -> show(ctx, me, "", null));
    routing.memberPage(routes, PATH + "/domains", this::ask);
    routing.memberForm(routes, PATH + "/domains", this::hide);
    routing.memberForm(routes, PATH + "/domains/show", this::showAgain);
  }

  private void show(Context ctx, Visitor visitor, String typed, @Nullable String problem) {
    if (problem != null) ctx.status(422);
    Cursor first = Cursor.first(MOST);
    parts
        .pages()
        .show(
            ctx,
            Head.of(say("hidden.title")).at(Nav.SETTINGS),
            "settings-people",
            new View(
                parts.people().of(blocks.blocked(visitor.id(), first).items()),
                parts.people().of(blocks.muted(visitor.id(), first).items()),
                domains.page(visitor.id(), first).items(),
                typed,
                problem));
  }

  private void ask(Context ctx, Visitor visitor) {
    Parameters given = Parameters.of(ctx);
    String domain = given.text("domain", "").strip();
    HiddenDomains.Preview ending = domains.preview(visitor.id(), domain);
    parts
        .pages()
        .show(
            ctx,
            Head.of(say("hidden.server", domain)).at(Nav.SETTINGS),
            "hide-server",
            new Question(
                domain,
                ending.following(),
                ending.followers(),
                LocalPath.checked(given.text("back"), PATH)));
  }

  private void hide(Context ctx, Visitor visitor) {
    String domain = Parameters.of(ctx).text("domain", "").strip();
    try {
      domains.hide(visitor.id(), domain);
    } catch (Refused.Invalid wrong) {
      show(ctx, visitor, domain, say("hidden.wrong"));
      return;
    }
    LocalPath.back(ctx, PATH);
  }

  private void showAgain(Context ctx, Visitor visitor) {
    domains.show(visitor.id(), Parameters.of(ctx).text("domain", ""));
    LocalPath.back(ctx, PATH);
  }
}
