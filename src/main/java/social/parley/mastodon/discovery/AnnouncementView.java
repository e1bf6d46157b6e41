package social.parley.mastodon.discovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.announcements.Notice;
import social.parley.announcements.NoticeReaction;
import social.parley.announcements.Notices;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.emojis.Emojis;
import social.parley.emojis.OwnEmoji;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.EmojiJson;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.Views;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** Fills Announcement entities: a fixed number of statements for all of them. */
public final class AnnouncementView {
  private final Views views;
  private final Actors actors;
  private final Posts posts;
  private final Emojis emojis;

  public AnnouncementView(Views views, Actors actors, Posts posts, Emojis emojis) {
    this.views = views;
    this.actors = actors;
    this.posts = posts;
    this.emojis = emojis;
  }

  /** As one person has them. */
  List<AnnouncementJson> of(Collection<Notices.Shown> shown) {
    Set<ActorId> people = new LinkedHashSet<>();
    Set<PostId> linked = new LinkedHashSet<>();
    for (Notices.Shown one : shown) {
      people.addAll(one.notice().mentions());
      linked.addAll(one.notice().posts());
    }
    Map<ActorId, Actor> known = actors.byIds(people);
    Map<PostId, Post> visible = linked.isEmpty() ? Map.of() : posts.visible(null, linked);
    return shown.stream()
        .map(one -> json(one.notice(), one.read(), one.reactions(), known, visible))
        .toList();
  }

  /** As it is told to everybody at once. */
  public AnnouncementJson of(Notice notice) {
    Map<PostId, Post> visible =
        notice.posts().isEmpty() ? Map.of() : posts.visible(null, notice.posts());
    return json(notice, null, List.of(), actors.byIds(notice.mentions()), visible);
  }

  private AnnouncementJson json(
      Notice notice,
      @Nullable Boolean read,
      List<NoticeReaction> reactions,
      Map<ActorId, Actor> known,
      Map<PostId, Post> visible) {
    List<StatusJson.Mention> mentions = new ArrayList<>();
    for (ActorId id : notice.mentions()) {
      Actor actor = known.get(id);
      if (actor != null)
        mentions.add(
            new StatusJson.Mention(id.toString(), actor.username(), actor.url(), actor.acct()));
    }
    return new AnnouncementJson(
        Long.toString(notice.id()),
        notice.html(),
        date(notice.startsAt()),
        date(notice.endsAt()),
        notice.allDay(),
        date(notice.publishedAt()),
        ApiDates.of(notice.updatedAt()),
        read,
        mentions,
        notice.posts().stream()
            .filter(visible::containsKey)
            .map(id ->
                new AnnouncementJson.Linked(
                    id.toString(), Objects.requireNonNull(visible.get(id)).url()))
            .toList(),
        views.tags().of(notice.tags()),
        views.emoji().of(emojis.usedIn(List.of(notice.source()))),
        reactions.stream().map(this::reaction).toList());
  }

  private AnnouncementJson.Reaction reaction(NoticeReaction reaction) {
    EmojiJson picture = picture(reaction.name());
    return new AnnouncementJson.Reaction(
        reaction.name(),
        reaction.count(),
        reaction.mine(),
        picture == null ? null : picture.url(),
        picture == null ? null : picture.staticUrl());
  }

  private @Nullable EmojiJson picture(String name) {
    OwnEmoji own = emojis.remembered(name).orElse(null);
    return own == null ? null : views.emoji().of(own);
  }

  private static @Nullable String date(@Nullable Instant time) {
    return time == null ? null : ApiDates.of(time);
  }
}
