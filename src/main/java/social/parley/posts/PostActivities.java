package social.parley.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Attachment;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.EmojiTag;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.FocalPoint;
import social.parley.activitystreams.HashtagTag;
import social.parley.activitystreams.MentionTag;
import social.parley.activitystreams.ObjectBuilder;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.activitystreams.PollDocument;
import social.parley.activitystreams.PollOption;
import social.parley.activitystreams.Ref;
import social.parley.activitystreams.Source;
import social.parley.activitystreams.Tag;
import social.parley.activitystreams.Tombstone;
import social.parley.actors.Actor;
import social.parley.actors.CustomEmoji;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.media.MediaFile;
import social.parley.media.MediaUrls;
import social.parley.storage.Reading;

/** Local posts as they stand on the wire; {@link ForeignPost} is the way back. */
final class PostActivities {
  private final Posts.Needs needs;
  private final MediaUrls files;
  private final PostStore posts = new PostStore();
  private final PollStore polls = new PollStore();
  private final AddresseeStore addressees = new AddresseeStore();

  PostActivities(Posts.Needs needs) {
    this.needs = needs;
    this.files = new MediaUrls(needs.settings().url());
  }

  Actor author(Reading db, Post post) {
    return needs.actors().byId(db, post.author()).orElseThrow(Refused.NotFound::new);
  }

  /** Everybody addressed by name. */
  List<Actor> addressed(Reading db, Post post) {
    Set<ActorId> ids = new TreeSet<>();
    for (Addressee one : addressees.of(db, post.id())) if (one.addressed()) ids.add(one.actor());
    return new ArrayList<>(needs.actors().byIds(db, ids).values());
  }

  Audience audience(Reading db, Post post) {
    List<Iri> people = addressed(db, post).stream().map(Actor::iri).toList();
    Iri followers = author(db, post).followers();
    if (followers == null) throw new IllegalStateException("a local author without followers");
    return audience(post.reach(), followers, people);
  }

  private static Audience audience(Reach reach, Iri followers, List<Iri> people) {
    Audience audience =
        switch (reach) {
          case PUBLIC -> Audience.everyone(followers);
          case QUIET -> Audience.quiet(followers);
          case FOLLOWERS -> Audience.to(followers);
          case MENTIONED -> Audience.of(people, List.of());
        };
    if (reach != Reach.MENTIONED) for (Iri one : people) audience = audience.alsoCc(one);
    return audience;
  }

  /** The post itself. */
  ObjectDocument document(Reading db, Post post) {
    ObjectKind kind = post.hasPoll() ? ObjectKind.QUESTION : ObjectKind.NOTE;
    ObjectBuilder document =
        ObjectDocument.of(kind, post.iri())
            .attributedTo(author(db, post).iri())
            .audience(audience(db, post))
            .content(post.html())
            .language(post.language())
            .summary(post.warning().isEmpty() ? null : post.warning())
            .sensitive(post.sensitive())
            .url(new Iri(post.url()))
            .inReplyTo(post.inReplyToIri())
            .context(post.context())
            .conversation(post.context())
            .tags(tags(db, post))
            .attachments(attachments(db, post))
            .published(post.publishedAt())
            .updated(post.editedAt())
            .replies(Ref.of(part(post, "replies")))
            .likes(Ref.of(part(post, "likes")))
            .shares(Ref.of(part(post, "shares")));
    if (post.source() != null && post.sourceFormat() != null)
      document.source(new Source(post.source(), post.sourceFormat().mediaType()));
    if (post.hasPoll()) document.poll(poll(db, post.id()));
    return document.build();
  }

  static Iri part(Post post, String name) {
    return new Iri(post.iri() + "/" + name);
  }

  private List<Tag> tags(Reading db, Post post) {
    List<Tag> tags = new ArrayList<>();
    Map<ActorId, Actor> named =
        needs.actors().byIds(db, post.mentions().stream().map(Mention::actor).toList());
    for (Mention mention : post.mentions()) {
      Actor actor = named.get(mention.actor());
      if (actor != null) tags.add(new MentionTag(actor.iri(), "@" + actor.handle()));
    }
    for (String tag : post.tags())
      tags.add(new HashtagTag(Tags.page(needs.settings(), tag), "#" + tag));
    for (CustomEmoji emoji : post.emoji())
      tags.add(new EmojiTag(null, ":" + emoji.shortcode() + ":", emoji.url(), null, null));
    return tags;
  }

  private List<Attachment> attachments(Reading db, Post post) {
    if (!post.hasMedia()) return List.of();
    return needs.media().ofPost(db, post.id()).stream().map(this::attachment).toList();
  }

  private Attachment attachment(MediaFile file) {
    return new Attachment(
        "Document",
        files.full(file),
        file.mediaType(),
        file.description().isEmpty() ? null : file.description(),
        file.blurhash(),
        file.width(),
        file.height(),
        new FocalPoint(file.focusX(), file.focusY()),
        null,
        null,
        null);
  }

  private @Nullable PollDocument poll(Reading db, PostId id) {
    Poll poll = polls.of(db, List.of(id)).get(id);
    if (poll == null) return null;
    boolean hidden = poll.hidesTotals(needs.clock().instant());
    return new PollDocument(
        poll.multiple(),
        poll.options().stream()
            .map(option -> new PollOption(option.title(), hidden ? null : option.votes()))
            .toList(),
        poll.expiresAt(),
        poll.ended(),
        poll.ended() ? poll.expiresAt() : null,
        poll.voters());
  }

  /** The post or boost as the activity that published it. */
  Activity published(Reading db, Post post) {
    if (post.isBoost()) return announce(db, post);
    ObjectDocument document = document(db, post);
    Iri actor = author(db, post).iri();
    return new Activity.Create(
        Envelope.of(part(post, "activity"), actor, document.audience())
            .withPublished(post.publishedAt()),
        Ref.of(document));
  }

  private Activity.Announce announce(Reading db, Post boost) {
    Actor booster = author(db, boost);
    PostId original = boost.boostOf();
    if (original == null) throw new IllegalArgumentException("not a boost");
    Post boosted = posts.byId(db, original).orElseThrow(Refused.NotFound::new);
    Iri followers = booster.followers();
    if (followers == null) throw new IllegalStateException("a local author without followers");
    Audience audience = audience(boost.reach(), followers, List.of(author(db, boosted).iri()));
    return new Activity.Announce(
        Envelope.of(boost.iri(), booster.iri(), audience).withPublished(boost.publishedAt()),
        Ref.of(boosted.iri()));
  }

  Activity undoBoost(Reading db, Post boost) {
    Activity.Announce announce = announce(db, boost);
    return new Activity.Undo(
        Envelope.of(part(boost, "undo"), announce.actor(), announce.audience()), Ref.of(announce));
  }

  /** The post has changed; mere poll counts carry no time of an edit. */
  Activity updated(Reading db, Post post) {
    ObjectDocument document = document(db, post);
    return new Activity.Update(
        Envelope.of(needs.outbox().nextId(), author(db, post).iri(), document.audience())
            .withPublished(needs.clock().instant()),
        Ref.of(document));
  }

  Activity deleted(Reading db, Post post, Instant when) {
    return new Activity.Delete(
        Envelope.of(part(post, "delete"), author(db, post).iri(), audience(db, post))
            .withPublished(when),
        Ref.of(Tombstone.of(post.iri())));
  }

  /** Pinned, or no longer. */
  Activity pinChanged(Reading db, Post post, boolean pinned) {
    Actor author = author(db, post);
    if (author.featured() == null || author.followers() == null)
      throw new IllegalStateException("a local author without collections");
    Envelope envelope =
        Envelope.of(needs.outbox().nextId(), author.iri(), Audience.everyone(author.followers()))
            .withTarget(Ref.of(author.featured()));
    Ref object = Ref.of(post.iri());
    return pinned ? new Activity.Add(envelope, object) : new Activity.Remove(envelope, object);
  }

  /** One choice in somebody's poll: a note with a name and no text. */
  static Activity vote(Iri id, Actor voter, Actor asker, Post poll, String choice) {
    Audience audience = Audience.to(asker.iri());
    ObjectDocument note =
        ObjectDocument.of(ObjectKind.NOTE, id)
            .attributedTo(voter.iri())
            .audience(audience)
            .name(choice)
            .inReplyTo(poll.iri())
            .build();
    return new Activity.Create(
        Envelope.of(new Iri(id + "/activity"), voter.iri(), audience), Ref.of(note));
  }
}
