package social.parley.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Attachment;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.FocalPoint;
import social.parley.activitystreams.HashtagTag;
import social.parley.activitystreams.LinkTag;
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
import social.parley.jsonld.Json;
import social.parley.media.MediaFile;
import social.parley.media.MediaUrls;
import social.parley.storage.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Local posts as they stand on the wire; {@link ForeignPost} is the way back. */
final class PostActivities {
  /** How FEP-e232 links to objects, and marks the link as a quote. */
  private static final String OBJECT_LINK =
      "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";

  private static final String QUOTE_REL = "https://misskey-hub.net/ns#_misskey_quote";

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

  /** A post with everybody it concerns; a boost is addressed to the author of the original. */
  Outgoing outgoing(Reading db, Post post) {
    return outgoing(db, post, author(db, post));
  }

  Outgoing outgoing(Reading db, Post post, Actor author) {
    Set<ActorId> ids = new TreeSet<>();
    if (post.isBoost()) ids.add(boosted(db, post).author());
    else if (namesAnybody(post))
      for (Addressee one : addressees.of(db, post.id())) if (one.addressed()) ids.add(one.actor());
    List<Actor> people =
        ids.isEmpty() ? List.of() : List.copyOf(needs.actors().byIds(db, ids).values());
    ActorId community = post.community();
    Actor group = community == null ? null : needs.actors().byId(db, community).orElse(null);
    return new Outgoing(post, author, people, group);
  }

  private static boolean namesAnybody(Post post) {
    return post.reach() == Reach.MENTIONED || !post.mentions().isEmpty() || post.quote() != null;
  }

  private Post boosted(Reading db, Post boost) {
    PostId original = boost.boostOf();
    if (original == null) throw new IllegalArgumentException("not a boost");
    return posts.byId(db, original).orElseThrow(Refused.NotFound::new);
  }

  /** The post itself. */
  ObjectDocument document(Reading db, Outgoing outgoing) {
    Post post = outgoing.post();
    List<Tag> tags = tags(db, post);
    ObjectBuilder document =
        ObjectDocument.of(kind(post), post.iri())
            .attributedTo(outgoing.author().iri())
            .audience(outgoing.audience())
            .name(title(post))
            .content(text(post))
            .language(post.language())
            .summary(post.warning().isEmpty() ? null : post.warning())
            .sensitive(post.sensitive())
            .url(new Iri(post.url()))
            .inReplyTo(post.inReplyToIri())
            .context(post.context())
            .conversation(post.context())
            .tags(tags)
            .interactionPolicy(policy(outgoing, tags))
            .attachments(attachments(db, post))
            .published(post.publishedAt())
            .updated(post.editedAt())
            .replies(Ref.of(outgoing.part("replies")))
            .likes(Ref.of(outgoing.part("likes")))
            .shares(Ref.of(outgoing.part("shares")));
    // The title stands in what was typed.
    if (post.source() != null && post.sourceFormat() != null && title(post) == null)
      document.source(new Source(post.source(), post.sourceFormat().mediaType()));
    if (post.hasPoll()) document.poll(poll(db, post.id()));
    if (post.authorizedBy() != null)
      document.raw(
          authorized("replyAuthorization", post.authorizedBy())
              .put("replyApproval", post.authorizedBy().value()));
    Quote quote = post.quote();
    if (quote != null)
      document
          .quote(quote.iri())
          .quoteAuthorization(quote.accepted() ? quote.authorization() : null);
    return document.build();
  }

  private static ObjectKind kind(Post post) {
    if (post.kind() == PostKind.PAGE) return ObjectKind.PAGE;
    return post.hasPoll() ? ObjectKind.QUESTION : ObjectKind.NOTE;
  }

  private static @Nullable String title(Post post) {
    return post.content() instanceof Content.Page page ? page.title() : null;
  }

  private static String text(Post post) {
    String heading = ForeignContent.heading(Objects.requireNonNullElse(title(post), ""));
    return post.html().startsWith(heading) ? post.html().substring(heading.length()) : post.html();
  }

  /** Under its present name and that of the first servers that knew it. */
  private static ObjectNode authorized(String name, Iri authorization) {
    return Json.object().put(name, authorization.value()).put("approvedBy", authorization.value());
  }

  private static JsonNode policy(Outgoing outgoing, List<Tag> tags) {
    List<Iri> named = new ArrayList<>();
    for (Tag tag : tags) if (tag instanceof MentionTag mention) named.add(mention.href());
    return PolicyActivities.write(outgoing.post(), outgoing.author(), named);
  }

  static Iri part(Post post, String name) {
    return new Iri(post.iri() + "/" + name);
  }

  private List<Tag> tags(Reading db, Post post) {
    List<Tag> tags = new ArrayList<>();
    Map<ActorId, Actor> named =
        post.mentions().isEmpty()
            ? Map.of()
            : needs.actors().byIds(db, post.mentions().stream().map(Mention::actor).toList());
    for (Mention mention : post.mentions()) {
      Actor actor = named.get(mention.actor());
      if (actor != null) tags.add(new MentionTag(actor.iri(), "@" + actor.handle()));
    }
    for (String tag : post.tags())
      tags.add(new HashtagTag(Tags.page(needs.settings(), tag), "#" + tag));
    for (CustomEmoji emoji : post.emoji()) tags.add(emoji.tag());
    Quote quote = post.quote();
    if (quote != null)
      tags.add(new LinkTag(quote.iri(), OBJECT_LINK, QUOTE_REL, "RE: " + quote.iri()));
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
  Activity published(Reading db, Outgoing outgoing) {
    if (outgoing.post().isBoost()) return announce(db, outgoing);
    return new Activity.Create(
        envelope(outgoing.part("activity"), outgoing, outgoing.post().publishedAt()),
        Ref.of(document(db, outgoing)));
  }

  private static Envelope envelope(Iri id, Outgoing outgoing, Instant when) {
    return Envelope.of(id, outgoing.author().iri(), outgoing.audience()).withPublished(when);
  }

  private Activity.Announce announce(Reading db, Outgoing outgoing) {
    Post boost = outgoing.post();
    Envelope envelope = envelope(boost.iri(), outgoing, boost.publishedAt());
    if (boost.authorizedBy() != null)
      envelope = envelope.withRaw(authorized("announceAuthorization", boost.authorizedBy()));
    return new Activity.Announce(envelope, Ref.of(boosted(db, boost).iri()));
  }

  Activity undoBoost(Reading db, Outgoing outgoing, Instant when) {
    return new Activity.Undo(
        envelope(outgoing.part("undo"), outgoing, when), Ref.of(announce(db, outgoing)));
  }

  /** The post has changed; mere poll counts carry no time of an edit. */
  Activity updated(Reading db, Outgoing outgoing, Instant when) {
    return new Activity.Update(
        envelope(needs.outbox().nextId(), outgoing, when), Ref.of(document(db, outgoing)));
  }

  Activity deleted(Outgoing outgoing, Instant when) {
    return new Activity.Delete(
        envelope(outgoing.part("delete"), outgoing, when),
        Ref.of(Tombstone.of(outgoing.post().iri())));
  }

  /** Pinned, or no longer. */
  Activity pinChanged(Post post, Actor author, boolean pinned) {
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
