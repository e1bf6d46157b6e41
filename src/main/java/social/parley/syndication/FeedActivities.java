package social.parley.syndication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ActorBuilder;
import social.parley.activitystreams.ActorDocument;
import social.parley.activitystreams.ActorType;
import social.parley.activitystreams.Attachment;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.HashtagTag;
import social.parley.activitystreams.ImageDocument;
import social.parley.activitystreams.ObjectBuilder;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.Tag;
import social.parley.actors.Actor;
import social.parley.actors.RemoteProfile;
import social.parley.core.Iri;

/** A feed and its entries, said as an actor and objects. */
final class FeedActivities {
  private static final List<String> PLAIN = List.of("feed", "feeds", "rss", "atom", "index", "");
  private static final int LONGEST_NAME = 40;

  private FeedActivities() {}

  /** The name in the handle: {@code feed}, with what tells it from others at the same host. */
  static String name(Iri feed) {
    String path = feed.value().substring(feed.origin().length()).replaceAll("[?].*", "");
    StringBuilder name = new StringBuilder("feed");
    for (String part : path.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
      if (!PLAIN.contains(part)
          && !part.equals("xml")
          && !part.equals("json")
          && name.length() + part.length() < LONGEST_NAME) name.append('-').append(part);
    return name.toString();
  }

  /** A name that no other address leads to. */
  static String longName(Iri feed) {
    return "feed-" + key(feed.value()).substring(0, 12);
  }

  private static String key(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  /** As an account. Nothing can be delivered to it, so its inbox is none of the web. */
  static Optional<RemoteProfile> profile(Iri feed, String name, FeedContent content) {
    ActorBuilder actor =
        ActorDocument.of(ActorType.SERVICE, feed, name, new Iri("feed:" + feed))
            .name(content.title())
            .summary(content.summary())
            .discoverable(false);
    web(content.page()).ifPresent(actor::url);
    web(content.icon()).ifPresent(icon -> actor.icon(ImageDocument.of(icon, null)));
    return RemoteProfile.of(actor.build(), feed.authority());
  }

  private static Optional<Iri> web(@Nullable String address) {
    return address == null ? Optional.empty() : Iri.parse(address).filter(Iri::isWeb);
  }

  /** An entry as a post, under an id of the feed's own; nothing when it says nothing. */
  static Optional<ObjectDocument> post(Actor feed, FeedContent.Item item, Instant now) {
    if (item.title().isEmpty() && item.html().isEmpty()) return Optional.empty();
    Iri id = new Iri(feed.iri() + "#" + key(item.key()));
    Instant published = item.published();
    ObjectBuilder post =
        ObjectDocument.of(item.title().isEmpty() ? "Note" : "Article", id)
            .attributedTo(feed.iri())
            .audience(Audience.to(Audience.PUBLIC))
            .name(item.title().isEmpty() ? null : item.title())
            .content(item.html())
            .published(published == null || published.isAfter(now) ? now : published)
            .tags(tags(feed, item))
            .attachments(files(item));
    web(item.link()).ifPresent(post::url);
    return Optional.of(post.build());
  }

  private static List<Tag> tags(Actor feed, FeedContent.Item item) {
    List<Tag> tags = new ArrayList<>();
    for (String tag : item.tags()) {
      String name = tag.replaceAll("[^\\p{L}\\p{N}_]", "");
      if (!name.isEmpty()) tags.add(new HashtagTag(feed.iri(), "#" + name));
    }
    return tags;
  }

  private static List<Attachment> files(FeedContent.Item item) {
    List<Attachment> files = new ArrayList<>();
    for (FeedContent.File file : item.files())
      web(file.url())
          .ifPresent(url -> files.add(Attachment.of("Document", url, file.mediaType(), null)));
    return files;
  }
}
