package social.parley.actors;

import social.parley.activitystreams.ActorDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which lists a profile offers beside the posts: media, with those of answers, and featured. */
public record ProfileTabs(boolean media, boolean mediaOfReplies, boolean featured) {
  public static final ProfileTabs ALL = new ProfileTabs(true, true, true);

  private static final String MEDIA = "showMedia";
  private static final String REPLIES = "showRepliesInMedia";
  private static final String FEATURED = "showFeatured";

  /** What another server says of its actor. */
  static ProfileTabs received(ActorDocument document) {
    JsonNode raw = document.raw();
    return new ProfileTabs(
        raw.path(MEDIA).asBoolean(true),
        raw.path(REPLIES).asBoolean(true),
        raw.path(FEATURED).asBoolean(true));
  }

  /** Adds to what a document says beside its usual members. */
  void write(ObjectNode raw) {
    raw.put(MEDIA, media).put(REPLIES, mediaOfReplies).put(FEATURED, featured);
  }
}
