package social.parley.mastodon.kinds;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Details of a post that is no note; what is not known, or belongs to another kind, is absent. */
@JsonInclude(Include.NON_EMPTY)
public record DetailsJson(
    String title,
    @Nullable String url,
    @Nullable String summary,
    @Nullable String link,
    @Nullable String cover,
    @Nullable Play play,
    @Nullable Event event,
    @Nullable Book book) {

  /** A film or a piece of sound; the duration is in seconds. */
  @JsonInclude(Include.NON_EMPTY)
  public record Play(
      @Nullable Double duration,
      boolean live,
      boolean commentsClosed,
      @Nullable String artist,
      @Nullable String album,
      @Nullable String licence,
      @Nullable String category,
      List<File> files,
      List<Captions> captions) {}

  /** One of the forms in which it can be had. */
  @JsonInclude(Include.NON_EMPTY)
  public record File(
      String url,
      String mediaType,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Long size) {}

  /** What is spoken, as a file in a language. */
  public record Captions(String language, String url) {}

  /** When and where something takes place. */
  @JsonInclude(Include.NON_EMPTY)
  public record Event(
      @Nullable String startTime,
      @Nullable String endTime,
      @Nullable String timeZone,
      @Nullable Place place,
      @Nullable String onlineUrl,
      @Nullable String status,
      @Nullable String joinMode,
      @Nullable Long capacity,
      @Nullable Long participants) {}

  /** A place on the ground. */
  @JsonInclude(Include.NON_EMPTY)
  public record Place(
      String name, String address, @Nullable Double latitude, @Nullable Double longitude) {}

  /** What is said of a book; of five stars. */
  @JsonInclude(Include.NON_EMPTY)
  public record Book(
      String form,
      @Nullable String url,
      @Nullable String title,
      @Nullable Double rating,
      @Nullable String passage) {}
}
