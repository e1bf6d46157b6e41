package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.MediaId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.http.UploadedFile;
import social.parley.media.Focus;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.media.Upload;

/** {@code /api/v2/media}: uploading files and describing them before they are posted. */
final class MediaApi implements Endpoints {
  private final Authorization authorization;
  private final Media media;
  private final MediaView view;
  private final Thumbnails thumbnails;

  MediaApi(Authorization authorization, Media media, MediaView view) {
    this.authorization = authorization;
    this.media = media;
    this.view = view;
    this.thumbnails = new Thumbnails(media);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v2/media", this::upload);
    routes.post("/api/v1/media", this::upload);
    routes.get("/api/v1/media/{id}", this::show);
    routes.put("/api/v1/media/{id}", this::edit);
    routes.patch("/api/v1/media/{id}", this::edit);
    routes.delete("/api/v1/media/{id}", this::delete);
  }

  @Override
  public List<String> uploads() {
    return List.of("/api/v2/media", "/api/v1/media");
  }

  private void upload(Context ctx) {
    ActorId me = authorization.user(ctx, "write:media").actor();
    Parameters given = Parameters.of(ctx);
    UploadedFile file = given.file("file");
    if (file == null) throw new Refused.Invalid("file", "ERR_BLANK", "File can't be blank");
    Focus focus = focus(given.text("focus"));
    try (InputStream content = file.open()) {
      MediaFile stored =
          media.upload(
              me,
              new Upload(
                  content, given.text("description", ""), focus == null ? Focus.CENTRE : focus));
      ctx.json(view.of(thumbnails.given(me, stored, given)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void show(Context ctx) {
    ActorId me = authorization.user(ctx, "write:media").actor();
    ctx.json(view.of(unattached(me, id(ctx))));
  }

  private void edit(Context ctx) {
    ActorId me = authorization.user(ctx, "write:media").actor();
    MediaId id = unattached(me, id(ctx)).id();
    Parameters given = Parameters.of(ctx);
    MediaFile edited = media.edit(me, id, given.text("description"), focus(given.text("focus")));
    ctx.json(view.of(thumbnails.given(me, edited, given)));
  }

  private void delete(Context ctx) {
    media.delete(authorization.user(ctx, "write:media").actor(), id(ctx));
    ctx.json(Map.of());
  }

  /** Once posted, a file is changed through its post. */
  private MediaFile unattached(ActorId me, MediaId id) {
    MediaFile file = media.own(me, id);
    if (file.postId() != null) throw new Refused.NotFound();
    return file;
  }

  /** Reads {@code x,y}. */
  static @Nullable Focus focus(@Nullable String text) {
    if (text == null || text.isBlank()) return null;
    return Focus.parse(text).orElseThrow(() -> new Refused.Invalid("focus", "is not a point"));
  }

  private static MediaId id(Context ctx) {
    return MediaId.parse(ctx.pathParam("id"));
  }
}
