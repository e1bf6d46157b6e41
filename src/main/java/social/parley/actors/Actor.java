package social.parley.actors;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;

/**
 * One who acts, local or remote. Every address in it is stored, never computed, so that a domain
 * can be taken over with all its links alive. {@code bioSource} and the fields' sources are empty
 * for remote actors; {@code avatar} and {@code header} say where the picture is published.
 */
public record Actor(
    ActorId id,
    Iri iri,
    ActorKind kind,
    String username,
    String domain,
    boolean local,
    String displayName,
    String bioHtml,
    String bioSource,
    List<ProfileField> fields,
    String url,
    Iri inbox,
    @Nullable Iri sharedInbox,
    @Nullable Iri outbox,
    @Nullable Iri followers,
    @Nullable Iri following,
    @Nullable Iri featured,
    @Nullable Iri featuredTags,
    @Nullable Iri avatar,
    String avatarDescription,
    @Nullable Iri header,
    String headerDescription,
    boolean locked,
    boolean bot,
    boolean discoverable,
    boolean indexable,
    boolean hideCollections,
    boolean memorial,
    ProfileTabs tabs,
    List<Iri> alsoKnownAs,
    @Nullable ActorId movedTo,
    List<CustomEmoji> emoji,
    long followersCount,
    long followingCount,
    long postsCount,
    @Nullable Instant lastPostAt,
    Instant createdAt,
    @Nullable Instant fetchedAt,
    Standing standing,
    @Nullable Instant deletedAt) {

  public Actor {
    fields = List.copyOf(fields);
    alsoKnownAs = List.copyOf(alsoKnownAs);
    emoji = List.copyOf(emoji);
  }

  /** The address people type, with the domain also for local actors. */
  public Handle handle() {
    return new Handle(username, domain);
  }

  /** The address as the client API writes it: without a domain for local actors. */
  public String acct() {
    return local ? username : username + "@" + domain;
  }

  /** The display name, or the username where none was chosen. */
  public String name() {
    return displayName.isBlank() ? username : displayName;
  }

  /** Where to deliver what many on that server may see. */
  public Iri sharedInboxOrInbox() {
    return sharedInbox == null ? inbox : sharedInbox;
  }

  public boolean isDeleted() {
    return deletedAt != null;
  }

  /** Neither deleted, nor suspended, nor waiting for a moderator's yes. */
  public boolean isPresent() {
    return mayBeKnown() && standing != Standing.SUSPENDED;
  }

  /** Whether others may learn that there is such an actor; they do of a suspended one. */
  public boolean mayBeKnown() {
    return deletedAt == null && standing != Standing.PENDING;
  }
}
