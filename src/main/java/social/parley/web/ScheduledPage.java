package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.posts.Draft;
import social.parley.posts.Reach;
import social.parley.scheduling.ScheduledPost;
import social.parley.scheduling.ScheduledPosts;

/** What somebody has written for later. */
public final class ScheduledPage implements Endpoints {
  private static final String PATH = "/settings/scheduled";

  private final PageParts parts;
  private final WrittenForm written;
  private final ScheduledPosts scheduled;

  ScheduledPage(PageParts parts, WrittenForm written, ScheduledPosts scheduled) {
    this.parts = parts;
    this.written = written;
    this.scheduled = scheduled;
  }

  /** A piece of the list, the latest written first. */
  public record View(List<Row> rows, @Nullable String more, @Nullable String problem) {}

  /** One post that waits, and what went wrong with it if it does no more. */
  public record Row(
      long id, Moment due, String text, int files, Reach reach, @Nullable String failure) {}

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.memberPage(routes, PATH, (ctx, me) -> show(ctx, me, null));
    routing.memberForm(routes, PATH + "/{id}/move", this::move);
    routing.memberForm(routes, PATH + "/{id}/cancel", this::cancel);
  }

  private void show(Context ctx, Visitor me, @Nullable String problem) {
    if (problem != null) ctx.status(422);
    Function<Cursor, Page<ScheduledPost>> list = at -> scheduled.page(me.id(), at);
    Page<ScheduledPost> page = list.apply(Feeds.cursor(ctx, Feeds.LENGTH));
    List<Row> rows = new ArrayList<>();
    for (ScheduledPost post : page.items()) {
      Draft draft = post.draft();
      rows.add(
          new Row(
              post.id(),
              parts.views().moment(post.dueAt()),
              draft.text(),
              draft.media().size(),
              draft.reach(),
              post.failedAt() == null ? null : post.failure()));
    }
    parts
        .pages()
        .show(
            ctx,
            Head.of(say("scheduled.title")).at(Nav.SETTINGS),
            "settings-scheduled",
            new View(rows, Feeds.more(ctx, page, Feeds.LENGTH, list), problem));
  }

  private void move(Context ctx, Visitor me) {
    try {
      Instant at = written.at(ctx);
      if (at == null) throw new Refused.Invalid("at", "Say when it is to be published.");
      var unused = scheduled.move(me.id(), Routing.id(ctx), at);
    } catch (Refused.Invalid wrong) {
      show(ctx, me, wrong.reason());
      return;
    }
    parts.pages().notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, PATH);
  }

  private void cancel(Context ctx, Visitor me) {
    scheduled.cancel(me.id(), Routing.id(ctx));
    parts.pages().notice(ctx, Notice.DELETED);
    LocalPath.go(ctx, PATH);
  }
}
