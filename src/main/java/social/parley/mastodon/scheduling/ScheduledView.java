package social.parley.mastodon.scheduling;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.MediaView;
import social.parley.mastodon.QuotePolicies;
import social.parley.mastodon.Visibilities;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.posts.Draft;
import social.parley.posts.Policy;
import social.parley.posts.PollDraft;
import social.parley.posts.Terms;
import social.parley.scheduling.ScheduledPost;
import social.parley.storage.Database;

/** Fills ScheduledStatus entities. */
public final class ScheduledView {
  private final Database database;
  private final Media media;
  private final MediaView files;

  public ScheduledView(Database database, Media media, MediaView files) {
    this.database = database;
    this.media = media;
    this.files = files;
  }

  public ScheduledJson of(ScheduledPost post) {
    return of(post.author(), List.of(post)).getFirst();
  }

  /** Several of one person's. */
  public List<ScheduledJson> of(ActorId author, List<ScheduledPost> posts) {
    Set<MediaId> wanted = new HashSet<>();
    for (ScheduledPost post : posts) wanted.addAll(post.draft().media());
    Map<MediaId, MediaFile> known =
        wanted.isEmpty() ? Map.of() : database.read(db -> media.own(db, author, wanted));
    return posts.stream().map(post -> json(post, known)).toList();
  }

  private ScheduledJson json(ScheduledPost post, Map<MediaId, MediaFile> known) {
    List<MediaFile> attached =
        post.draft().media().stream().map(known::get).filter(Objects::nonNull).toList();
    return new ScheduledJson(
        Long.toString(post.id()),
        ApiDates.of(post.dueAt()),
        params(post),
        files.of(attached),
        post.failedAt() == null ? null : ApiDates.of(post.failedAt()),
        post.failure());
  }

  private static ScheduledJson.Params params(ScheduledPost post) {
    Draft draft = post.draft();
    PostId parent = draft.inReplyTo();
    Terms terms = draft.terms();
    return new ScheduledJson.Params(
        draft.text(),
        poll(draft.poll()),
        draft.media().isEmpty() ? null : draft.media().stream().map(MediaId::toString).toList(),
        draft.sensitive(),
        draft.warning().isEmpty() ? null : draft.warning(),
        Visibilities.name(draft.reach()),
        parent == null ? null : parent.value(),
        draft.language(),
        post.applicationId(),
        null,
        draft.idempotencyKey(),
        false,
        draft.format().mediaType(),
        terms.quote() == null ? null : terms.quote().toString(),
        quotes(terms.policy()),
        people(terms.allowedMentions()));
  }

  private static @Nullable String quotes(@Nullable Policy policy) {
    Policy.Rule rule = policy == null ? null : policy.quote();
    return rule == null ? null : QuotePolicies.word(rule);
  }

  private static @Nullable List<String> people(@Nullable List<ActorId> ids) {
    return ids == null ? null : ids.stream().map(ActorId::toString).toList();
  }

  private static ScheduledJson.@Nullable Poll poll(@Nullable PollDraft poll) {
    return poll == null
        ? null
        : new ScheduledJson.Poll(
            poll.options(), poll.expiresIn().toSeconds(), poll.multiple(), poll.hideTotals());
  }
}
