package social.parley.mastodon;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.MediaId;
import social.parley.core.Refused;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.posts.Post;
import social.parley.posts.PostVersion;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.text.TextFormat;

/** Fills StatusEdit, StatusSource and the answer to a deletion. */
final class StatusHistory {
  private final Database database;
  private final Actors actors;
  private final Posts posts;
  private final Media media;
  private final AccountView accounts;
  private final MediaView files;
  private final EmojiView emojis;

  StatusHistory(
      Database database,
      Actors actors,
      Posts posts,
      Media media,
      AccountView accounts,
      MediaView files,
      EmojiView emojis) {
    this.database = database;
    this.actors = actors;
    this.posts = posts;
    this.media = media;
    this.accounts = accounts;
    this.files = files;
    this.emojis = emojis;
  }

  /** All versions, oldest first. */
  List<StatusJson.Edit> of(@Nullable ActorId viewer, Post post) {
    Actor author = actors.byId(post.author()).orElseThrow(Refused.NotFound::new);
    AccountJson account = accounts.of(author);
    Map<MediaId, MediaFile> known =
        database.read(db -> media.ofPost(db, post.id())).stream()
            .collect(Collectors.toMap(MediaFile::id, Function.identity()));
    return posts.history(viewer, post.id()).stream()
        .map(version -> edit(version, account, known))
        .toList();
  }

  private StatusJson.Edit edit(
      PostVersion version, AccountJson account, Map<MediaId, MediaFile> known) {
    List<MediaFile> attached =
        version.media().stream().map(known::get).filter(Objects::nonNull).toList();
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
        files.of(attached),
        emojis.of(version.emoji()));
  }

  StatusJson.Source source(Post post) {
    return new StatusJson.Source(
        post.id().toString(),
        StatusRendering.source(post),
        post.warning(),
        (post.sourceFormat() == null ? TextFormat.PLAIN : post.sourceFormat()).mediaType());
  }
}
