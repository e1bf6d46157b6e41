package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Accounts;
import social.parley.accounts.Look;
import social.parley.core.Choice;
import social.parley.http.Cookies;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;

/** How pages look to whoever reads them; kept with the account, or in the browser of others. */
public final class AppearancePage implements Endpoints {
  private static final String PATH = "/settings/appearance";
  private static final Duration LONG = Duration.ofDays(365);

  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final Accounts accounts;
  private final Cookies cookies;

  AppearancePage(PageParts parts, Accounts accounts, Cookies cookies) {
    this.routing = parts.routing();
    this.pages = parts.pages();
    this.visitors = parts.visitors();
    this.accounts = accounts;
    this.cookies = cookies;
  }

  /** What is chosen, and whether the community has a style sheet that could be left out. */
  public record View(Look look, boolean styled) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, PATH, this::show);
    routing.form(routes, PATH, this::save);
  }

  private void show(Context ctx) {
    Visitor visitor = visitors.find(ctx).orElse(null);
    pages.show(
        ctx,
        Head.of(say("appearance.title")).at(Nav.SETTINGS).hidden(true),
        "settings-appearance",
        new View(pages.look(ctx, visitor), pages.site().ownStyle() != null));
  }

  private void save(Context ctx) {
    Look look = look(Parameters.of(ctx));
    Visitor visitor = visitors.find(ctx).orElse(null);
    keep(ctx, visitor, look);
    pages.notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, PATH);
  }

  private static Look look(Parameters given) {
    return new Look(
        Choice.of(Look.Theme.class, given.text("theme", "")).orElse(Look.Theme.SYSTEM),
        Choice.of(Look.TextSize.class, given.text("size", "")).orElse(Look.TextSize.NORMAL),
        given.flag("contrast", false),
        given.flag("still", false),
        !given.flag("colours", false),
        !given.flag("styled", false));
  }

  private void keep(Context ctx, @Nullable Visitor visitor, Look look) {
    if (visitor != null)
      accounts.savePreferences(
          visitor.account().id(), visitor.account().preferences().withLook(look));
    else if (look.equals(Look.DEFAULT)) cookies.clear(ctx, Pages.LOOK);
    else cookies.set(ctx, Pages.LOOK, look.words(), LONG);
  }
}
