package social.parley.activitystreams;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;

/** Builds an ObjectDocument, field by field. */
public final class ObjectBuilder {
  private final String type;
  private final @Nullable Iri id;
  private List<Iri> attributedTo = List.of();
  private Audience audience = Audience.NONE;
  private @Nullable String name;
  private @Nullable String summary;
  private @Nullable String content;
  private @Nullable String mediaType;
  private Map<String, String> contentMap = Map.of();
  private @Nullable String language;
  private @Nullable Source source;
  private List<LinkDocument> url = List.of();
  private @Nullable Iri inReplyTo;
  private @Nullable Iri context;
  private @Nullable Iri conversation;
  private List<Tag> tags = List.of();
  private List<Attachment> attachments = List.of();
  private @Nullable ImageDocument image;
  private @Nullable ImageDocument icon;
  private @Nullable Instant published;
  private @Nullable Instant updated;
  private @Nullable Instant startTime;
  private @Nullable Instant endTime;
  private @Nullable Duration duration;
  private @Nullable PlaceDocument location;
  private boolean sensitive = false;
  private @Nullable PollDocument poll;
  private @Nullable Iri quote;
  private @Nullable Iri quoteAuthorization;
  private @Nullable Ref replies;
  private @Nullable Ref likes;
  private @Nullable Ref shares;
  private @Nullable JsonNode interactionPolicy;
  private JsonNode raw = Json.object();

  ObjectBuilder(String type, @Nullable Iri id) {
    this.type = type;
    this.id = id;
  }

  ObjectBuilder(ObjectDocument from) {
    type = from.type();
    id = from.id();
    attributedTo = from.attributedTo();
    audience = from.audience();
    name = from.name();
    summary = from.summary();
    content = from.content();
    mediaType = from.mediaType();
    contentMap = from.contentMap();
    language = from.language();
    source = from.source();
    url = from.url();
    inReplyTo = from.inReplyTo();
    context = from.context();
    conversation = from.conversation();
    tags = from.tags();
    attachments = from.attachments();
    image = from.image();
    icon = from.icon();
    published = from.published();
    updated = from.updated();
    startTime = from.startTime();
    endTime = from.endTime();
    duration = from.duration();
    location = from.location();
    sensitive = from.sensitive();
    poll = from.poll();
    quote = from.quote();
    quoteAuthorization = from.quoteAuthorization();
    replies = from.replies();
    likes = from.likes();
    shares = from.shares();
    interactionPolicy = from.interactionPolicy();
    raw = from.raw();
  }

  public ObjectBuilder attributedTo(List<Iri> value) {
    attributedTo = value;
    return this;
  }

  public ObjectBuilder audience(Audience value) {
    audience = value;
    return this;
  }

  public ObjectBuilder name(@Nullable String value) {
    name = value;
    return this;
  }

  public ObjectBuilder summary(@Nullable String value) {
    summary = value;
    return this;
  }

  public ObjectBuilder content(@Nullable String value) {
    content = value;
    return this;
  }

  public ObjectBuilder mediaType(@Nullable String value) {
    mediaType = value;
    return this;
  }

  public ObjectBuilder contentMap(Map<String, String> value) {
    contentMap = value;
    return this;
  }

  public ObjectBuilder language(@Nullable String value) {
    language = value;
    return this;
  }

  public ObjectBuilder source(@Nullable Source value) {
    source = value;
    return this;
  }

  public ObjectBuilder url(List<LinkDocument> value) {
    url = value;
    return this;
  }

  public ObjectBuilder inReplyTo(@Nullable Iri value) {
    inReplyTo = value;
    return this;
  }

  public ObjectBuilder context(@Nullable Iri value) {
    context = value;
    return this;
  }

  public ObjectBuilder conversation(@Nullable Iri value) {
    conversation = value;
    return this;
  }

  public ObjectBuilder tags(List<Tag> value) {
    tags = value;
    return this;
  }

  public ObjectBuilder attachments(List<Attachment> value) {
    attachments = value;
    return this;
  }

  public ObjectBuilder image(@Nullable ImageDocument value) {
    image = value;
    return this;
  }

  public ObjectBuilder icon(@Nullable ImageDocument value) {
    icon = value;
    return this;
  }

  public ObjectBuilder published(@Nullable Instant value) {
    published = value;
    return this;
  }

  public ObjectBuilder updated(@Nullable Instant value) {
    updated = value;
    return this;
  }

  public ObjectBuilder startTime(@Nullable Instant value) {
    startTime = value;
    return this;
  }

  public ObjectBuilder endTime(@Nullable Instant value) {
    endTime = value;
    return this;
  }

  public ObjectBuilder duration(@Nullable Duration value) {
    duration = value;
    return this;
  }

  public ObjectBuilder location(@Nullable PlaceDocument value) {
    location = value;
    return this;
  }

  public ObjectBuilder sensitive(boolean value) {
    sensitive = value;
    return this;
  }

  public ObjectBuilder poll(@Nullable PollDocument value) {
    poll = value;
    return this;
  }

  public ObjectBuilder quote(@Nullable Iri value) {
    quote = value;
    return this;
  }

  public ObjectBuilder quoteAuthorization(@Nullable Iri value) {
    quoteAuthorization = value;
    return this;
  }

  public ObjectBuilder replies(@Nullable Ref value) {
    replies = value;
    return this;
  }

  public ObjectBuilder likes(@Nullable Ref value) {
    likes = value;
    return this;
  }

  public ObjectBuilder shares(@Nullable Ref value) {
    shares = value;
    return this;
  }

  public ObjectBuilder interactionPolicy(@Nullable JsonNode value) {
    interactionPolicy = value;
    return this;
  }

  public ObjectBuilder raw(JsonNode value) {
    raw = value;
    return this;
  }

  /** One author. */
  public ObjectBuilder attributedTo(Iri author) {
    return attributedTo(List.of(author));
  }

  /** One page to look at it. */
  public ObjectBuilder url(Iri page) {
    return url(List.of(LinkDocument.of(page)));
  }

  public ObjectDocument build() {
    return new ObjectDocument(
        type,
        id,
        attributedTo,
        audience,
        name,
        summary,
        content,
        mediaType,
        contentMap,
        language,
        source,
        url,
        inReplyTo,
        context,
        conversation,
        tags,
        attachments,
        image,
        icon,
        published,
        updated,
        startTime,
        endTime,
        duration,
        location,
        sensitive,
        poll,
        quote,
        quoteAuthorization,
        replies,
        likes,
        shares,
        interactionPolicy,
        raw);
  }
}
