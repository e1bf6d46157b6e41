package social.parley.activitystreams;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;

/** Builds an ActorDocument, field by field. */
public final class ActorBuilder {
  private final ActorType actorType;
  private final Iri id;
  private final String preferredUsername;
  private @Nullable String name;
  private @Nullable String summary;
  private final Iri inbox;
  private @Nullable Iri outbox;
  private @Nullable Iri followers;
  private @Nullable Iri following;
  private @Nullable Iri featured;
  private @Nullable Iri featuredTags;
  private @Nullable Iri sharedInbox;
  private @Nullable Iri url;
  private List<PublicKeyDocument> keys = List.of();
  private @Nullable ImageDocument icon;
  private @Nullable ImageDocument image;
  private List<PropertyValue> fields = List.of();
  private boolean manuallyApprovesFollowers = false;
  private @Nullable Boolean discoverable;
  private @Nullable Boolean indexable;
  private boolean suspended = false;
  private boolean memorial = false;
  private List<Iri> alsoKnownAs = List.of();
  private @Nullable Iri movedTo;
  private List<Tag> tags = List.of();
  private List<Iri> attributedTo = List.of();
  private @Nullable Instant published;
  private @Nullable Instant updated;
  private @Nullable String webfinger;
  private JsonNode raw = Json.object();

  ActorBuilder(ActorType actorType, Iri id, String preferredUsername, Iri inbox) {
    this.actorType = actorType;
    this.id = id;
    this.preferredUsername = preferredUsername;
    this.inbox = inbox;
  }

  ActorBuilder(ActorDocument from) {
    actorType = from.actorType();
    id = from.id();
    preferredUsername = from.preferredUsername();
    name = from.name();
    summary = from.summary();
    inbox = from.inbox();
    outbox = from.outbox();
    followers = from.followers();
    following = from.following();
    featured = from.featured();
    featuredTags = from.featuredTags();
    sharedInbox = from.sharedInbox();
    url = from.url();
    keys = from.keys();
    icon = from.icon();
    image = from.image();
    fields = from.fields();
    manuallyApprovesFollowers = from.manuallyApprovesFollowers();
    discoverable = from.discoverable();
    indexable = from.indexable();
    suspended = from.suspended();
    memorial = from.memorial();
    alsoKnownAs = from.alsoKnownAs();
    movedTo = from.movedTo();
    tags = from.tags();
    attributedTo = from.attributedTo();
    published = from.published();
    updated = from.updated();
    webfinger = from.webfinger();
    raw = from.raw();
  }

  public ActorBuilder name(@Nullable String value) {
    name = value;
    return this;
  }

  public ActorBuilder summary(@Nullable String value) {
    summary = value;
    return this;
  }

  public ActorBuilder outbox(@Nullable Iri value) {
    outbox = value;
    return this;
  }

  public ActorBuilder followers(@Nullable Iri value) {
    followers = value;
    return this;
  }

  public ActorBuilder following(@Nullable Iri value) {
    following = value;
    return this;
  }

  public ActorBuilder featured(@Nullable Iri value) {
    featured = value;
    return this;
  }

  public ActorBuilder featuredTags(@Nullable Iri value) {
    featuredTags = value;
    return this;
  }

  public ActorBuilder sharedInbox(@Nullable Iri value) {
    sharedInbox = value;
    return this;
  }

  public ActorBuilder url(@Nullable Iri value) {
    url = value;
    return this;
  }

  public ActorBuilder keys(List<PublicKeyDocument> value) {
    keys = value;
    return this;
  }

  public ActorBuilder icon(@Nullable ImageDocument value) {
    icon = value;
    return this;
  }

  public ActorBuilder image(@Nullable ImageDocument value) {
    image = value;
    return this;
  }

  public ActorBuilder fields(List<PropertyValue> value) {
    fields = value;
    return this;
  }

  public ActorBuilder manuallyApprovesFollowers(boolean value) {
    manuallyApprovesFollowers = value;
    return this;
  }

  public ActorBuilder discoverable(@Nullable Boolean value) {
    discoverable = value;
    return this;
  }

  public ActorBuilder indexable(@Nullable Boolean value) {
    indexable = value;
    return this;
  }

  public ActorBuilder suspended(boolean value) {
    suspended = value;
    return this;
  }

  public ActorBuilder memorial(boolean value) {
    memorial = value;
    return this;
  }

  public ActorBuilder alsoKnownAs(List<Iri> value) {
    alsoKnownAs = value;
    return this;
  }

  public ActorBuilder movedTo(@Nullable Iri value) {
    movedTo = value;
    return this;
  }

  public ActorBuilder tags(List<Tag> value) {
    tags = value;
    return this;
  }

  public ActorBuilder attributedTo(List<Iri> value) {
    attributedTo = value;
    return this;
  }

  public ActorBuilder published(@Nullable Instant value) {
    published = value;
    return this;
  }

  public ActorBuilder updated(@Nullable Instant value) {
    updated = value;
    return this;
  }

  public ActorBuilder webfinger(@Nullable String value) {
    webfinger = value;
    return this;
  }

  public ActorBuilder raw(JsonNode value) {
    raw = value;
    return this;
  }

  public ActorDocument build() {
    return new ActorDocument(
        actorType,
        id,
        preferredUsername,
        name,
        summary,
        inbox,
        outbox,
        followers,
        following,
        featured,
        featuredTags,
        sharedInbox,
        url,
        keys,
        icon,
        image,
        fields,
        manuallyApprovesFollowers,
        discoverable,
        indexable,
        suspended,
        memorial,
        alsoKnownAs,
        movedTo,
        tags,
        attributedTo,
        published,
        updated,
        webfinger,
        raw);
  }
}
