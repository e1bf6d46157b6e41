package social.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Refused;
import social.parley.follows.FollowOptions;
import social.parley.notifications.Notification;
import social.parley.notifications.NotificationFilter;
import social.parley.notifications.NotificationGroup;
import social.parley.notifications.NotificationPolicies;
import social.parley.notifications.NotificationPolicy;
import social.parley.notifications.NotificationRequest;
import social.parley.notifications.NotificationType;
import social.parley.notifications.Notifications;
import social.parley.notifications.NotificationsMerged;
import social.parley.notifications.Notified;
import social.parley.notifications.Occasion;
import social.parley.notifications.Treatment;
import social.parley.posts.Draft;
import social.parley.posts.Edit;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.storage.Subscribers;

/** How people are told: in groups, by their policy, and never of whom they do not want to hear. */
abstract class TellingContract {
  private static final Set<NotificationType> GROUPED =
      EnumSet.of(NotificationType.FAVOURITE, NotificationType.BOOST, NotificationType.FOLLOW);

  private final List<Object> announced = new ArrayList<>();
  private Village village;
  private Notifications notifications;
  private NotificationPolicies policies;
  private ActorId ada;
  private ActorId ben;
  private ActorId cleo;

  abstract Village open();

  @BeforeEach
  void settle() {
    village = open();
    notifications = village.features().notifications();
    policies = village.features().alerts().policies();
    ada = village.person("ada");
    ben = village.person("ben");
    cleo = village.person("cleo");
    village
        .server
        .plumbing()
        .database()
        .subscribe(
            new Subscribers()
                .on(Notified.class, (tx, one) -> announced.add(one))
                .on(NotificationsMerged.class, (tx, one) -> announced.add(one)));
  }

  @AfterEach
  void leave() {
    village.close();
  }

  private void favourite(ActorId who, Post post) {
    village.clock.advance(Duration.ofSeconds(1));
    village.features().favourites().favourite(who, post.id());
  }

  private void boost(ActorId who, Post post) {
    village.clock.advance(Duration.ofSeconds(1));
    village.features().posts().boost(who, post.id(), Reach.PUBLIC);
  }

  private void follow(ActorId who, ActorId whom) {
    village.features().follows().follow(who, whom, FollowOptions.USUAL);
  }

  private List<NotificationGroup> groups(ActorId me, Cursor cursor) {
    return notifications.groups(me, NotificationFilter.ALL, GROUPED, cursor).items();
  }

  private List<String> lines(List<NotificationGroup> groups) {
    return groups.stream()
        .map(one ->
            one.latest().type()
                + " "
                + one.count()
                + " "
                + one.sample().stream().map(who -> village.actor(who).username()).toList())
        .toList();
  }

  private List<Notification> filtered(ActorId me) {
    NotificationFilter all = new NotificationFilter(Set.of(), Set.of(), null, true);
    return notifications.page(me, all, Cursor.first(40)).items().stream()
        .filter(Notification::filtered)
        .toList();
  }

  @Test
  void manyOfAKindAboutOnePostAreOneGroupForHalfADay() {
    Post post = village.post(ada, "well liked");
    Post other = village.post(ada, "liked too");
    favourite(ben, post);
    favourite(ben, other);
    boost(ben, post);
    favourite(cleo, post);
    assertThat(lines(groups(ada, Cursor.first(10))))
        .containsExactly("FAVOURITE 2 [cleo, ben]", "BOOST 1 [ben]", "FAVOURITE 1 [ben]");
    village.clock.advance(Duration.ofHours(13));
    ActorId dora = village.person("dora");
    favourite(dora, post);
    assertThat(lines(groups(ada, Cursor.first(10))))
        .startsWith("FAVOURITE 1 [dora]", "FAVOURITE 2 [cleo, ben]");
    assertThat(notifications.groups(ada, NotificationFilter.ALL, Set.of(), Cursor.first(10)))
        .satisfies(page -> assertThat(page.items()).hasSize(5));
  }

  @Test
  void groupsArePagedReadDismissedAndCounted() {
    Post post = village.post(ada, "one");
    for (ActorId who : List.of(ben, cleo)) favourite(who, post);
    Post mention = village.post(ben, "@ada hello");
    follow(ben, ada);
    follow(cleo, ada);
    List<NotificationGroup> first = groups(ada, Cursor.first(2));
    assertThat(lines(first)).containsExactly("FOLLOW 2 [cleo, ben]", "MENTION 1 [ben]");
    long last = first.getLast().latest().id();
    assertThat(lines(groups(ada, new Cursor(last, null, null, 2))))
        .containsExactly("FAVOURITE 2 [cleo, ben]");
    assertThat(lines(groups(ada, new Cursor(null, null, last, 1))))
        .containsExactly("FOLLOW 2 [cleo, ben]");
    assertThat(first.getFirst().oldestOnPage()).isLessThan(first.getFirst().latest().id());
    String key = first.getFirst().key();
    assertThat(notifications.group(ada, key).count()).isEqualTo(2);
    assertThat(notifications.people(ada, key, Cursor.first(1)).items()).containsExactly(cleo);
    String alone = first.getLast().key();
    assertThat(alone).startsWith("ungrouped-");
    assertThat(notifications.group(ada, alone).latest().postId()).isEqualTo(mention.id());
    assertThatThrownBy(() -> notifications.group(ben, key)).isInstanceOf(Refused.NotFound.class);
    assertThat(notifications.unread(ada, NotificationFilter.ALL, GROUPED, 0, 10)).isEqualTo(3);
    assertThat(notifications.unread(ada, 0)).isEqualTo(5);
    notifications.see(ada, last);
    assertThat(notifications.unread(ada, 0)).isEqualTo(4);
    notifications.dismissGroup(ada, key);
    notifications.dismissGroup(ada, alone);
    assertThat(lines(groups(ada, Cursor.first(10)))).containsExactly("FAVOURITE 2 [cleo, ben]");
  }

  @Test
  void whatIsTakenBackIsNotTold() {
    Post post = village.post(ada, "boost me");
    boost(ben, post);
    follow(ben, ada);
    village.features().posts().unboost(ben, post.id());
    village.features().follows().unfollow(ben, ada);
    assertThat(village.told(ada)).isEmpty();
  }

  @Test
  void whoIsNamedByAnEditIsTold() {
    Post post = village.post(ben, "hello");
    village.clock.advance(Duration.ofSeconds(1));
    village.features().posts().edit(ben, post.id(), Edit.text("hello @ada"));
    assertThat(village.told(ada)).containsExactly("MENTION ben");
  }

  @Test
  void aMutedThreadIsSilent() {
    Post post = village.post(ada, "too much");
    village.features().posts().muteThread(ada, post.id());
    favourite(ben, post);
    boost(ben, post);
    village.publish(Draft.of(ben, "@ada hey").inReplyTo(post.id()));
    assertThat(village.told(ada)).isEmpty();
  }

  @Test
  void afterABlockNothingIsLeft() {
    Post post = village.post(ada, "one");
    favourite(ben, post);
    favourite(cleo, post);
    village.post(ben, "@ada and now");
    village.features().blocks().block(ada, ben);
    assertThat(village.told(ada)).containsExactly("FAVOURITE cleo");
    village.post(ben, "@ada still here");
    assertThat(village.told(ada)).containsExactly("FAVOURITE cleo");
  }

  @Test
  void strangersAreKeptApartUntilTheyAreLetIn() {
    strangers(Treatment.FILTER);
    Post post = village.post(ben, "@ada may I?");
    favourite(ben, village.post(ada, "something"));
    village.post(cleo, "@ada and I?");
    assertThat(village.told(ada)).isEmpty();
    assertThat(announced).isEmpty();
    assertThat(filtered(ada)).hasSize(3);
    assertThat(notifications.unread(ada, 0)).isZero();
    assertThat(policies.summary(ada)).isEqualTo(new NotificationPolicies.Summary(2, 3));
    List<NotificationRequest> requests = policies.requests(ada, Cursor.first(10)).items();
    assertThat(requests).extracting(NotificationRequest::actorId).containsExactly(cleo, ben);
    NotificationRequest bens = requests.getLast();
    assertThat(bens.count()).isEqualTo(2);
    assertThat(policies.request(ada, bens.id()).lastPostId()).isGreaterThanOrEqualTo(post.id());
    assertThat(policies.accept(cleo, List.of(bens.id()))).isZero();
    assertThat(policies.accept(ada, List.of(bens.id()))).isEqualTo(1);
    assertThat(village.told(ada)).containsExactly("FAVOURITE ben", "MENTION ben");
    assertThat(announced).containsExactly(new NotificationsMerged(ada));
    assertThat(policies.dismiss(ada, List.of(requests.getFirst().id()))).isEqualTo(1);
    assertThat(filtered(ada)).isEmpty();
    assertThat(policies.requests(ada, Cursor.first(10)).items()).isEmpty();
    village.post(ben, "@ada thanks");
    assertThat(village.told(ada)).hasSize(3);
    village.features().blocks().block(ada, ben);
    village.features().blocks().unblock(ada, ben);
    village.post(ben, "@ada once more");
    assertThat(village.told(ada)).isEmpty();
  }

  private void strangers(Treatment treatment) {
    policies.change(
        ada,
        old ->
            new NotificationPolicy(
                treatment,
                old.forNotFollowers(),
                old.forNewAccounts(),
                old.forPrivateMentions(),
                old.forLimitedAccounts(),
                old.forBots()));
  }

  @Test
  void strangersCanBeLeftOutAltogether() {
    strangers(Treatment.DROP);
    village.post(ben, "@ada may I?");
    follow(ada, cleo);
    village.post(cleo, "@ada hello friend");
    assertThat(village.told(ada)).containsExactly("MENTION cleo");
    assertThat(filtered(ada)).isEmpty();
    assertThat(policies.requests(ada, Cursor.first(10)).items()).isEmpty();
  }

  @Test
  void newAccountsAndNewFollowersArePassing() {
    policies.change(
        ada,
        old ->
            new NotificationPolicy(
                Treatment.ACCEPT,
                Treatment.FILTER,
                Treatment.DROP,
                Treatment.ACCEPT,
                Treatment.ACCEPT,
                Treatment.ACCEPT));
    follow(ben, ada);
    village.post(ben, "@ada new here");
    assertThat(filtered(ada)).isEmpty();
    village.clock.advance(Duration.ofDays(31));
    village.post(cleo, "@ada not a follower");
    village.post(ben, "@ada old follower");
    assertThat(village.told(ada)).containsExactly("MENTION ben");
    assertThat(filtered(ada)).hasSize(1);
  }

  @Test
  void lettersOfStrangersWaitUnlessTheyAnswer() {
    letter(ben, "@ada you do not know me");
    assertThat(village.told(ada)).isEmpty();
    assertThat(filtered(ada)).hasSize(1);
    letter(ada, "@cleo how are you?");
    letter(cleo, "@ada very well");
    assertThat(village.told(ada)).containsExactly("MENTION cleo");
  }

  private void letter(ActorId from, String text) {
    village.publish(Draft.of(from, text).withReach(Reach.MENTIONED));
  }

  @Test
  void othersTellOfReportsAndReactions() {
    Post post = village.post(ada, "a post");
    var notifier = village.features().notifier();
    var database = village.server.plumbing().database();
    database.run(tx -> {
      notifier.tell(
          tx, Occasion.of(ada, NotificationType.REACTION, ben).on(post.id()).with("🎉", null));
      notifier.tell(
          tx, Occasion.of(ada, NotificationType.REACTION, ben).on(post.id()).with("🐘", null));
      notifier.tell(tx, Occasion.of(ada, NotificationType.REPORT, cleo).about(7));
      notifier.tell(tx, Occasion.of(ada, NotificationType.WARNING, ada).about(7));
      notifier.untell(tx, NotificationType.REACTION, ben, post.id(), "🎉");
      notifier.untell(tx, NotificationType.WARNING, 7);
    });
    List<Notification> told =
        notifications.page(ada, NotificationFilter.ALL, Cursor.first(10)).items();
    assertThat(told)
        .extracting(Notification::type)
        .containsExactly(NotificationType.REPORT, NotificationType.REACTION);
    assertThat(told.getFirst().subjectId()).isEqualTo(7);
    assertThat(told.getLast().emoji()).isEqualTo("🐘");
  }
}
