package social.parley.activitystreams;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;

/** A post, a video, an event: whatever activities are about, of any type. */
public record ObjectDocument(
    String type,
    @Nullable Iri id,
    List<Iri> attributedTo,
    Audience audience,
    @Nullable String name,
    @Nullable String summary,
    @Nullable String content,
    @Nullable String mediaType,
    Map<String, String> contentMap,
    @Nullable String language,
    @Nullable Source source,
    List<LinkDocument> url,
    @Nullable Iri inReplyTo,
    @Nullable Iri context,
    @Nullable Iri conversation,
    List<Tag> tags,
    List<Attachment> attachments,
    @Nullable ImageDocument image,
    @Nullable ImageDocument icon,
    @Nullable Instant published,
    @Nullable Instant updated,
    @Nullable Instant startTime,
    @Nullable Instant endTime,
    @Nullable Duration duration,
    @Nullable PlaceDocument location,
    boolean sensitive,
    @Nullable PollDocument poll,
    @Nullable Iri quote,
    @Nullable Iri quoteAuthorization,
    @Nullable Ref replies,
    @Nullable Ref likes,
    @Nullable Ref shares,
    @Nullable JsonNode interactionPolicy,
    JsonNode raw)
    implements Thing {
  public ObjectDocument {
    attributedTo = List.copyOf(attributedTo);
    contentMap = Collections.unmodifiableMap(new LinkedHashMap<>(contentMap));
    url = List.copyOf(url);
    tags = List.copyOf(tags);
    attachments = List.copyOf(attachments);
    // One language stands for both forms, so that neither reader nor writer has to choose.
    if (language == null && contentMap.size() == 1)
      language = contentMap.keySet().iterator().next();
    if (content == null && !contentMap.isEmpty()) content = contentMap.values().iterator().next();
    if (contentMap.isEmpty() && content != null && language != null)
      contentMap = Map.of(language, content);
    if (poll != null) endTime = poll.endTime();
  }

  /** Starts an object of this type; the rest is added by name. */
  public static ObjectBuilder of(ObjectKind kind, @Nullable Iri id) {
    return new ObjectBuilder(kind.wire(), id);
  }

  public static ObjectBuilder of(String type, @Nullable Iri id) {
    return new ObjectBuilder(type, id);
  }

  /** A builder that starts from this one. */
  public ObjectBuilder change() {
    return new ObjectBuilder(this);
  }

  public ObjectKind kind() {
    return ObjectKind.of(type);
  }

  /** The first author. */
  public @Nullable Iri author() {
    return attributedTo.isEmpty() ? null : attributedTo.getFirst();
  }

  /** The page to look at it: the first HTML link, else the first web address, else nothing. */
  public @Nullable Iri page() {
    for (LinkDocument link : url)
      if ("text/html".equals(link.mediaType()) && link.href().isWeb()) return link.href();
    for (LinkDocument link : url)
      if (link.mediaType() == null && link.href().isWeb()) return link.href();
    return null;
  }

  /** True for an answer to a poll: a name and a reply, but no content. */
  public boolean isPollVote() {
    return kind() == ObjectKind.NOTE && name != null && inReplyTo != null && content == null;
  }

  public List<MentionTag> mentions() {
    return tagged(MentionTag.class);
  }

  public List<HashtagTag> hashtags() {
    return tagged(HashtagTag.class);
  }

  public List<EmojiTag> emoji() {
    return tagged(EmojiTag.class);
  }

  private <T extends Tag> List<T> tagged(Class<T> kind) {
    return tags.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
