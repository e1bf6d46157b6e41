package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.lists.ListId;
import social.parley.lists.Lists;
import social.parley.streaming.Channel;
import social.parley.streaming.EventStream;
import social.parley.streaming.Streams;
import social.parley.text.Hashtag;

/** What is new on the page that somebody has open, as server-sent events. */
final class LivePage implements Endpoints {
  private final PageParts parts;
  private final Streams streams;
  private final Lists lists;

  LivePage(PageParts parts, Streams streams, Lists lists) {
    this.parts = parts;
    this.streams = streams;
    this.lists = lists;
    streams.attach(new PageWire());
  }

  @Override
  public void addTo(RoutesConfig routes) {
    parts
        .routing()
        .page(
            routes,
            "/live",
            ctx ->
                parts
                    .visitors()
                    .find(ctx)
                    // Without content the browser asks no more (HTML, server-sent events).
                    .ifPresentOrElse(me -> listen(ctx, me), () -> ctx.status(204)));
  }

  private void listen(Context ctx, Visitor me) {
    Parameters given = Parameters.of(ctx);
    Channel channel = channel(me, given.text("on", ""), given.text("of", ""));
    PageStream page = new PageStream(me);
    streams.open(page);
    try {
      streams.subscribe(page, new Channel.Told(me.id()), List.of("told"));
      streams.subscribe(page, channel, List.of("page"));
      ctx.contentType("text/event-stream; charset=utf-8");
      ctx.header("Cache-Control", "private, no-store");
      ctx.header("X-Accel-Buffering", "no");
      page.write(ctx.res().getOutputStream(), EventStream.QUIET);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } finally {
      streams.close(page);
    }
  }

  private Channel channel(Visitor me, String on, String of) {
    return switch (on) {
      case "home" -> new Channel.Home(me.id());
      case "local" -> new Channel.Everyone(Channel.Where.HERE, false);
      case "federated" -> new Channel.Everyone(Channel.Where.ELSEWHERE, false);
      case "tag" -> new Channel.Tagged(Hashtag.normalise(of), false);
      case "thread" -> new Channel.Answers(PostId.parse(of));
      case "messages" -> new Channel.Direct(me.id());
      case "list" -> new Channel.ListOf(lists.own(me.id(), ListId.parse(of)).id());
      case "" -> new Channel.Told(me.id());
      default -> throw new Refused.NotFound();
    };
  }
}
