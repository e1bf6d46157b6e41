package social.parley.web.feeds;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.media.MediaUrls;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.text.Hashtag;
import social.parley.text.PlainText;
import social.parley.timelines.AccountFilter;
import social.parley.timelines.TagFilter;
import social.parley.timelines.Timelines;
import social.parley.web.TagLink;
import social.parley.websub.Topics;

/** The feeds there are: of each person here and of each hashtag. */
public final class FeedTopics implements Topics {
  private static final int LENGTH = 20;
  private static final int SUMMARY = 500;
  private static final AccountFilter POSTS =
      new AccountFilter(false, true, true, true, false, null);
  private static final Pattern ADDRESS = Pattern.compile("/(@|tags/)([^/?#]+)[.]([a-z]+)");

  private final Iri base;
  private final Actors actors;
  private final Timelines timelines;
  private final FeedEntries entries;

  public FeedTopics(Iri base, Actors actors, Posts posts, MediaUrls urls, Timelines timelines) {
    this.base = base;
    this.actors = actors;
    this.timelines = timelines;
    this.entries = new FeedEntries(actors, posts, urls);
  }

  /** Where to subscribe to all of them. */
  public Iri hub() {
    return new Iri(base + "/hub");
  }

  @Override
  public Optional<Topic> read(Iri address) {
    if (!address.value().startsWith(base + "/")) return Optional.empty();
    Matcher parts = ADDRESS.matcher(address.value().substring(base.value().length()));
    if (!parts.matches()) return Optional.empty();
    FeedForm form = FeedForm.of(parts.group(3)).orElse(null);
    if (form == null) return Optional.empty();
    try {
      String name = URLDecoder.decode(parts.group(2), StandardCharsets.UTF_8);
      Feed feed = parts.group(1).equals("@") ? person(actor(name)) : tag(name);
      return Optional.of(new Topic(feed.address(), form.contentType(), form.write(feed)));
    } catch (Refused.NotFound | Refused.Gone | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> feeds(Post post, Actor author) {
    List<String> feeds = new ArrayList<>();
    if (author.local()) feeds.add(address(author));
    for (String tag : post.tags()) feeds.add(address(Hashtag.normalise(tag)));
    return feeds;
  }

  private String address(Actor author) {
    return base + "/@" + author.username();
  }

  private String address(String tag) {
    return base + TagLink.of(tag);
  }

  /** Somebody here who has a feed. */
  Actor actor(String name) {
    Actor actor = actors.local(name).orElseThrow(Refused.NotFound::new);
    if (actor.isDeleted()) throw new Refused.Gone();
    if (!actor.isPresent()) throw new Refused.NotFound();
    return actor;
  }

  /** What somebody here has written for everybody, without answers and boosts. */
  Feed person(Actor actor) {
    List<Feed.Entry> all =
        entries.of(timelines.of(null, actor.id(), POSTS, Cursor.first(LENGTH)).items());
    Iri avatar = actor.avatar();
    return feed(
        actor.name() + " (@" + actor.handle() + ")",
        PlainText.line(actor.bioHtml(), SUMMARY),
        address(actor),
        avatar == null ? null : avatar.value(),
        actor.createdAt(),
        all);
  }

  Feed tag(String written) {
    String tag = Hashtag.normalise(written);
    if (!Hashtag.isValid(tag)) throw new Refused.NotFound();
    List<Feed.Entry> all =
        entries.of(timelines.tagged(null, TagFilter.of(tag), Cursor.first(LENGTH)).items());
    return feed("#" + tag, "", address(tag), null, Instant.EPOCH, all);
  }

  private Feed feed(
      String title,
      String summary,
      String page,
      @Nullable String icon,
      Instant begun,
      List<Feed.Entry> entries) {
    Instant updated =
        entries.stream().map(Feed.Entry::updated).max(Instant::compareTo).orElse(begun);
    return new Feed(title, summary, page, page, hub().value(), icon, updated, entries);
  }
}
