package social.parley.cards;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;

/**
 * What a link leads to, as its page describes itself.
 *
 * @param url the link as it stands in posts
 * @param canonical the address that the page itself goes by
 * @param creator the account that the page names as its author, whether it agrees or not
 * @param html a player in a frame, empty for none
 * @param width of the picture or the player in pixels, 0 when not known
 * @param image where the picture is, on the server of the page
 */
public record Card(
    long id,
    Iri url,
    Iri canonical,
    CardKind kind,
    String title,
    String description,
    @Nullable String language,
    String authorName,
    String authorUrl,
    @Nullable ActorId creatorId,
    String providerName,
    String providerUrl,
    String html,
    int width,
    int height,
    @Nullable Iri image,
    String imageDescription,
    String embedUrl,
    @Nullable String blurhash,
    @Nullable Instant publishedAt) {}
