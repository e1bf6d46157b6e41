package social.parley.activitystreams;

import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;

/** A Link: where something can be had, and in what shape. */
public record LinkDocument(
    Iri href,
    @Nullable String mediaType,
    @Nullable String rel,
    @Nullable String name,
    @Nullable String hreflang,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long size,
    JsonNode raw)
    implements Thing {
  public static LinkDocument of(Iri href) {
    return of(href, null);
  }

  public static LinkDocument of(Iri href, @Nullable String mediaType) {
    return new LinkDocument(href, mediaType, null, null, null, null, null, null, Json.object());
  }

  /** True when there is nothing to say but the address, which then is written as a string. */
  boolean isBare() {
    return mediaType == null
        && rel == null
        && name == null
        && hreflang == null
        && width == null
        && height == null
        && size == null
        && raw.isEmpty();
  }

  @Override
  public @Nullable Iri id() {
    return null;
  }

  @Override
  public String type() {
    String type = Values.type(raw);
    return type.isEmpty() ? "Link" : type;
  }
}
