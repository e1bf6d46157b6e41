package social.parley.activitystreams;

import tools.jackson.databind.JsonNode;

/** The rules of ActivityStreams 2.0 without mercy, for conformance checks. */
final class StrictJudge {
  private StrictJudge() {}

  static void judge(JsonNode document) {
    if (!document.isObject()) throw new Unreadable("not a JSON object");
  }
}
