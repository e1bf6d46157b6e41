package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import social.parley.accounts.Accounts;
import social.parley.accounts.Role;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.http.Endpoints;

/** What this server is, who runs it, and by which rules. */
public final class AboutPage implements Endpoints {
  private final Routing routing;
  private final Pages pages;
  private final Accounts accounts;
  private final Actors actors;
  private final People people;
  private final String version;

  AboutPage(
      Routing routing,
      Pages pages,
      Accounts accounts,
      Actors actors,
      People people,
      String version) {
    this.routing = routing;
    this.pages = pages;
    this.accounts = accounts;
    this.actors = actors;
    this.people = people;
    this.version = version;
  }

  /** Who runs it, how large it is, and which software it runs. */
  public record View(List<PersonView> staff, long members, long posts, String version) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, "/about", this::show);
  }

  private void show(Context ctx) {
    List<ActorId> staff =
        accounts.staff(Role.MODERATOR).stream().map(account -> account.actor()).toList();
    Site site = pages.site();
    pages.show(
        ctx,
        Head.of(say("about.title", site.name())).at(Nav.ABOUT).canonical(site.base() + "/about"),
        "about",
        new View(people.of(staff), actors.countLocal(), actors.countLocalPosts(), version));
  }
}
