package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Caching;
import social.parley.http.Endpoints;
import social.parley.http.Ranges;
import social.parley.media.Blob;
import social.parley.media.Keyed;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.media.MediaPurpose;
import social.parley.media.RemoteMedia;
import social.parley.media.Served;
import social.parley.posts.Posts;

/**
 * The files of posts and profiles. Other servers and apps fetch files without saying who they are,
 * so the address itself is the key: it holds 130 random bits, and only those who may see a post are
 * ever told the addresses of its files.
 */
final class MediaEndpoint implements Endpoints {
  private static final Duration OPEN_AGE = Duration.ofDays(30);

  private final Media media;
  private final RemoteMedia remote;
  private final Posts posts;

  MediaEndpoint(Media media, RemoteMedia remote, Posts posts) {
    this.media = media;
    this.remote = remote;
    this.posts = posts;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/media/proxy/{key}/{shape}/{address}", this::proxied);
    routes.get("/media/{id}/{key}", this::file);
  }

  private void proxied(Context ctx) throws IOException {
    String key = ctx.pathParam("key");
    Served served = remote.open(key, ctx.pathParam("shape"), ctx.pathParam("address"));
    Caching.shared(ctx, OPEN_AGE);
    send(ctx, key, served);
  }

  private void file(Context ctx) throws IOException {
    String key = ctx.pathParam("key");
    Keyed keyed = media.byKey(key).orElseThrow(Refused.NotFound::new);
    MediaFile file = keyed.file();
    if (!file.id().toString().equals(ctx.pathParam("id"))) throw new Refused.NotFound();
    if (isOpen(file)) Caching.shared(ctx, OPEN_AGE);
    else ctx.header("Cache-Control", "private, max-age=3600");
    send(ctx, key, remote.open(keyed));
  }

  private boolean isOpen(MediaFile file) {
    if (file.purpose() != MediaPurpose.POST) return true;
    PostId id = file.postId();
    // Asked as nobody, so that authors who are gone or kept away count as well.
    return id != null
        && posts.visible(null, List.of(id)).values().stream()
            .anyMatch(post -> post.reach().isOpen());
  }

  private static void send(Context ctx, String key, Served served) throws IOException {
    switch (served) {
      case Served.Elsewhere(var url) -> ctx.redirect(url.value(), HttpStatus.FOUND);
      case Served.Stored(String type, Blob blob) -> {
        // What a file says about itself is never run, whatever it turns out to be.
        ctx.header("Content-Security-Policy", "default-src 'none'; sandbox");
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        ctx.disableCompression();
        if (Caching.unchanged(ctx, key)) return;
        Ranges.send(ctx, type, blob.bytes(), blob::open);
      }
    }
  }
}
