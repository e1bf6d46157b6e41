package social.parley.activitystreams;

import org.jspecify.annotations.Nullable;

/** The text that its author typed, before it became HTML. */
public record Source(String content, @Nullable String mediaType) {
  /** Misskey's dialect. */
  public static final String MFM = "text/x.misskeymarkdown";

  public static final String MARKDOWN = "text/markdown";
  public static final String PLAIN = "text/plain";
}
