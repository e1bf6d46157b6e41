package social.parley.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.CustomEmoji;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.posts.Composer.Composed;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import social.parley.text.TextFormat;

/** Posts that local people write, edit and delete. */
final class Publishing {
  private final Posts.Needs needs;
  private final PostWriter writer;
  private final Polls polls;
  private final Composer composer;
  private final Submissions submissions;
  private final DraftLimits limits;
  private final Visibility visibility = new Visibility();
  private final PostStore store = new PostStore();
  private final IdempotencyKeys keys = new IdempotencyKeys();
  private final Quoting quoting = new Quoting();
  private final Permissions permissions = new Permissions();
  private final CommunityBans bans = new CommunityBans();

  Publishing(Posts.Needs needs, PostWriter writer, Polls polls) {
    this.needs = needs;
    this.writer = writer;
    this.polls = polls;
    this.composer =
        new Composer(needs.settings(), needs.actors(), needs.remoteActors(), needs.emojis());
    this.submissions = new Submissions(needs, composer);
    this.limits = new DraftLimits(needs.settings().limits());
  }

  Post publish(Draft draft, Consumer<Tx> first) {
    Optional<Post> before = needs.database().read(db -> repeated(db, draft));
    if (before.isPresent()) return before.get();
    checkForm(draft);
    Composed composed = submissions.placed(draft, composer.compose(draft));
    checkMentions(draft, composed);
    return needs
        .database()
        .write(tx -> {
          first.accept(tx);
          return publish(tx, draft, composed);
        });
  }

  void check(Draft draft) {
    checkForm(draft);
    needs
        .database()
        .read(db -> {
          parent(db, draft);
          quoting.quoted(db, draft);
          needs.media().check(db, draft.author(), draft.media());
          return draft;
        });
  }

  private void checkForm(Draft draft) {
    limits.check(draft);
    for (PostRule rule : needs.rules()) rule.check(draft);
  }

  private static void checkMentions(Draft draft, Composed composed) {
    List<ActorId> allowed = draft.terms().allowedMentions();
    if (allowed == null) return;
    List<ActorId> others =
        composed.mentionedIds().stream()
            .filter(one -> !allowed.contains(one) && !one.equals(draft.author()))
            .sorted()
            .toList();
    if (!others.isEmpty()) throw new Refused.Unexpected(others);
  }

  private Optional<Post> repeated(Reading db, Draft draft) {
    String key = draft.idempotencyKey();
    if (key == null) return Optional.empty();
    return keys.find(db, draft.author(), key, needs.clock().instant())
        .flatMap(id -> store.byId(db, id));
  }

  private Post publish(Tx tx, Draft draft, Composed composed) {
    Instant now = needs.clock().instant();
    PostId id = new PostId(needs.ids().next());
    String key = draft.idempotencyKey();
    if (key != null && !keys.claim(tx, draft.author(), key, id, now))
      return repeated(tx, draft).orElseThrow(() -> new Refused.Conflict("Already published"));
    Actor author = author(tx, draft.author());
    Post parent = parent(tx, draft);
    Post quoted = quoting.quoted(tx, draft);
    Place place = new Place(id, now, author, parent, quoted, isHeld(tx, draft, parent, quoted));
    Poll poll = draft.poll() == null ? null : polls.begin(id, draft.poll(), now);
    List<Addressee> addressees = Quoting.addressees(addressees(composed), draft, quoted);
    Post post = post(tx, draft, composed, place);
    checkBan(tx, post, parent);
    Post stored =
        writer
            .store(tx, new NewPost(post, author, addressees, List.of(), poll, true, false))
            .orElseThrow(() -> new Refused.Conflict("Already published"));
    if (poll != null) polls.planEnd(tx, poll);
    return stored;
  }

  private void checkBan(Reading db, Post post, @Nullable Post parent) {
    ActorId community = parent == null ? post.community() : parent.community();
    if (community != null && bans.hold(db, community, post.author(), post.publishedAt()))
      throw new Refused.Forbidden("The moderators of this community no longer let you post there");
  }

  /** Where a new post stands: whose it is, when it comes, and what it answers and quotes. */
  private record Place(
      PostId id,
      Instant now,
      Actor author,
      @Nullable Post parent,
      @Nullable Post quoted,
      boolean held) {}

  private static boolean localOnly(Terms terms, @Nullable Post parent, @Nullable Post quoted) {
    if (quoted != null && quoted.localOnly()) return true;
    return terms.localOnly() != null ? terms.localOnly() : parent != null && parent.localOnly();
  }

  private Post post(Reading db, Draft draft, Composed composed, Place place) {
    Actor author = place.author();
    Post quoted = place.quoted();
    Iri iri = new Iri(author.iri() + "/posts/" + place.id());
    Reach reach = Quoting.reach(draft, quoted);
    PostChange change =
        new PostChange(
                place.id(), iri, author.url() + "/" + place.id(), author.id(), true, place.now())
            .reach(reach)
            .html(Quoting.html(composed.html(), quoted))
            .source(draft.text(), draft.format())
            .warning(draft.warning(), draft.sensitive() || !draft.warning().isBlank())
            .language(draft.language())
            .mentions(composed.mentions())
            .tags(composed.tags())
            .emoji(composed.emoji())
            .media(draft.media())
            .application(draft.application())
            .policy(policy(db, draft, reach))
            .localOnly(localOnly(draft.terms(), place.parent(), quoted))
            .community(composed.community())
            .held(place.held(), null);
    if (draft.poll() != null) change.content(PostKind.QUESTION, new Content.Question());
    if (!composed.title().isEmpty())
      change.content(PostKind.PAGE, Content.Page.of(composed.title()));
    if (quoted != null)
      change.quote(quoting.quote(db, draft, quoted, actor(db, quoted.author()), place.id()));
    if (place.parent() == null) change.context(new Iri(iri + "/context"));
    else change.inReplyTo(place.parent().iri());
    return change.build();
  }

  /** What the author chose for this post, else for all posts that reach so far. */
  private static Policy policy(Reading db, Draft draft, Reach reach) {
    Policy chosen = draft.terms().policy() == null ? Policy.SILENT : draft.terms().policy();
    Policy policy =
        chosen.limitsInteractions()
            ? chosen
            : chosen.withInteractions(DefaultPolicies.of(db, draft.author(), reach));
    return reach.isOpen() ? policy : policy.withQuote(null);
  }

  /** Whether the reply must wait until the author of what it answers agrees. */
  private boolean isHeld(Reading db, Draft draft, @Nullable Post parent, @Nullable Post quoted) {
    if (parent == null) return false;
    if (parent.held())
      throw new Refused.Forbidden("The post you are replying to is itself awaiting approval");
    // Nobody elsewhere is asked about what they never get.
    boolean untold = !parent.local() && localOnly(draft.terms(), parent, quoted);
    return switch (permissions.of(db, draft.author(), parent, Deed.REPLY)) {
      case OPEN -> false;
      case KNOWN -> !parent.local() && !untold;
      case MANUAL, UNKNOWN -> !untold;
      case DENIED ->
          throw new Refused.Forbidden("The author of this post does not allow you to reply to it");
    };
  }

  private Actor actor(Reading db, ActorId id) {
    return needs.actors().byId(db, id).orElseThrow(Refused.NotFound::new);
  }

  private Actor author(Tx tx, ActorId id) {
    return needs
        .actors()
        .byId(tx, id)
        .filter(actor -> actor.local() && actor.isPresent())
        .orElseThrow(() -> new Refused.Forbidden("This account may not post"));
  }

  /** What is answered; an answer to a boost goes to the original. */
  private @Nullable Post parent(Reading db, Draft draft) {
    if (draft.inReplyTo() == null) return null;
    Post parent = store.byId(db, draft.inReplyTo()).orElseThrow(Refused.NotFound::new);
    if (!visibility.canSee(db, draft.author(), parent)) throw new Refused.NotFound();
    return parent.boostOf() == null
        ? parent
        : store.byId(db, parent.boostOf()).orElseThrow(Refused.NotFound::new);
  }

  private static List<Addressee> addressees(Composed composed) {
    List<Addressee> addressees = new ArrayList<>();
    for (ActorId actor : composed.mentionedIds()) addressees.add(new Addressee(actor, true, true));
    return addressees;
  }

  Post edit(ActorId me, PostId id, Edit edit) {
    Post before = needs.database().read(db -> own(db, me, id));
    TextFormat format = chosen(edit.format(), chosen(before.sourceFormat(), TextFormat.PLAIN));
    Draft draft =
        new Draft(
            me,
            chosen(edit.text(), chosen(before.source(), "")),
            format,
            chosen(edit.warning(), before.warning()),
            chosen(edit.sensitive(), before.sensitive()),
            edit.language() == null ? before.language() : edit.language(),
            before.reach(),
            before.inReplyTo(),
            chosen(edit.media(), before.media()),
            edit.poll(),
            before.application(),
            null,
            new Terms(before.quote() == null ? null : before.quote().post(), null, null, null));
    checkForm(draft);
    Composed composed = submissions.again(before, draft, composer.compose(draft));
    return needs.database().write(tx -> edit(tx, own(tx, me, id), edit, draft, composed));
  }

  private Post edit(Tx tx, Post before, Edit edit, Draft draft, Composed composed) {
    Instant now = needs.clock().instant();
    Poll poll = polls.changed(tx, before.id(), draft.poll(), now);
    PostChange change =
        PostChange.of(before)
            .html(Quoting.kept(composed.html(), before))
            .source(draft.text(), draft.format())
            .warning(draft.warning(), draft.sensitive() || !draft.warning().isBlank())
            .language(draft.language())
            .mentions(composed.mentions())
            .tags(composed.tags())
            .emoji(poll == null || draft.poll() != null ? composed.emoji() : both(before, composed))
            .media(draft.media())
            .editedAt(now);
    if (poll != null) change.content(PostKind.QUESTION, new Content.Question());
    if (!composed.title().isEmpty())
      change.content(PostKind.PAGE, Content.Page.of(composed.title()));
    if (edit.quotes() != null && before.reach().isOpen())
      change.policy(before.policy().withQuote(edit.quotes()));
    Post quoted = before.quote() == null ? null : quoted(tx, before.quote());
    List<Addressee> addressees = Quoting.addressees(addressees(composed), draft, quoted);
    NewPost changed =
        new NewPost(
            change.build(), author(tx, draft.author()), addressees, List.of(), poll, false, false);
    Post after = writer.edit(tx, before, changed, edit.descriptions());
    if (draft.poll() != null && poll != null) polls.planEnd(tx, poll);
    return after;
  }

  private @Nullable Post quoted(Reading db, Quote quote) {
    return quote.post() == null ? null : store.byId(db, quote.post()).orElse(null);
  }

  /** The answers of a poll that stays keep the emoji they had. */
  private static List<CustomEmoji> both(Post before, Composed composed) {
    Set<CustomEmoji> all = new LinkedHashSet<>(composed.emoji());
    all.addAll(before.emoji());
    return List.copyOf(all);
  }

  private static <T> T chosen(@Nullable T first, T otherwise) {
    return first == null ? otherwise : first;
  }

  Post delete(ActorId me, PostId id, boolean withMedia) {
    return needs
        .database()
        .write(tx -> {
          Post post = own(tx, me, id);
          writer.delete(tx, post);
          if (withMedia) needs.media().discard(tx, me, post.media());
          return post;
        });
  }

  private Post own(Reading db, ActorId me, PostId id) {
    return store
        .byId(db, id)
        .filter(post -> post.author().equals(me) && !post.isBoost())
        .orElseThrow(Refused.NotFound::new);
  }
}
