package social.parley.web.feeds;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.http.Caching;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.RateLimits;
import social.parley.media.MediaUrls;
import social.parley.posts.Posts;
import social.parley.text.Hashtag;
import social.parley.text.PlainText;
import social.parley.timelines.AccountFilter;
import social.parley.timelines.TagFilter;
import social.parley.timelines.Timelines;
import social.parley.web.TagLink;

/** Serves feeds beside the pages that show the same: {@code /@name.rss}, {@code /tags/tag.atom}. */
public final class FeedEndpoints implements Endpoints {
  private static final int LENGTH = 20;
  private static final int SUMMARY = 500;
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final AccountFilter POSTS =
      new AccountFilter(false, true, true, true, false, null);

  private final RateLimits limits;
  private final Iri base;
  private final Actors actors;
  private final Timelines timelines;
  private final FeedEntries entries;

  public FeedEndpoints(
      RateLimits limits,
      Iri base,
      Actors actors,
      Posts posts,
      MediaUrls urls,
      Timelines timelines) {
    this.limits = limits;
    this.base = base;
    this.actors = actors;
    this.timelines = timelines;
    this.entries = new FeedEntries(actors, posts, urls);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    for (FeedForm form : FeedForm.values()) {
      routes.get("/@{name}." + form.ending(), ctx -> answer(ctx, form, this::person));
      routes.get("/tags/{tag}." + form.ending(), ctx -> answer(ctx, form, this::tag));
    }
  }

  private void answer(Context ctx, FeedForm form, Function<Context, Feed> feed) {
    limits.address(ctx, Limit.PAGE_ADDRESS);
    byte[] body = form.write(feed.apply(ctx));
    Caching.shared(ctx, KEPT);
    if (Caching.unchanged(ctx, UUID.nameUUIDFromBytes(body).toString())) return;
    ctx.contentType(form.mediaType() + "; charset=utf-8").result(body);
  }

  /** What somebody here has written for everybody, without answers and boosts. */
  private Feed person(Context ctx) {
    Actor actor = actors.local(ctx.pathParam("name")).orElseThrow(Refused.NotFound::new);
    if (actor.isDeleted()) throw new Refused.Gone();
    if (!actor.isPresent()) throw new Refused.NotFound();
    if (!actor.indexable()) ctx.header("X-Robots-Tag", "noindex");
    List<Feed.Entry> all =
        entries.of(timelines.of(null, actor.id(), POSTS, Cursor.first(LENGTH)).items());
    Iri avatar = actor.avatar();
    return feed(
        actor.name() + " (@" + actor.handle() + ")",
        PlainText.line(actor.bioHtml(), SUMMARY),
        base + "/@" + actor.username(),
        avatar == null ? null : avatar.value(),
        actor.createdAt(),
        all);
  }

  private Feed tag(Context ctx) {
    String tag = Hashtag.normalise(ctx.pathParam("tag"));
    if (!Hashtag.isValid(tag)) throw new Refused.NotFound();
    List<Feed.Entry> all =
        entries.of(timelines.tagged(null, TagFilter.of(tag), Cursor.first(LENGTH)).items());
    return feed("#" + tag, "", base + TagLink.of(tag), null, Instant.EPOCH, all);
  }

  private static Feed feed(
      String title,
      String summary,
      String page,
      @Nullable String icon,
      Instant begun,
      List<Feed.Entry> entries) {
    Instant updated =
        entries.stream().map(Feed.Entry::updated).max(Instant::compareTo).orElse(begun);
    return new Feed(title, summary, page, page, icon, updated, entries);
  }
}
