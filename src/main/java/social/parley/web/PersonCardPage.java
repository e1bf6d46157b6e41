package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.text.PlainText;
import social.parley.web.ProfileView.Familiar;

/** A person in short, for scripts that show it beside their name. */
public final class PersonCardPage implements Endpoints {
  private static final int ABOUT = 200;

  private final PageParts parts;
  private final Profile profile;

  PersonCardPage(PageParts parts, Profile profile) {
    this.parts = parts;
    this.profile = profile;
  }

  /** Who it is, what they say of themselves, and how the visitor stands to them. */
  public record View(
      PersonView person,
      String header,
      String about,
      long followers,
      long following,
      Familiar familiar,
      @Nullable RelationView relation) {}

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberPage(routes, "/@{name}/card", this::show);
  }

  private void show(Context ctx, Visitor me) {
    Actor actor =
        parts
            .people()
            .find(ctx.pathParam("name"))
            .filter(Actor::isPresent)
            .orElseThrow(Refused.NotFound::new);
    ProfileView view = profile.of(me, actor);
    PersonView person = view.person();
    if (LocalPath.isPartial(ctx))
      parts
          .pages()
          .part(
              ctx,
              "person-card",
              "card",
              new View(
                  person,
                  view.hasHeader() ? view.header() : "",
                  PlainText.line(actor.bioHtml(), ABOUT),
                  view.followers(),
                  view.following(),
                  view.familiar(),
                  view.relation()));
    else LocalPath.go(ctx, person.href());
  }
}
