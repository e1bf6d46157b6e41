package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.media.MediaKind;
import social.parley.media.RemoteMedia;
import social.parley.media.Served;
import social.parley.posts.Content;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.words.Words;

/**
 * The captions of films from elsewhere, for whoever may see the post. They come from this server,
 * as browsers load no others into its pages.
 */
final class Captions implements Endpoints {
  private static final int MOST = 40;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  private final Routing routing;
  private final Visitors visitors;
  private final Posts posts;
  private final RemoteMedia remote;

  Captions(Routing routing, Visitors visitors, Posts posts, RemoteMedia remote) {
    this.routing = routing;
    this.visitors = visitors;
    this.posts = posts;
    this.remote = remote;
  }

  /** The files of a post, its film with all captions that there are for it. */
  static List<MediaView> on(Post post, List<MediaView> files) {
    List<Content.Captions> captions = of(post);
    if (captions.isEmpty()) return files;
    List<MediaView.Track> tracks = new ArrayList<>();
    for (int i = 0; i < captions.size(); i++) {
      String language = captions.get(i).language();
      boolean known = LANGUAGE.matcher(language).matches();
      tracks.add(
          new MediaView.Track(
              "/posts/" + post.id() + "/captions/" + i,
              known ? language : null,
              known ? Words.now().language(language) : language));
    }
    List<MediaView> shown = new ArrayList<>(files);
    for (int i = 0; i < shown.size(); i++)
      if (shown.get(i).kind() == MediaKind.VIDEO) {
        shown.set(i, shown.get(i).captioned(tracks));
        break;
      }
    return shown;
  }

  private static List<Content.Captions> of(Post post) {
    if (!(post.content() instanceof Content.Video video)) return List.of();
    return video.captions().subList(0, Math.min(MOST, video.captions().size()));
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, "/posts/{id}/captions/{place}", this::send);
  }

  private void send(Context ctx) throws IOException {
    Post post = posts.seen(viewer(ctx), new PostId(Routing.id(ctx)));
    List<Content.Captions> captions = of(post);
    long place = Ids.parse(ctx.pathParam("place"));
    if (place < 0 || place >= captions.size()) throw new Refused.NotFound();
    Served.Stored stored = remote.captions(captions.get((int) place).url(), post.author());
    ctx.header("Content-Security-Policy", "default-src 'none'; sandbox");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cache-Control", "private, max-age=3600");
    ctx.contentType(stored.mediaType() + "; charset=utf-8");
    try (InputStream in = stored.blob().open(0)) {
      ctx.result(in.readAllBytes());
    }
  }

  private @Nullable ActorId viewer(Context ctx) {
    return visitors.find(ctx).map(Visitor::id).orElse(null);
  }
}
