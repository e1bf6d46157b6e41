package social.parley.profiles;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants to change of their profile; null leaves a part as it is. */
public record ProfileChange(
    @Nullable String displayName,
    @Nullable String bio,
    @Nullable List<Row> fields,
    @Nullable Boolean locked,
    @Nullable Boolean bot,
    @Nullable Boolean discoverable,
    @Nullable Boolean indexable,
    @Nullable Boolean hideCollections,
    @Nullable Picture avatar,
    @Nullable String avatarDescription,
    @Nullable Picture header,
    @Nullable String headerDescription) {
  /** A row of the profile's table, as typed. */
  public record Row(String name, String value) {}

  /** An uploaded picture, or the wish to have none. */
  @FunctionalInterface
  public interface Picture {
    /** Opens the upload; null takes the picture away. */
    @Nullable InputStream open() throws IOException;

    /** Takes the picture away. */
    Picture NONE = () -> null;
  }

  /** Only texts, as a form without uploads sends them. */
  public static ProfileChange texts(String displayName, String bio, List<Row> fields) {
    return new ProfileChange(
        displayName, bio, fields, null, null, null, null, null, null, null, null, null);
  }
}
