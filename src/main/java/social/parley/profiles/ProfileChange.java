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
    Choices choices,
    @Nullable Picture avatar,
    @Nullable String avatarDescription,
    @Nullable Picture header,
    @Nullable String headerDescription,
    @Nullable List<String> attributionDomains) {
  /** Everything stays. */
  static final ProfileChange NONE =
      new ProfileChange(null, null, null, Choices.NONE, null, null, null, null, null);

  /** A row of the profile's table, as typed. */
  public record Row(String name, String value) {}

  /** What is either so or not; null leaves it as it is. */
  public record Choices(
      @Nullable Boolean locked,
      @Nullable Boolean bot,
      @Nullable Boolean discoverable,
      @Nullable Boolean indexable,
      @Nullable Boolean hideCollections,
      @Nullable Boolean showMedia,
      @Nullable Boolean showMediaOfReplies,
      @Nullable Boolean showFeatured) {
    public static final Choices NONE = new Choices(null, null, null, null, null, null, null, null);
  }

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
    return new ProfileChange(displayName, bio, fields, Choices.NONE, null, null, null, null, null);
  }

  /** Only pictures; one that goes takes its description with it. */
  public static ProfileChange pictures(@Nullable Picture avatar, @Nullable Picture header) {
    return new ProfileChange(
        null,
        null,
        null,
        Choices.NONE,
        avatar,
        avatar == Picture.NONE ? "" : null,
        header,
        header == Picture.NONE ? "" : null,
        null);
  }
}
