package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Choice;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.moderation.ReportCategory;
import social.parley.moderation.ReportDraft;
import social.parley.moderation.Reports;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** Telling the moderators of somebody, or of one of their posts. */
public final class ReportPage implements Endpoints {
  private final PageParts parts;
  private final Actors actors;
  private final Posts posts;
  private final Reports reports;

  ReportPage(PageParts parts, Actors actors, Posts posts, Reports reports) {
    this.parts = parts;
    this.actors = actors;
    this.posts = posts;
    this.reports = reports;
  }

  /** Whom it is about, perhaps with a post, and what has been filled in. */
  public record View(
      PersonView person,
      String server,
      @Nullable PostView post,
      String comment,
      @Nullable String problem) {}

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberPage(routes, "/people/{id}/report", (ctx, me) -> show(ctx, me, "", null));
    parts.routing().memberForm(routes, "/people/{id}/report", this::file);
  }

  private Actor person(Context ctx, Visitor me) {
    return actors
        .byId(ActorId.parse(ctx.pathParam("id")))
        .filter(actor -> actor.isPresent() && !actor.id().equals(me.id()))
        .orElseThrow(Refused.NotFound::new);
  }

  private @Nullable Post post(Context ctx, Visitor me, Actor person) {
    String id = Parameters.of(ctx).text("post", "");
    if (id.isEmpty()) return null;
    Post post = posts.seen(me.id(), PostId.parse(id));
    if (!post.author().equals(person.id())) throw new Refused.NotFound();
    return post;
  }

  private void show(Context ctx, Visitor me, String comment, @Nullable String problem) {
    if (problem != null) ctx.status(422);
    Actor person = person(ctx, me);
    Post post = post(ctx, me, person);
    PersonView view = parts.people().of(person);
    parts
        .pages()
        .show(
            ctx,
            Head.of(say("report.title", view.plainName())).hidden(true),
            "report",
            new View(
                view,
                person.local() ? "" : person.domain(),
                post == null ? null : parts.views().of(me, post),
                comment,
                problem));
  }

  private void file(Context ctx, Visitor me) {
    parts.routing().limit(ctx, Limit.REPORT, me);
    Parameters given = Parameters.of(ctx);
    Actor person = person(ctx, me);
    Post post = post(ctx, me, person);
    String comment = given.text("comment", "").strip();
    try {
      var unused =
          reports.file(
              new ReportDraft(
                  me.id(),
                  person.id(),
                  post == null ? List.of() : List.of(post.id()),
                  List.of(),
                  comment,
                  category(given),
                  given.texts("rule"),
                  given.flag("forward", false),
                  List.of()));
    } catch (Refused.Invalid wrong) {
      show(ctx, me, comment, Problems.sentence(say("report.the.comment"), wrong));
      return;
    }
    parts.pages().notice(ctx, Notice.REPORTED);
    LocalPath.go(ctx, "/@" + person.acct());
  }

  private static ReportCategory category(Parameters given) {
    return Choice.of(ReportCategory.class, given.text("category", "")).orElse(ReportCategory.OTHER);
  }
}
