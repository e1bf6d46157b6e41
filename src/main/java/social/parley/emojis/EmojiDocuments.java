package social.parley.emojis;

import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ActivityWriter;
import social.parley.activitystreams.Unknown;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.federation.ObjectSource;
import social.parley.jsonld.Json;
import tools.jackson.databind.node.ObjectNode;

/** Custom emoji as documents at their ids. */
public final class EmojiDocuments implements ObjectSource {
  private final Emojis emojis;

  public EmojiDocuments(Emojis emojis) {
    this.emojis = emojis;
  }

  @Override
  public Answer find(Iri iri, @Nullable ActorId reader) {
    if (!iri.value().contains("/emojis/")) return new Answer.Unknown();
    for (OwnEmoji emoji : emojis.all())
      if (emoji.iri().equals(iri)) return new Answer.Shown(document(emoji));
    return new Answer.Unknown();
  }

  private static Unknown document(OwnEmoji emoji) {
    ObjectNode node = Json.object();
    node.set("@context", ActivityWriter.context());
    node.put("id", emoji.iri().value())
        .put("type", "Emoji")
        .put("name", ":" + emoji.shortcode() + ":")
        .put("updated", emoji.updatedAt().toString());
    node.putObject("icon")
        .put("type", "Image")
        .put("mediaType", emoji.mediaType())
        .put("url", emoji.url().value());
    return Unknown.verbatim(node);
  }
}
