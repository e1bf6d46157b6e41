package social.parley.media;

import java.io.InputStream;
import java.util.List;
import social.parley.core.ActorId;
import social.parley.core.MediaId;
import social.parley.storage.Tx;

/** The pictures of the community itself: its logo, its banner and its wallpaper. */
public final class SiteImages {
  private final Media media;

  public SiteImages(Media media) {
    this.media = media;
  }

  /** Stores a picture; {@link #remove} must follow if it is not used after all. */
  public MediaFile upload(ActorId keeper, MediaPurpose purpose, InputStream content) {
    ImageShape shape =
        switch (purpose) {
          case LOGO -> ImageShape.LOGO;
          case BANNER -> ImageShape.BANNER;
          case WALLPAPER -> ImageShape.WALLPAPER;
          case POST, AVATAR, HEADER, EMOJI ->
              throw new IllegalArgumentException("not a picture of the community");
        };
    return media.store(keeper, purpose, Upload.of(content), shape);
  }

  /** Deletes a picture. */
  public void remove(Tx tx, MediaId id) {
    MediaStore.byId(tx, id).ifPresent(file -> media.remove(tx, List.of(file)));
  }
}
