package social.parley.activitystreams;

import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** A picture that decorates something: an avatar, a header, a thumbnail. */
public record ImageDocument(
    Iri url,
    @Nullable String mediaType,
    @Nullable String name,
    @Nullable String blurhash,
    @Nullable Integer width,
    @Nullable Integer height) {
  public static ImageDocument of(Iri url, @Nullable String mediaType) {
    return new ImageDocument(url, mediaType, null, null, null, null);
  }
}
