package social.parley.actors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ActorDocument;
import social.parley.activitystreams.ActorType;
import social.parley.activitystreams.EmojiTag;
import social.parley.activitystreams.ImageDocument;
import social.parley.activitystreams.PropertyValue;
import social.parley.activitystreams.PublicKeyDocument;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.signatures.Keys;
import social.parley.signatures.UnusableKey;
import social.parley.signatures.VerifyingKey;
import social.parley.text.HtmlCleaner;
import social.parley.text.PlainText;

/** What another server says about one of its actors: cleaned, checked and ready to be stored. */
public final class RemoteProfile {
  /** How many rows of a table are kept. */
  public static final int MOST_FIELDS = 50;

  private static final int MOST_KEYS = 10;
  private static final int MOST_EMOJI = 200;
  private static final int MOST_NAMES = 100;
  private static final int LONGEST_NAME = 512;

  private final ActorDocument document;
  private final Handle handle;
  private final String bioHtml;
  private final List<ProfileField> fields;
  private final List<VerifyingKey> keys;

  private RemoteProfile(ActorDocument document, Handle handle) {
    this.document = document;
    this.handle = handle;
    this.bioHtml = document.summary() == null ? "" : HtmlCleaner.cleanBio(document.summary());
    this.fields = document.fields().stream().limit(MOST_FIELDS).map(RemoteProfile::field).toList();
    this.keys = usableKeys(document);
  }

  /** Nothing when the user name cannot stand in a handle of that domain. */
  public static Optional<RemoteProfile> of(ActorDocument document, String domain) {
    return Handle.parse(document.preferredUsername() + "@" + domain)
        .map(handle -> new RemoteProfile(document, handle));
  }

  public Iri iri() {
    return document.id();
  }

  public Handle handle() {
    return handle;
  }

  Set<String> attributionDomains() {
    return Attributions.received(document);
  }

  /** The keys that speak for this actor: on its own host, and named as its own. */
  List<VerifyingKey> keys() {
    return keys;
  }

  private static List<VerifyingKey> usableKeys(ActorDocument document) {
    List<VerifyingKey> keys = new ArrayList<>();
    for (PublicKeyDocument key : document.keys()) {
      boolean own = key.owner() == null || key.owner().equals(document.id());
      if (!own || !key.id().sameOrigin(document.id()) || keys.size() >= MOST_KEYS) continue;
      VerifyingKey usable = read(key, document.id());
      if (usable != null) keys.add(usable);
    }
    return keys;
  }

  private static @Nullable VerifyingKey read(PublicKeyDocument key, Iri owner) {
    try {
      if (key.pem() != null)
        return new VerifyingKey(key.id(), owner, Keys.readPublicPem(key.pem()));
      if (key.multibase() != null)
        return new VerifyingKey(key.id(), owner, Keys.readMultikey(key.multibase()));
      return null;
    } catch (UnusableKey unsupported) {
      return null;
    }
  }

  private static ProfileField field(PropertyValue value) {
    String name = PlainText.line(value.name(), LONGEST_NAME);
    return new ProfileField(name, HtmlCleaner.cleanBio(value.value()), "", null);
  }

  /** The actor's row from now on; of a known one, id, counters, standing and move stay. */
  Actor merge(@Nullable Actor known, ActorId fresh, Instant now) {
    ActorDraft draft =
        known == null
            ? new ActorDraft(
                fresh,
                document.id(),
                false,
                handle.user(),
                handle.domain(),
                url(),
                document.inbox(),
                document.published() == null ? now : document.published())
            : ActorDraft.of(known);
    fill(draft);
    draft.fetchedAt = now;
    return draft.build();
  }

  private void fill(ActorDraft draft) {
    ActorDocument from = document;
    draft.kind = kind(from.actorType());
    draft.username = handle.user();
    draft.domain = handle.domain();
    draft.displayName = from.name() == null ? "" : PlainText.line(from.name(), LONGEST_NAME);
    draft.bioHtml = bioHtml;
    draft.fields = verified(draft.fields);
    draft.url = url();
    draft.inbox = from.inbox();
    draft.sharedInbox = sameHost(from.sharedInbox());
    draft.outbox = sameHost(from.outbox());
    draft.followers = sameHost(from.followers());
    draft.following = sameHost(from.following());
    draft.featured = sameHost(from.featured());
    draft.featuredTags = sameHost(from.featuredTags());
    draft.avatar = image(from.icon());
    draft.avatarDescription = description(from.icon());
    draft.header = image(from.image());
    draft.headerDescription = description(from.image());
    draft.locked = from.manuallyApprovesFollowers();
    draft.bot = from.actorType() == ActorType.SERVICE || from.actorType() == ActorType.APPLICATION;
    draft.discoverable = Boolean.TRUE.equals(from.discoverable());
    draft.indexable = Boolean.TRUE.equals(from.indexable());
    draft.memorial = from.memorial();
    draft.tabs = ProfileTabs.received(from);
    draft.alsoKnownAs = from.alsoKnownAs().stream().limit(MOST_NAMES).toList();
    draft.emoji = emoji();
    draft.deletedAt = null;
  }

  /** A field that was verified stays so while its value is the same. */
  private List<ProfileField> verified(List<ProfileField> before) {
    return fields.stream()
        .map(field ->
            before.stream()
                .filter(old -> old.name().equals(field.name()))
                .filter(old -> old.html().equals(field.html()))
                .findFirst()
                .orElse(field))
        .toList();
  }

  private String url() {
    Iri url = document.url();
    return url != null && url.isWeb() ? url.value() : document.id().value();
  }

  private @Nullable Iri sameHost(@Nullable Iri iri) {
    return iri != null && iri.sameOrigin(document.id()) ? iri : null;
  }

  private static @Nullable Iri image(@Nullable ImageDocument image) {
    return image != null && image.url().isWeb() ? image.url() : null;
  }

  private static String description(@Nullable ImageDocument image) {
    return image == null || image.name() == null ? "" : image.name();
  }

  private List<CustomEmoji> emoji() {
    return document.emoji().stream()
        .filter(tag -> tag.icon().isWeb())
        .limit(MOST_EMOJI)
        .map((EmojiTag tag) -> new CustomEmoji(tag.shortcode(), tag.icon()))
        .toList();
  }

  private static ActorKind kind(ActorType type) {
    return switch (type) {
      case PERSON -> ActorKind.PERSON;
      case SERVICE -> ActorKind.SERVICE;
      case APPLICATION -> ActorKind.APPLICATION;
      case GROUP -> ActorKind.GROUP;
      case ORGANIZATION -> ActorKind.ORGANIZATION;
    };
  }
}
