package social.parley.mastodon.notifications;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.CustomEmoji;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.filters.FilterContext;
import social.parley.http.Rendered;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.EmojiJson;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.Views;
import social.parley.notifications.Notification;
import social.parley.notifications.NotificationGroup;
import social.parley.notifications.NotificationType;
import social.parley.notifications.Wording;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.words.Dictionary;

/**
 * Fills Notification and NotificationGroup entities: a fixed number of statements for a page.
 * Notifications of what their recipient may not see any more are left out.
 */
public final class NotificationView {
  private final Views views;
  private final Actors actors;
  private final Posts posts;
  private final Map<NotificationType, SubjectView> subjects;

  public NotificationView(
      Views views, Actors actors, Posts posts, Map<NotificationType, SubjectView> subjects) {
    this.views = views;
    this.actors = actors;
    this.posts = posts;
    this.subjects = Map.copyOf(subjects);
  }

  /** Everything that a page of notifications refers to. */
  private record Loaded(
      Map<ActorId, Actor> actors,
      Map<ActorId, Rendered> accounts,
      Map<PostId, Post> posts,
      Map<PostId, StatusJson> statuses,
      Map<NotificationType, Map<Long, ?>> subjects) {

    @Nullable StatusJson status(Notification one) {
      PostId id = one.postId();
      return id == null ? null : statuses.get(id);
    }

    /** Null when there should be one and is none. */
    @Nullable SubjectJson subject(Notification one) {
      if (!one.type().hasSubject()) return SubjectJson.NONE;
      Long row = one.subjectId();
      Object subject = row == null ? null : subjects.getOrDefault(one.type(), Map.of()).get(row);
      return subject == null ? null : SubjectJson.of(one.type(), subject);
    }

    boolean holds(Notification one) {
      return accounts.containsKey(one.actorId())
          && (one.postId() == null || status(one) != null)
          && subject(one) != null;
    }
  }

  /** In the order given. */
  public List<NotificationJson> of(ActorId me, List<Notification> list, KnownTypes known) {
    if (list.isEmpty()) return List.of();
    Loaded loaded = load(me, list, List.of());
    List<NotificationJson> rendered = new ArrayList<>(list.size());
    for (Notification one : list) {
      Rendered account = loaded.accounts().get(one.actorId());
      StatusJson status = loaded.status(one);
      SubjectJson subject = loaded.subject(one);
      if (account == null || subject == null || (one.postId() != null && status == null)) continue;
      rendered.add(
          new NotificationJson(
              Long.toString(one.id()),
              known.word(one.type()),
              ApiDates.of(one.createdAt()),
              one.key(),
              account,
              status,
              subject,
              one.emoji().isEmpty() ? null : one.emoji(),
              picture(one),
              one.filtered(),
              fallback(loaded, one, known),
              one.seen()));
    }
    return rendered;
  }

  /** In the order given; of the others in a group only little when {@code partial}. */
  NotificationGroupJson.Results of(
      ActorId me, List<NotificationGroup> groups, KnownTypes known, boolean partial) {
    List<Notification> heads = groups.stream().map(NotificationGroup::latest).toList();
    List<ActorId> others = groups.stream().flatMap(group -> group.sample().stream()).toList();
    Loaded loaded = load(me, heads, others);
    Set<ActorId> full = new LinkedHashSet<>();
    Set<ActorId> rest = new LinkedHashSet<>();
    Map<String, StatusJson> statuses = new LinkedHashMap<>();
    List<NotificationGroupJson> rendered = new ArrayList<>();
    for (NotificationGroup group : groups) {
      Notification head = group.latest();
      SubjectJson subject = loaded.subject(head);
      if (subject == null || !loaded.holds(head)) continue;
      StatusJson status = loaded.status(head);
      if (status != null) statuses.put(status.id(), status);
      List<String> sample = new ArrayList<>();
      for (ActorId one : group.sample()) {
        if (!loaded.accounts().containsKey(one)) continue;
        (partial && !sample.isEmpty() ? rest : full).add(one);
        sample.add(one.toString());
      }
      rendered.add(group(group, sample, status, subject, known, fallback(loaded, head, known)));
    }
    rest.removeAll(full);
    return new NotificationGroupJson.Results(
        full.stream().map(loaded.accounts()::get).toList(),
        partial ? partial(loaded, rest) : null,
        List.copyOf(statuses.values()),
        rendered);
  }

  private List<NotificationGroupJson.Partial> partial(Loaded loaded, Set<ActorId> people) {
    List<Actor> some = people.stream().map(loaded.actors()::get).filter(Objects::nonNull).toList();
    return views.accounts().all(some).stream().map(NotificationGroupJson.Partial::of).toList();
  }

  private NotificationGroupJson group(
      NotificationGroup group,
      List<String> sample,
      @Nullable StatusJson status,
      SubjectJson subject,
      KnownTypes known,
      NotificationJson.@Nullable Fallback fallback) {
    Notification head = group.latest();
    Long oldest = group.oldestOnPage();
    return new NotificationGroupJson(
        group.key(),
        group.count(),
        known.word(head.type()),
        head.id(),
        oldest == null ? null : oldest.toString(),
        oldest == null ? null : Long.toString(head.id()),
        oldest == null ? null : ApiDates.of(head.createdAt()),
        sample,
        status == null ? null : status.id(),
        subject,
        head.emoji().isEmpty() ? null : head.emoji(),
        picture(head),
        fallback);
  }

  /** The picture of a reaction that is one, from this server. */
  private @Nullable String picture(Notification one) {
    String url = one.emojiUrl();
    if (url == null) return null;
    return views
        .emoji()
        .of(new CustomEmoji(one.emoji(), new Iri(url)))
        .map(EmojiJson::url)
        .orElse(null);
  }

  private static NotificationJson.@Nullable Fallback fallback(
      Loaded loaded, Notification one, KnownTypes known) {
    if (known.holds(one.type())) return null;
    Actor actor = loaded.actors().get(one.actorId());
    String name = actor == null ? "" : actor.name();
    Post post = one.postId() == null ? null : loaded.posts().get(one.postId());
    return new NotificationJson.Fallback(
        Entities.escape(Wording.title(Dictionary.english(), one, name)),
        post == null ? null : Entities.escape(Wording.body(post)));
  }

  private Loaded load(ActorId me, List<Notification> list, List<ActorId> others) {
    Set<PostId> wanted = new HashSet<>();
    Set<ActorId> people = new HashSet<>(others);
    Map<NotificationType, Set<Long>> rows = new EnumMap<>(NotificationType.class);
    for (Notification one : list) {
      people.add(one.actorId());
      if (one.postId() != null) wanted.add(one.postId());
      if (one.type().hasSubject() && one.subjectId() != null)
        rows.computeIfAbsent(one.type(), _ -> new LinkedHashSet<>()).add(one.subjectId());
    }
    Collection<Post> there = posts.byIds(wanted).values();
    // Who wrote them and who is named beside them is looked up together.
    Set<ActorId> all = new HashSet<>(people);
    for (Post post : there) all.add(post.author());
    Map<ActorId, Actor> known = actors.byIds(all);
    List<Post> visible = posts.visible(me, List.copyOf(there));
    Map<PostId, StatusJson> statuses =
        views.statuses().byId(me, visible, FilterContext.NOTIFICATIONS);
    Map<PostId, Post> shown = HashMap.newHashMap(visible.size());
    for (Post post : visible) shown.put(post.id(), post);
    Map<ActorId, Rendered> accounts = views.accounts().rendered(people);
    Map<NotificationType, Map<Long, ?>> about = new EnumMap<>(NotificationType.class);
    rows.forEach((type, ids) -> {
      SubjectView view = subjects.get(type);
      if (view != null) about.put(type, view.of(me, ids));
    });
    return new Loaded(known, accounts, shown, statuses, about);
  }
}
