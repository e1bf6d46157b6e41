package social.parley.media;

import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** A file of a remote post as its server describes it. */
public record RemoteFile(
    Iri url,
    String mediaType,
    MediaKind kind,
    String description,
    Focus focus,
    @Nullable String blurhash,
    @Nullable Integer width,
    @Nullable Integer height) {}
