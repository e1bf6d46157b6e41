package social.parley.actors;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;

/** An actor in the making: what the record has, to be changed field by field. */
final class ActorDraft {
  final ActorId id;
  final Iri iri;
  ActorKind kind = ActorKind.PERSON;
  String username;
  String domain;
  final boolean local;
  String displayName = "";
  String bioHtml = "";
  String bioSource = "";
  List<ProfileField> fields = List.of();
  String url;
  Iri inbox;
  @Nullable Iri sharedInbox;
  @Nullable Iri outbox;
  @Nullable Iri followers;
  @Nullable Iri following;
  @Nullable Iri featured;
  @Nullable Iri featuredTags;
  @Nullable Iri avatar;
  String avatarDescription = "";
  @Nullable Iri header;
  String headerDescription = "";
  boolean locked;
  boolean bot;
  boolean discoverable;
  boolean indexable;
  boolean hideCollections;
  boolean memorial;
  ProfileTabs tabs = ProfileTabs.ALL;
  List<Iri> alsoKnownAs = List.of();
  @Nullable ActorId movedTo;
  List<CustomEmoji> emoji = List.of();
  long followersCount;
  long followingCount;
  long postsCount;
  @Nullable Instant lastPostAt;
  final Instant createdAt;
  @Nullable Instant fetchedAt;
  Standing standing = Standing.OK;
  @Nullable Instant deletedAt;

  ActorDraft(
      ActorId id,
      Iri iri,
      boolean local,
      String username,
      String domain,
      String url,
      Iri inbox,
      Instant createdAt) {
    this.id = id;
    this.iri = iri;
    this.username = username;
    this.domain = domain;
    this.local = local;
    this.url = url;
    this.inbox = inbox;
    this.createdAt = createdAt;
  }

  static ActorDraft of(Actor actor) {
    ActorDraft draft =
        new ActorDraft(
            actor.id(),
            actor.iri(),
            actor.local(),
            actor.username(),
            actor.domain(),
            actor.url(),
            actor.inbox(),
            actor.createdAt());
    draft.copyProfile(actor);
    draft.copyState(actor);
    return draft;
  }

  private void copyProfile(Actor actor) {
    displayName = actor.displayName();
    bioHtml = actor.bioHtml();
    bioSource = actor.bioSource();
    fields = actor.fields();
    avatar = actor.avatar();
    avatarDescription = actor.avatarDescription();
    header = actor.header();
    headerDescription = actor.headerDescription();
    locked = actor.locked();
    bot = actor.bot();
    discoverable = actor.discoverable();
    indexable = actor.indexable();
    hideCollections = actor.hideCollections();
    memorial = actor.memorial();
    tabs = actor.tabs();
    alsoKnownAs = actor.alsoKnownAs();
    emoji = actor.emoji();
  }

  private void copyState(Actor actor) {
    kind = actor.kind();
    sharedInbox = actor.sharedInbox();
    outbox = actor.outbox();
    followers = actor.followers();
    following = actor.following();
    featured = actor.featured();
    featuredTags = actor.featuredTags();
    movedTo = actor.movedTo();
    followersCount = actor.followersCount();
    followingCount = actor.followingCount();
    postsCount = actor.postsCount();
    lastPostAt = actor.lastPostAt();
    fetchedAt = actor.fetchedAt();
    standing = actor.standing();
    deletedAt = actor.deletedAt();
  }

  Actor build() {
    return new Actor(
        id,
        iri,
        kind,
        username,
        domain,
        local,
        displayName,
        bioHtml,
        bioSource,
        fields,
        url,
        inbox,
        sharedInbox,
        outbox,
        followers,
        following,
        featured,
        featuredTags,
        avatar,
        avatarDescription,
        header,
        headerDescription,
        locked,
        bot,
        discoverable,
        indexable,
        hideCollections,
        memorial,
        tabs,
        alsoKnownAs,
        movedTo,
        emoji,
        followersCount,
        followingCount,
        postsCount,
        lastPostAt,
        createdAt,
        fetchedAt,
        standing,
        deletedAt);
  }
}
