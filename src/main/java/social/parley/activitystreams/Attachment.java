package social.parley.activitystreams;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** A file or link that belongs to an object; the name is its alternative text. */
public record Attachment(
    String type,
    Iri url,
    @Nullable String mediaType,
    @Nullable String name,
    @Nullable String blurhash,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable FocalPoint focalPoint,
    @Nullable Duration duration,
    @Nullable Long size,
    @Nullable ImageDocument icon) {
  public static Attachment of(
      String type, Iri url, @Nullable String mediaType, @Nullable String name) {
    return new Attachment(type, url, mediaType, name, null, null, null, null, null, null, null);
  }

  /** True for a web page shown as a preview, not a file. */
  public boolean isLink() {
    return type.equals("Link") || type.equals("Page");
  }
}
