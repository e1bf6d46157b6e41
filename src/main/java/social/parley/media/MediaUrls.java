package social.parley.media;

import java.util.Optional;
import social.parley.core.Iri;

/** The public addresses of files: {@code /media/<id>/<key>}. */
public final class MediaUrls {
  /** What every media path starts with. */
  public static final String PATH = "/media/";

  private final Iri base;

  public MediaUrls(Iri base) {
    this.base = base;
  }

  /** The file itself; one of another server comes through this one. */
  public Iri full(MediaFile file) {
    return at(file, file.blobKey());
  }

  /** The small picture of a file, if it has one. */
  public Optional<Iri> preview(MediaFile file) {
    return Optional.ofNullable(file.previewKey()).map(key -> at(file, key));
  }

  /** What all of them start with; then come the id and the key. */
  public Iri folder() {
    return new Iri(base.value() + PATH);
  }

  private Iri at(MediaFile file, String key) {
    return new Iri(base.value() + PATH + file.id() + "/" + key);
  }
}
