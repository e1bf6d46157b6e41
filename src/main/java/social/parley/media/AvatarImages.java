package social.parley.media;

import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.MediaId;
import social.parley.storage.Tx;

/** The pictures of local profiles, cut to their shape. */
public final class AvatarImages {
  private final Media media;

  public AvatarImages(Media media) {
    this.media = media;
  }

  /**
   * Stores a picture that is not yet shown anywhere; {@link #keep} must follow once the profile
   * names it.
   */
  public MediaFile upload(ActorId owner, MediaPurpose purpose, InputStream content) {
    ImageShape shape =
        switch (purpose) {
          case AVATAR -> ImageShape.AVATAR;
          case HEADER -> ImageShape.HEADER;
          case POST, EMOJI, LOGO, BANNER, WALLPAPER ->
              throw new IllegalArgumentException("not a profile picture");
        };
    return media.store(owner, purpose, Upload.of(content), shape);
  }

  /** Deletes all pictures of this purpose that somebody had, except the one now in use. */
  public void keep(Tx tx, ActorId owner, MediaPurpose purpose, @Nullable MediaId used) {
    List<MediaFile> unused =
        MediaStore.ofProfile(tx, owner, purpose).stream()
            .filter(Predicate.not(file -> file.id().equals(used)))
            .toList();
    media.remove(tx, unused);
  }
}
