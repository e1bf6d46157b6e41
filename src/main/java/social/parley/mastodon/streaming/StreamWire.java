package social.parley.mastodon.streaming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.http.JsonAnswers;
import social.parley.mastodon.StatusCrowd;
import social.parley.posts.Post;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.storage.Announcement;
import social.parley.streaming.Message;
import social.parley.streaming.Subscription;
import social.parley.streaming.Wire;
import social.parley.timelines.HomesWritten;
import social.parley.timelines.ListsWritten;

/** How each announcement is called and what it carries; each payload is written out once. */
public final class StreamWire implements Wire {
  private final StatusCrowd statuses;
  private final Map<Class<?>, BiConsumer<Announcement, List<Subscription>>> senders =
      new HashMap<>();

  public StreamWire(StatusCrowd statuses) {
    this.statuses = statuses;
    on(PostPublished.class, (published, to) -> post("update", published.post(), to));
    on(HomesWritten.class, (written, to) -> post("update", written.post(), to));
    on(ListsWritten.class, (written, to) -> post("update", written.post(), to));
    on(PostEdited.class, (edited, to) -> post("status.update", edited.post(), to));
    on(PostDeleted.class, (gone, to) -> send("delete", gone.post().id().toString(), to));
  }

  /** What looks the same to all who hear of it, or has no payload. */
  public <A extends Announcement> StreamWire same(
      Class<A> kind, String event, Function<A, @Nullable Object> payload) {
    on(kind, (what, to) -> send(event, text(payload.apply(what)), to));
    return this;
  }

  /**
   * What is filled for each person who hears of it; those for whom there is nothing hear nothing.
   */
  public <A extends Announcement> StreamWire own(
      Class<A> kind, String event, BiFunction<ActorId, A, @Nullable Object> payload) {
    on(
        kind,
        (what, to) -> {
          Map<ActorId, List<Subscription>> byPerson = new HashMap<>();
          for (Subscription one : to)
            byPerson.computeIfAbsent(one.connection().person(), _ -> new ArrayList<>()).add(one);
          byPerson.forEach((person, theirs) -> {
            Object filled = payload.apply(person, what);
            if (filled != null) send(event, text(filled), theirs);
          });
        });
    return this;
  }

  private <A extends Announcement> void on(
      Class<A> kind, BiConsumer<A, List<Subscription>> sender) {
    senders.put(kind, (what, to) -> sender.accept(kind.cast(what), to));
  }

  @Override
  public void send(Announcement what, List<Subscription> to) {
    BiConsumer<Announcement, List<Subscription>> sender = senders.get(what.getClass());
    if (sender != null) sender.accept(what, to);
  }

  private void post(String event, Post post, List<Subscription> to) {
    Set<ActorId> viewers = new HashSet<>();
    for (Subscription one : to) viewers.add(one.connection().person());
    for (StatusCrowd.Look look : statuses.of(post, viewers)) {
      String payload = JsonAnswers.write(look.status());
      send(
          event,
          payload,
          to.stream().filter(one -> look.viewers().contains(one.connection().person())).toList());
    }
  }

  private static @Nullable String text(@Nullable Object payload) {
    return switch (payload) {
      case null -> null;
      case String word -> word;
      case Object filled -> JsonAnswers.write(filled);
    };
  }

  private static void send(String event, @Nullable String payload, List<Subscription> to) {
    Map<List<String>, Message> byStream = new HashMap<>();
    for (Subscription one : to)
      one.connection()
          .send(byStream.computeIfAbsent(one.words(), words -> new Message(words, event, payload)));
  }
}
