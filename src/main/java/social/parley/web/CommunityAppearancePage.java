package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import social.parley.accounts.Role;
import social.parley.appearance.Appearance;
import social.parley.appearance.Appearances;
import social.parley.appearance.Part;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.http.UploadedFile;

/** Where those who run the community give it its colour, its pictures and its own style sheet. */
public final class CommunityAppearancePage implements Endpoints {
  private static final String PATH = "/admin/appearance";
  private static final List<Part> PICTURES = List.of(Part.LOGO, Part.BANNER, Part.WALLPAPER);

  private final Routing routing;
  private final Pages pages;
  private final Appearances appearances;

  CommunityAppearancePage(PageParts parts, Appearances appearances) {
    this.routing = parts.routing();
    this.pages = parts.pages();
    this.appearances = appearances;
  }

  /** How it looks now, and what was typed last. */
  public record View(Appearance now, String color, String css, Problems problems) {}

  @Override
  public List<String> uploads() {
    return List.of(PATH);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routing.staffPage(routes, Role.ADMIN, PATH, (ctx, _) -> show(ctx));
    routing.staffForm(routes, Role.ADMIN, PATH, this::save);
  }

  private void show(Context ctx) {
    Appearance now = appearances.now();
    show(ctx, new View(now, now.color(), now.css(), Problems.NONE));
  }

  private void show(Context ctx, View view) {
    pages.show(ctx, Head.of(say("face.title")).at(Nav.ADMIN), "admin-appearance", view);
  }

  private void save(Context ctx, Visitor visitor) {
    Parameters given = Parameters.of(ctx);
    String color = given.text("color", "");
    String css = given.text("css", "");
    try {
      appearances.css(visitor.id(), css);
      appearances.color(visitor.id(), color);
      for (Part part : PICTURES) picture(visitor.id(), given, part);
    } catch (Refused.Invalid wrong) {
      ctx.status(422);
      show(ctx, new View(appearances.now(), color, css, Problems.of(wrong)));
      return;
    }
    pages.notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, PATH);
  }

  private void picture(ActorId staff, Parameters given, Part part) {
    String name = part.name().toLowerCase(Locale.ROOT);
    UploadedFile file = given.file(name);
    if (file == null || file.size() == 0) {
      if (given.flag("remove_" + name, false)) appearances.remove(staff, part);
      return;
    }
    try (InputStream content = file.open()) {
      appearances.picture(staff, part, content);
    } catch (Refused.Invalid wrong) {
      throw new Refused.Invalid(name, wrong.reason());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
