package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.http.Assets;
import social.parley.http.Endpoints;

/** Every component of the pages in every state, for those who change them or write style sheets. */
public final class DesignPage implements Endpoints {
  private static final List<String> COLOURS =
      List.of(
          "paper",
          "surface",
          "raised",
          "sunken",
          "line",
          "line-strong",
          "ink",
          "ink-soft",
          "ink-faint",
          "accent",
          "accent-ink",
          "accent-wash",
          "danger",
          "good",
          "gold");

  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final Composing composing;
  private final Assets assets;

  DesignPage(PageParts parts, Composing composing, Assets assets) {
    this.routing = parts.routing();
    this.pages = parts.pages();
    this.visitors = parts.visitors();
    this.composing = composing;
    this.assets = assets;
  }

  /** The components; some are only for those who are logged in. */
  public record View(
      String styles,
      List<String> colours,
      List<PersonView> people,
      List<Shown> posts,
      List<NotificationsPage.Row> notifications,
      List<RelationView> relations,
      Problems problems,
      @Nullable ComposerView composer) {}

  /** A post with the name of what it shows. */
  public record Shown(String name, PostView post, boolean main, boolean pinned) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, "/about/design", this::show);
  }

  private void show(Context ctx) {
    Samples samples = new Samples(assets);
    Visitor visitor = visitors.find(ctx).orElse(null);
    pages.show(
        ctx,
        Head.of(say("design.title")).at(Nav.ABOUT).hidden(true),
        "design",
        new View(
            assets.url("css/design.css"),
            COLOURS,
            samples.people(),
            samples.posts(),
            samples.notifications(),
            samples.relations(),
            Problems.of("wrong", "is not an address"),
            visitor == null ? null : composing.fresh(visitor)));
  }
}
