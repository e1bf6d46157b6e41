package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import social.parley.about.Terms;
import social.parley.about.Texts;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.words.Words;

/** The long texts of the community: what becomes of people's data, and the terms. */
public final class TextsPage implements Endpoints {
  private final Routing routing;
  private final Pages pages;
  private final Texts texts;
  private final Clock clock;

  TextsPage(Routing routing, Pages pages, Texts texts, Clock clock) {
    this.routing = routing;
    this.pages = pages;
    this.texts = texts;
    this.clock = clock;
  }

  /** A text under its title; {@code since} may be empty. */
  public record View(String title, String since, Html text) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, "/privacy-policy", this::privacy);
    routing.page(routes, "/terms-of-service", this::terms);
  }

  private void privacy(Context ctx) {
    show(
        ctx,
        new View(say("colophon.privacy"), "", new Html(texts.privacy(Words.now().tag()).html())));
  }

  private void terms(Context ctx) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Terms terms = texts.terms(today).orElseThrow(Refused.NotFound::new);
    show(ctx, new View(say("text.terms"), terms.effective().toString(), new Html(terms.html())));
  }

  private void show(Context ctx, View view) {
    pages.show(ctx, Head.of(view.title()).at(Nav.ABOUT), "text", view);
  }
}
