package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import social.parley.http.Endpoints;

/**
 * All places of the navigation, for screens that are too small to show them beside the page, and
 * what browsers show when no place can be reached.
 */
final class MenuPage implements Endpoints {
  private final PageParts parts;

  MenuPage(PageParts parts) {
    this.parts = parts;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    parts
        .routing()
        .page(
            routes,
            "/menu",
            ctx -> parts.pages().show(ctx, Head.of(say("nav.menu")).at(Nav.MENU), "menu"));
    parts
        .routing()
        .page(
            routes,
            "/offline",
            ctx -> parts.pages().show(ctx, Head.of(say("offline.head")).hidden(true), "offline"));
  }
}
