package social.parley.mastodon.streaming;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import social.parley.accounts.Access;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.http.RateLimits;
import social.parley.http.Sockets;
import social.parley.lists.Lists;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.streaming.StreamNames.Asked;
import social.parley.streaming.Channel;
import social.parley.streaming.EventStream;
import social.parley.streaming.Streams;

/** {@code /api/v1/streaming}: one stream as events over HTTP, or many over one WebSocket. */
public final class StreamingApi implements Endpoints {
  static final String BASE = "/api/v1/streaming";
  private static final List<String> PATHS =
      List.of(
          "user",
          "user/notification",
          "public",
          "public/local",
          "public/remote",
          "hashtag",
          "hashtag/local",
          "list",
          "direct");

  private final Authorization authorization;
  private final Streams streams;
  private final Duration quiet;
  private final StreamNames names;
  private final StreamingSockets sockets;

  public StreamingApi(
      Authorization authorization, RateLimits limits, Streams streams, Lists lists) {
    this(authorization, limits, streams, lists, EventStream.QUIET);
  }

  StreamingApi(
      Authorization authorization,
      RateLimits limits,
      Streams streams,
      Lists lists,
      Duration quiet) {
    this.authorization = authorization;
    this.streams = streams;
    this.quiet = quiet;
    this.names = new StreamNames(lists);
    this.sockets = new StreamingSockets(authorization, limits, streams, names);
  }

  @Override
  public List<Sockets> sockets() {
    return List.of(sockets);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(BASE + "/health", ctx -> ctx.contentType("text/plain; charset=utf-8").result("OK"));
    routes.get(BASE, ctx -> events(ctx, Parameters.of(ctx).text("stream", "")));
    for (String path : PATHS) {
      String name = path.replace('/', ':');
      routes.get(BASE + "/" + path, ctx -> events(ctx, withMedia(ctx, name)));
    }
  }

  private static String withMedia(Context ctx, String name) {
    boolean onlyMedia = Parameters.of(ctx).flag("only_media", false);
    return name.startsWith("public") && onlyMedia ? name + ":media" : name;
  }

  private void events(Context ctx, String name) {
    Access access = authorization.user(ctx);
    Parameters given = Parameters.of(ctx);
    Asked asked = new Asked(name, given.text("tag"), given.text("list"));
    Channel channel = names.channel(asked, access);
    EventStream stream =
        new EventStream(
            access.actor(), access.token().id(), access.covers(StreamNames.NOTIFICATIONS));
    streams.open(stream);
    try {
      streams.subscribe(stream, channel, asked.words());
      ctx.contentType("text/event-stream; charset=utf-8");
      ctx.header("Cache-Control", "private, no-store");
      ctx.header("X-Accel-Buffering", "no");
      stream.write(ctx.res().getOutputStream(), quiet);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } finally {
      streams.close(stream);
    }
  }
}
