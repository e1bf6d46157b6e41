package social.parley.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.MediaId;
import social.parley.core.Refused;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.posts.Post;
import social.parley.posts.PostVersion;
import social.parley.posts.Posts;
import social.parley.posts.Quote;
import social.parley.storage.Database;
import social.parley.text.TextFormat;

/** Fills StatusEdit, StatusSource and the answer to a deletion. */
final class StatusHistory {
  private final Database database;
  private final Actors actors;
  private final Posts posts;
  private final Media media;
  private final StatusView statuses;
  private final AccountView accounts;
  private final MediaView files;
  private final EmojiView emojis;

  StatusHistory(
      Database database,
      Actors actors,
      Posts posts,
      Media media,
      StatusView statuses,
      AccountView accounts,
      MediaView files,
      EmojiView emojis) {
    this.database = database;
    this.actors = actors;
    this.posts = posts;
    this.media = media;
    this.statuses = statuses;
    this.accounts = accounts;
    this.files = files;
    this.emojis = emojis;
  }

  /** All versions, oldest first. */
  List<StatusJson.Edit> of(@Nullable ActorId viewer, Post post) {
    Actor author = actors.byId(post.author()).orElseThrow(Refused.NotFound::new);
    AccountJson account = accounts.of(author);
    Map<MediaId, MediaFile> known =
        database.read(db -> media.all(db, post.id())).stream()
            .collect(Collectors.toMap(MediaFile::id, Function.identity()));
    Quote quote = post.quote();
    Object shown = quote == null ? null : statuses.of(viewer, post).quote();
    return posts.history(viewer, post.id()).stream()
        .map(version ->
            edit(
                version,
                account,
                attached(version, known),
                quote != null && quote.iri().equals(version.quote())
                    ? shown
                    : former(version.quote())))
        .toList();
  }

  /** Nobody vouches any more for what is quoted no more. */
  private static @Nullable QuoteJson former(@Nullable Iri quote) {
    return quote == null ? null : new QuoteJson("unauthorized", null);
  }

  /** The files as they were described then. */
  private List<MediaJson> attached(PostVersion version, Map<MediaId, MediaFile> known) {
    List<MediaJson> attached = new ArrayList<>();
    for (PostVersion.File one : version.media()) {
      MediaFile file = known.get(one.id());
      if (file != null) attached.add(files.of(file).described(one.description()));
    }
    return attached;
  }

  private StatusJson.Edit edit(
      PostVersion version, AccountJson account, List<MediaJson> attached, @Nullable Object quote) {
    return new StatusJson.Edit(
        version.html(),
        version.warning(),
        version.sensitive(),
        ApiDates.of(version.writtenAt()),
        account,
        version.options().isEmpty()
            ? null
            : new StatusJson.EditedPoll(
                version.options().stream().map(StatusJson.Title::new).toList()),
        attached,
        emojis.of(version.emoji()),
        quote);
  }

  StatusJson.Source source(Post post) {
    return new StatusJson.Source(
        post.id().toString(),
        StatusRendering.source(post),
        post.warning(),
        (post.sourceFormat() == null ? TextFormat.PLAIN : post.sourceFormat()).mediaType());
  }
}
