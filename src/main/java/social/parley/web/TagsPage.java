package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.storage.Database;
import social.parley.tags.TagFollows;
import social.parley.tags.TagSummaries;
import social.parley.text.Hashtag;
import social.parley.timelines.TagFilter;
import social.parley.timelines.Timelines;

/** The posts of a tag, following it, and all tags that somebody follows. */
public final class TagsPage implements Endpoints {
  private final PageParts parts;
  private final Database database;
  private final Timelines timelines;
  private final TagFollows follows;
  private final TagSummaries summaries;
  private final TagRows rows;

  TagsPage(
      PageParts parts,
      Database database,
      Timelines timelines,
      TagFollows follows,
      TagSummaries summaries,
      TagRows rows) {
    this.parts = parts;
    this.database = database;
    this.timelines = timelines;
    this.follows = follows;
    this.summaries = summaries;
    this.rows = rows;
  }

  /** A tag with its posts. */
  public record View(String tag, boolean followed, FeedView feed) {}

  /** The tags that somebody follows. */
  public record Followed(List<TagRow> tags, @Nullable String more) {}

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.memberPage(routes, "/tags", this::followed);
    routing.page(routes, "/tags/{tag}", this::show);
    routing.memberForm(routes, "/tags/{tag}/follow", (ctx, me) -> follow(ctx, me, true));
    routing.memberForm(routes, "/tags/{tag}/unfollow", (ctx, me) -> follow(ctx, me, false));
  }

  private static String tag(Context ctx) {
    String tag = Hashtag.normalise(ctx.pathParam("tag"));
    if (!Hashtag.isValid(tag)) throw new Refused.NotFound();
    return tag;
  }

  private void show(Context ctx) {
    String tag = tag(ctx);
    ActorId viewer = parts.visitors().viewer(ctx);
    FeedView feed =
        parts
            .feeds()
            .posts(
                ctx, FilterContext.PUBLIC, at -> timelines.tagged(viewer, TagFilter.of(tag), at));
    if (Feeds.isContinuation(ctx)) {
      parts.pages().part(ctx, "feed", "feed", feed);
      return;
    }
    boolean followed = viewer != null && follows(viewer, tag);
    String page = parts.pages().site().base() + TagLink.of(tag);
    Head head =
        Head.of("#" + tag)
            .at(followed ? Nav.TAGS : Nav.NONE)
            .canonical(page)
            .hidden(true)
            .feed(page);
    parts.pages().show(ctx, head, "tag", new View(tag, followed, feed));
  }

  private boolean follows(ActorId viewer, String tag) {
    var summary = database.read(db -> summaries.of(db, viewer, List.of(tag))).get(tag);
    return Objects.requireNonNull(summary).followed();
  }

  private void follow(Context ctx, Visitor me, boolean yes) {
    String tag = tag(ctx);
    if (yes) follows.follow(me.id(), tag);
    else follows.unfollow(me.id(), tag);
    LocalPath.back(ctx, TagLink.of(tag));
  }

  private void followed(Context ctx, Visitor me) {
    Function<Cursor, Page<String>> list = at -> follows.page(me.id(), at);
    Page<String> page = list.apply(Feeds.cursor(ctx, Feeds.PEOPLE));
    Followed view = new Followed(rows.of(page.items()), Feeds.more(ctx, page, Feeds.PEOPLE, list));
    parts.pages().show(ctx, Head.of(say("nav.tags")).at(Nav.TAGS), "tags", view);
  }
}
