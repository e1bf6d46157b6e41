package social.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.conversations.Conversation;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.follows.FollowOptions;
import social.parley.lists.PersonalList;
import social.parley.lists.Replies;
import social.parley.notifications.Notification;
import social.parley.notifications.NotificationFilter;
import social.parley.posts.Draft;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.timelines.AccountFilter;
import social.parley.timelines.PublicFilter;
import social.parley.timelines.TagFilter;
import social.parley.timelines.Timelines;

/**
 * Whoever pages through a list, downwards or upwards, gets everything in it once, also while more
 * comes, and also where the list is full of what they may not see.
 */
abstract class PagingContract {
  private static final int WHOLE = 100_000;

  private final Random random = new Random(20261125);
  private Village village;
  private ActorId ada;
  private ActorId ben;
  private ActorId cleo;
  private ActorId dora;
  private Map<String, Function<Cursor, Page<Long>>> feeds;

  abstract Village open();

  /** Dora blocks Ada, so that much of what there is stays hidden from her. */
  @BeforeEach
  void settle() {
    village = open();
    ada = village.person("ada");
    ben = village.person("ben");
    cleo = village.person("cleo");
    dora = village.person("dora");
    village.features().follows().follow(ada, ben, FollowOptions.USUAL);
    village.features().follows().follow(ada, cleo, FollowOptions.USUAL);
    PersonalList list =
        village.features().feeds().lists().create(ada, "Ben", Replies.FOLLOWED, false);
    village.features().feeds().lists().join(ada, list.id(), List.of(ben));
    feeds = feeds(list);
    for (int i = 0; i < 60; i++) somethingHappens();
    village.features().blocks().block(dora, ada);
    for (int i = 0; i < 10; i++) somethingHappens();
  }

  @AfterEach
  void leave() {
    village.close();
  }

  private Map<String, Function<Cursor, Page<Long>>> feeds(PersonalList list) {
    Timelines timelines = village.features().timelines();
    Map<String, Function<Cursor, Page<Long>>> feeds = new LinkedHashMap<>();
    feeds.put("home", at -> ids(timelines.home(ada, at)));
    feeds.put("public", at -> ids(timelines.everyone(ada, PublicFilter.ALL, at)));
    feeds.put("tag", at -> ids(timelines.tagged(ada, TagFilter.of("wood"), at)));
    TagFilter two = new TagFilter(List.of("wood", "oak"), List.of(), List.of(), PublicFilter.ALL);
    feeds.put("tags", at -> ids(timelines.tagged(ada, two, at)));
    feeds.put("list", at -> ids(timelines.list(ada, list.id(), at)));
    feeds.put("account", at -> ids(timelines.of(ada, ben, AccountFilter.ALL, at)));
    feeds.put("letters", at -> ids(village.features().feeds().conversations().letters(ada, at)));
    feeds.put(
        "conversations",
        at -> {
          Page<Conversation> page = village.features().feeds().conversations().page(ada, at);
          return page.with(
              page.items().stream()
                  .map(one -> Objects.requireNonNull(one.lastPost()).value())
                  .toList());
        });
    feeds.put(
        "notifications",
        at -> {
          Page<Notification> page =
              village.features().notifications().page(ada, NotificationFilter.ALL, at);
          return page.with(page.items().stream().map(Notification::id).toList());
        });
    return feeds;
  }

  private static Page<Long> ids(Page<Post> page) {
    return page.with(page.items().stream().map(post -> post.id().value()).toList());
  }

  private void somethingHappens() {
    ActorId who = List.of(ben, cleo, dora).get(random.nextInt(3));
    switch (random.nextInt(9)) {
      case 0 -> village.post(who, "hello @ada");
      case 1 -> village.publish(Draft.of(who, "friends").withReach(Reach.FOLLOWERS));
      case 2 -> village.publish(Draft.of(who, "@ada psst").withReach(Reach.MENTIONED));
      case 3 ->
          village
              .features()
              .posts()
              .boost(ben, village.post(dora, "pass on #wood").id(), Reach.PUBLIC);
      case 4 -> village.post(who, "an #oak");
      default -> village.post(who, "some #wood of an #oak");
    }
  }

  private void somethingMayHappen() {
    if (random.nextInt(3) == 0) somethingHappens();
  }

  @Test
  void downwardsEverythingThatWasThereComesOnce() {
    feeds.forEach((name, feed) -> {
      List<Long> before = feed.apply(Cursor.first(WHOLE)).items();
      assertThat(before).as(name).hasSizeGreaterThan(3);
      List<Long> seen = new ArrayList<>();
      Cursor cursor = Cursor.first(1 + random.nextInt(4));
      while (true) {
        Page<Long> page = feed.apply(cursor);
        if (page.oldest().isEmpty()) break;
        seen.addAll(page.items());
        cursor = new Cursor(page.oldest().getAsLong(), null, null, 1 + random.nextInt(4));
        if (!name.equals("conversations")) somethingMayHappen();
      }
      assertThat(seen).as(name).isEqualTo(before);
    });
  }

  @Test
  void whatIsHiddenMakesNoProfileLookEmpty() {
    Post open = village.publish(Draft.of(cleo, "for everybody"));
    for (int i = 0; i < 40; i++)
      village.publish(Draft.of(cleo, "@ben this is between us").withReach(Reach.MENTIONED));
    Timelines timelines = village.features().timelines();
    Page<Post> page = timelines.of(null, cleo, AccountFilter.ALL, Cursor.first(3));
    assertThat(page.items()).first().extracting(Post::id).isEqualTo(open.id());
    assertThat(page.items()).allMatch(post -> post.reach().isOpen());
  }

  @Test
  void upwardsEverythingThatComesMeanwhileComesOnceToo() {
    feeds.forEach((name, feed) -> {
      List<Long> seen = new ArrayList<>();
      long above = 0;
      int still = 0;
      while (still < 3) {
        Page<Long> page = feed.apply(new Cursor(null, null, above, 1 + random.nextInt(4)));
        seen.addAll(0, page.items());
        above = page.newest().orElse(above);
        if (page.newest().isEmpty()) still++;
        if (seen.size() < 60 && !name.equals("conversations")) somethingMayHappen();
      }
      Page<Long> rest = feed.apply(new Cursor(null, null, above, WHOLE));
      seen.addAll(0, rest.items());
      assertThat(seen).as(name).isEqualTo(feed.apply(Cursor.first(WHOLE)).items());
    });
  }

  @Test
  void whatIsNewSinceTheLastLookComesOnce() {
    feeds.forEach((name, feed) -> {
      if (name.equals("conversations")) return;
      Page<Long> first = feed.apply(Cursor.first(WHOLE));
      List<Long> seen = new ArrayList<>(first.items());
      long since = first.newest().orElseThrow();
      for (int look = 0; look < 8; look++) {
        somethingMayHappen();
        Page<Long> news = feed.apply(new Cursor(null, since, null, WHOLE));
        seen.addAll(0, news.items());
        since = news.newest().orElse(since);
      }
      assertThat(seen).as(name).isEqualTo(feed.apply(Cursor.first(WHOLE)).items());
    });
  }

  /** The gap between what an app has and the newest page is filled from its lower end. */
  @Test
  void gapsAreFilledExactly() {
    feeds.forEach((name, feed) -> {
      List<Long> all = feed.apply(Cursor.first(WHOLE)).items();
      long upper = all.getFirst();
      long lower = all.getLast();
      List<Long> seen = new ArrayList<>();
      while (true) {
        Page<Long> page = feed.apply(new Cursor(upper, null, lower, 2));
        if (page.newest().isEmpty()) break;
        seen.addAll(0, page.items());
        lower = page.newest().getAsLong();
      }
      assertThat(seen).as(name).isEqualTo(all.subList(1, all.size() - 1));
    });
  }

  /** A page that everything on it is hidden from still says where its neighbours are. */
  @Test
  void hiddenPostsDoNotEndThePaging() {
    for (int i = 0; i < 30; i++) village.post(dora, "not for Ada #wood");
    Function<Cursor, Page<Long>> feed = Objects.requireNonNull(feeds.get("public"));
    Page<Long> page = feed.apply(Cursor.first(2));
    assertThat(page.items()).isEmpty();
    assertThat(page.oldest()).isPresent();
    assertThat(page.newest()).isPresent();
    Page<Long> longer = feed.apply(Cursor.first(12));
    assertThat(longer.items()).isNotEmpty();
  }
}
