package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import social.parley.core.Cursor;
import social.parley.follows.Blocks;
import social.parley.http.Endpoints;

/** Whom a person has blocked or muted. */
public final class HiddenPeoplePage implements Endpoints {
  private static final int MOST = 200;

  private final Routing routing;
  private final Pages pages;
  private final People people;
  private final Blocks blocks;

  HiddenPeoplePage(Routing routing, Pages pages, People people, Blocks blocks) {
    this.routing = routing;
    this.pages = pages;
    this.people = people;
    this.blocks = blocks;
  }

  /** Both lists, the latest first. */
  public record View(List<PersonView> blocked, List<PersonView> muted) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.memberPage(routes, "/settings/people", this::show);
  }

  private void show(Context ctx, Visitor visitor) {
    Cursor first = Cursor.first(MOST);
    pages.show(
        ctx,
        Head.of("Blocked and muted").at(Nav.SETTINGS),
        "settings-people",
        new View(
            people.of(blocks.blocked(visitor.id(), first).items()),
            people.of(blocks.muted(visitor.id(), first).items())));
  }
}
