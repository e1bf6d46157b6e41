package social.parley.fediverse;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A post as the API of one server shows it to somebody. */
public record Status(JsonNode json) {
  /** Its id on that server. */
  public String id() {
    return json.path("id").asString();
  }

  /** Its id everywhere. */
  public String uri() {
    return json.path("uri").asString();
  }

  /** The address of its page. */
  public String url() {
    return json.path("url").asString();
  }

  /** Its text without markup. */
  public String text() {
    return json.path("content").asString().replaceAll("<[^>]*>", "");
  }

  public String visibility() {
    return json.path("visibility").asString();
  }

  public long count(String of) {
    return json.path(of + "_count").asLong();
  }

  /** What is boosted by it. */
  public Status boosted() {
    return new Status(json.path("reblog"));
  }

  public boolean isBoost() {
    return json.path("reblog").isObject();
  }

  /** The votes for each answer of its poll. */
  public List<Long> votes() {
    return json.path("poll")
        .path("options")
        .valueStream()
        .map(option -> option.path("votes_count").asLong())
        .toList();
  }

  public JsonNode at(String pointer) {
    return json.at(pointer);
  }
}
