package social.parley.activitystreams;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;

/** Somebody with an inbox: a person, a program, a community. */
public record ActorDocument(
    ActorType actorType,
    Iri id,
    String preferredUsername,
    @Nullable String name,
    @Nullable String summary,
    Iri inbox,
    @Nullable Iri outbox,
    @Nullable Iri followers,
    @Nullable Iri following,
    @Nullable Iri featured,
    @Nullable Iri featuredTags,
    @Nullable Iri sharedInbox,
    @Nullable Iri url,
    List<PublicKeyDocument> keys,
    @Nullable ImageDocument icon,
    @Nullable ImageDocument image,
    List<PropertyValue> fields,
    boolean manuallyApprovesFollowers,
    @Nullable Boolean discoverable,
    @Nullable Boolean indexable,
    boolean suspended,
    boolean memorial,
    List<Iri> alsoKnownAs,
    @Nullable Iri movedTo,
    List<Tag> tags,
    List<Iri> attributedTo,
    @Nullable Instant published,
    @Nullable Instant updated,
    @Nullable String webfinger,
    JsonNode raw)
    implements Thing {
  public ActorDocument {
    keys = List.copyOf(keys);
    fields = List.copyOf(fields);
    alsoKnownAs = List.copyOf(alsoKnownAs);
    tags = List.copyOf(tags);
    attributedTo = List.copyOf(attributedTo);
  }

  /** Starts an actor; the rest is added by name. */
  public static ActorBuilder of(ActorType type, Iri id, String preferredUsername, Iri inbox) {
    return new ActorBuilder(type, id, preferredUsername, inbox);
  }

  /** A builder that starts from this one. */
  public ActorBuilder change() {
    return new ActorBuilder(this);
  }

  @Override
  public String type() {
    return actorType.wire();
  }

  /** The custom emoji that name, summary and fields use. */
  public List<EmojiTag> emoji() {
    return tags.stream().filter(EmojiTag.class::isInstance).map(EmojiTag.class::cast).toList();
  }

  /** Where to deliver to: the inbox shared by its whole server if it has one. */
  public Iri deliveryInbox() {
    return sharedInbox == null ? inbox : sharedInbox;
  }
}
