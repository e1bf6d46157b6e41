package social.parley.mastodon.kinds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.mastodon.ApiDates;
import social.parley.media.ImageShape;
import social.parley.media.RemoteMedia;
import social.parley.posts.Content;
import social.parley.posts.Post;

/** Fills the details of posts; pictures come through this server, films and sounds do not. */
public final class DetailsView {
  private final RemoteMedia pictures;

  public DetailsView(RemoteMedia pictures) {
    this.pictures = pictures;
  }

  /** The name of a post's kind. */
  public static String kind(Post post) {
    return post.kind().name().toLowerCase(Locale.ROOT);
  }

  /** Of a post that is no note and no question. */
  public @Nullable DetailsJson of(Post post) {
    return switch (post.content()) {
      case Content.Note _, Content.Question _, Content.Boost _ -> null;
      case Content.Article article ->
          new DetailsJson(
              article.title(),
              address(article.link()),
              article.summary(),
              null,
              picture(article.cover()),
              null,
              null,
              null);
      case Content.Page page ->
          new DetailsJson(
              page.title(),
              address(page.link()),
              null,
              address(page.shared()),
              picture(page.cover()),
              null,
              null,
              null);
      case Content.Video video -> playing(video, play(video));
      case Content.Audio audio -> playing(audio, play(audio));
      case Content.Event event ->
          new DetailsJson(
              event.title(),
              address(event.link()),
              event.summary(),
              null,
              null,
              null,
              event(event),
              null);
      case Content.Book book ->
          new DetailsJson(
              book.title(), address(book.link()), null, null, null, null, null, book(book));
      case Content.Image _, Content.Document _, Content.Unknown _ -> playing(titled(post), null);
    };
  }

  private static Content.Titled titled(Post post) {
    return (Content.Titled) post.content();
  }

  private static DetailsJson playing(Content.Titled content, DetailsJson.@Nullable Play play) {
    return new DetailsJson(
        content.title(), address(content.link()), content.summary(), null, null, play, null, null);
  }

  private static DetailsJson.Play play(Content.Video video) {
    return new DetailsJson.Play(
        seconds(video.duration()),
        video.live(),
        video.closed(),
        null,
        null,
        video.licence(),
        video.category(),
        files(video.versions()),
        video.captions().stream()
            .map(one -> new DetailsJson.Captions(one.language(), one.url().value()))
            .toList());
  }

  private static DetailsJson.Play play(Content.Audio audio) {
    return new DetailsJson.Play(
        seconds(audio.duration()),
        false,
        false,
        audio.artist(),
        audio.album(),
        null,
        null,
        files(audio.versions()),
        List.of());
  }

  private static List<DetailsJson.File> files(List<Content.Version> versions) {
    return versions.stream()
        .map(one ->
            new DetailsJson.File(
                one.url().value(), one.mediaType(), one.width(), one.height(), one.size()))
        .toList();
  }

  private static DetailsJson.Event event(Content.Event event) {
    Content.Place place = event.place();
    boolean onGround = place != null && !(place.name() + place.address()).isEmpty();
    return new DetailsJson.Event(
        time(event.start()),
        time(event.end()),
        event.zone(),
        place == null || !onGround
            ? null
            : new DetailsJson.Place(
                place.name(), place.address(), place.latitude(), place.longitude()),
        place == null ? null : address(place.online()),
        event.status(),
        event.joining(),
        event.capacity(),
        event.participants());
  }

  private static DetailsJson.Book book(Content.Book book) {
    return new DetailsJson.Book(
        book.form(), address(book.book()), book.bookTitle(), book.rating(), book.passage());
  }

  private static @Nullable Double seconds(@Nullable Duration duration) {
    return duration == null ? null : (Double) (duration.toMillis() / 1000.0);
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : ApiDates.of(instant);
  }

  private static @Nullable String address(@Nullable Iri iri) {
    return iri == null ? null : iri.value();
  }

  private @Nullable String picture(@Nullable Iri iri) {
    return iri == null ? null : pictures.address(iri, ImageShape.FULL).value();
  }
}
