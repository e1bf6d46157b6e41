package social.parley.media;

import java.io.InputStream;

/** A file on its way in, with what its owner says about it; whoever made it closes the stream. */
public record Upload(InputStream content, String description, Focus focus) {
  public static Upload of(InputStream content) {
    return new Upload(content, "", Focus.CENTRE);
  }
}
