package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What Pleroma adds to a Status, as far as everybody sees the same. */
record PleromaJson(boolean local, String conversationId, Plain content, Plain spoilerText) {

  /** A text without markup. */
  record Plain(@JsonProperty("text/plain") String text) {}
}
