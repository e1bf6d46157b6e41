package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.actors.CustomEmoji;
import social.parley.announcements.NoticeReaction;
import social.parley.announcements.Notices;
import social.parley.emojis.Emojis;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;

/** What the people who run the server have to say to everybody. */
public final class AnnouncementsPage implements Endpoints {
  private static final String PATH = "/announcements";

  private final PageParts parts;
  private final Notices notices;
  private final Emojis emojis;
  private final EmojiText text;

  AnnouncementsPage(PageParts parts, Notices notices, Emojis emojis, EmojiText text) {
    this.parts = parts;
    this.notices = notices;
    this.emojis = emojis;
    this.text = text;
  }

  /** All that is announced just now, the latest first. */
  public record View(List<Row> rows) {}

  /** One announcement. */
  public record Row(
      long id,
      Html body,
      @Nullable Moment published,
      @Nullable Moment starts,
      @Nullable Moment ends,
      boolean read,
      List<ReactionView> reactions) {}

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.memberPage(routes, PATH, this::show);
    routing.memberForm(routes, PATH + "/{id}/read", this::read);
    routing.memberForm(routes, PATH + "/{id}/react", this::react);
  }

  private void show(Context ctx, Visitor me) {
    List<Row> rows = notices.shown(me.id()).reversed().stream().map(this::row).toList();
    View view = new View(rows);
    if (LocalPath.isPartial(ctx)) parts.pages().part(ctx, "announced", "view", view);
    else
      parts
          .pages()
          .show(
              ctx, Head.of(say("nav.announcements")).at(Nav.ANNOUNCEMENTS), "announcements", view);
  }

  private Row row(Notices.Shown shown) {
    social.parley.announcements.Notice notice = shown.notice();
    return new Row(
        notice.id(),
        new Html(text.pictured(notice.html(), emojis.usedIn(List.of(notice.html())))),
        moment(notice.publishedAt()),
        moment(notice.startsAt()),
        moment(notice.endsAt()),
        shown.read(),
        shown.reactions().stream().map(this::reaction).toList());
  }

  private @Nullable Moment moment(@Nullable Instant time) {
    return time == null ? null : parts.views().moment(time);
  }

  private ReactionView reaction(NoticeReaction one) {
    List<CustomEmoji> own =
        emojis.remembered(one.name()).map(emoji -> List.of(emoji.inText())).orElse(List.of());
    Html sign = own.isEmpty() ? Html.of(one.name()) : text.of(":" + one.name() + ":", own);
    return new ReactionView(one.name(), sign, one.count(), one.mine());
  }

  private void read(Context ctx, Visitor me) {
    notices.dismiss(me.id(), Routing.id(ctx));
    LocalPath.back(ctx, PATH);
  }

  private void react(Context ctx, Visitor me) {
    Parameters given = Parameters.of(ctx);
    if (given.has("take_back"))
      notices.unreact(me.id(), Routing.id(ctx), given.text("take_back", ""));
    else notices.react(me.id(), Routing.id(ctx), given.text("emoji", ""));
    LocalPath.back(ctx, PATH);
  }
}
