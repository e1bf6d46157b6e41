package social.parley.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.MediaId;
import social.parley.core.PostId;

/**
 * A file of a post or profile.
 *
 * @param blobKey names the content in the store and in the public address; nobody can guess it
 * @param remoteUrl where the file of another server is, null for our own
 * @param previewRemoteUrl where the picture is that another server shows for it, null for none
 * @param width in pixels after turning it upright, null when not known
 * @param seconds how long it plays, null when it does not or nobody said
 * @param bytes size of the content, 0 when not known
 * @param postId the post it belongs to, null as long as it belongs to none
 * @param position its place among the post's files, from 0
 */
public record MediaFile(
    MediaId id,
    ActorId ownerId,
    MediaPurpose purpose,
    MediaKind kind,
    String mediaType,
    String blobKey,
    @Nullable String previewKey,
    @Nullable Iri remoteUrl,
    @Nullable Iri previewRemoteUrl,
    String description,
    double focusX,
    double focusY,
    @Nullable String blurhash,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Integer previewWidth,
    @Nullable Integer previewHeight,
    @Nullable Double seconds,
    long bytes,
    @Nullable PostId postId,
    int position,
    MediaState state,
    Instant createdAt) {
  public Focus focus() {
    return new Focus(focusX, focusY);
  }

  public boolean isRemote() {
    return remoteUrl != null;
  }
}
