package social.parley.follows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.posts.Network;
import social.parley.posts.Town;
import social.parley.storage.Database;
import social.parley.storage.Subscribers;

/** Hidden servers, private notes, recommendations and familiar followers, on either database. */
abstract class RelationsContract {
  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private final Network network = new Network();
  private Town alpha;
  private Town beta;
  private Actor ada;
  private Actor bob;
  private HiddenDomains domains;
  private Notes notes;
  private Endorsements endorsements;
  private Relationships relationships;

  abstract Database open(String name);

  @BeforeEach
  void build() {
    alpha = new Town("alpha.test", network, open("alpha"), clock, folder);
    beta = new Town("beta.test", network, open("beta"), clock, folder);
    for (Town town : List.of(alpha, beta)) town.more = ended(town);
    ada = alpha.person("ada");
    bob = beta.person("bob");
    domains = new HiddenDomains(alpha.database, alpha.ids, clock, alpha.jobs, alpha.follows);
    notes = new Notes(alpha.database);
    endorsements = new Endorsements(alpha.database, alpha.ids, clock, alpha.follows);
    relationships = new Relationships(alpha.database, clock);
    alpha.database.subscribe(new Subscribers().on(Unfollowed.class, endorsements::unfollowed));
  }

  /** What is said of follows that end. */
  private static Function<Received, Effect> ended(Town town) {
    FollowInbox inbox =
        new FollowInbox(town.ids, town.clock, town.actors, town.follows, town.blocks);
    return received ->
        received.activity() instanceof Activity.Undo undo
                && undo.inner() instanceof Activity.Follow follow
            ? inbox.undoFollow(received, follow)
            : inbox.reject(received, received.activity());
  }

  @AfterEach
  void close() {
    alpha.close();
    beta.close();
  }

  private Relationship of(ActorId other) {
    return relationships.of(ada.id(), other);
  }

  private Relationship fromBeta() {
    return new Relationships(beta.database, clock).of(bob.id(), beta.meet(ada).id());
  }

  @Test
  void hidingAServerEndsTheFollowsWithItsPeople() {
    alpha.follow(ada, bob);
    beta.follow(bob, ada);
    ActorId there = alpha.meet(bob).id();
    assertThat(domains.preview(ada.id(), "Beta.Test")).isEqualTo(new HiddenDomains.Preview(1, 1));
    domains.hide(ada.id(), " Beta.test ");
    domains.hide(ada.id(), "beta.test");
    network.settle();
    assertThat(of(there).following()).isFalse();
    assertThat(of(there).followedBy()).isFalse();
    assertThat(of(there).hidingDomain()).isTrue();
    assertThat(fromBeta().following()).isFalse();
    assertThat(fromBeta().followedBy()).isFalse();
    assertThat(domains.page(ada.id(), Cursor.first(5)).items()).containsExactly("beta.test");
    assertThat(domains.preview(ada.id(), "beta.test")).isEqualTo(new HiddenDomains.Preview(0, 0));
  }

  @Test
  void nobodyFollowsAcrossAHiddenServer() {
    ActorId there = alpha.meet(bob).id();
    domains.hide(ada.id(), "beta.test");
    assertThatThrownBy(() -> alpha.follows.follow(ada.id(), there, FollowOptions.USUAL))
        .isInstanceOf(Refused.Forbidden.class);
    beta.follow(bob, ada);
    assertThat(of(there).followedBy()).isFalse();
    domains.show(ada.id(), "beta.test");
    assertThat(of(there).hidingDomain()).isFalse();
    alpha.follows.follow(ada.id(), there, FollowOptions.USUAL);
    assertThat(of(there).requested()).isTrue();
    assertThat(domains.page(ada.id(), Cursor.first(5)).items()).isEmpty();
  }

  @Test
  void whatWasSeveredDoesNotComeBackAcrossAHiddenServer() {
    alpha.follow(ada, bob);
    beta.follow(bob, ada);
    ActorId there = alpha.meet(bob).id();
    List<Follow> former = alpha.database.read(db -> alpha.follows.involving(db, ada.id()));
    assertThat(former).hasSize(2);
    domains.hide(ada.id(), "beta.test");
    network.settle();
    alpha.database.run(tx -> former.forEach(follow -> alpha.follows.mend(tx, follow)));
    assertThat(of(there).following()).isFalse();
    assertThat(of(there).followedBy()).isFalse();
    domains.show(ada.id(), "beta.test");
    alpha.database.run(tx -> former.forEach(follow -> alpha.follows.mend(tx, follow)));
    assertThat(of(there).following()).isTrue();
    assertThat(of(there).followedBy()).isTrue();
  }

  @Test
  void ownAndMalformedDomainsAreRefused() {
    for (String wrong : List.of("", "alpha.test", "no dots or blanks", "http://x.test", "a..b"))
      assertThatThrownBy(() -> domains.hide(ada.id(), wrong))
          .as(wrong)
          .isInstanceOf(Refused.Invalid.class);
    domains.hide(ada.id(), "bücher.example");
    assertThat(domains.page(ada.id(), Cursor.first(5)).items())
        .containsExactly("xn--bcher-kva.example");
  }

  @Test
  void notesAreKeptPrivatelyAndCleared() {
    Actor alan = alpha.person("alan");
    notes.write(ada.id(), alan.id(), "Owes me tea");
    notes.write(ada.id(), alan.id(), "Paid");
    assertThat(of(alan.id()).note()).isEqualTo("Paid");
    assertThat(relationships.of(alan.id(), ada.id()).note()).isEmpty();
    notes.write(ada.id(), alan.id(), "");
    assertThat(of(alan.id()).note()).isEmpty();
    assertThatThrownBy(() -> notes.write(ada.id(), alan.id(), "x".repeat(2001)))
        .isInstanceOf(Refused.Invalid.class);
  }

  @Test
  void onlyTheFollowedAreRecommended() {
    Actor alan = alpha.person("alan");
    assertThatThrownBy(() -> endorsements.endorse(ada.id(), alan.id()))
        .isInstanceOf(Refused.Invalid.class);
    alpha.follows.follow(ada.id(), alan.id(), FollowOptions.USUAL);
    endorsements.endorse(ada.id(), alan.id());
    endorsements.endorse(ada.id(), alan.id());
    assertThat(of(alan.id()).endorsed()).isTrue();
    assertThat(endorsements.page(ada.id(), Cursor.first(5)).items()).containsExactly(alan.id());
    alpha.follows.unfollow(ada.id(), alan.id());
    assertThat(of(alan.id()).endorsed()).isFalse();
    assertThat(endorsements.page(ada.id(), Cursor.first(5)).items()).isEmpty();
  }

  @Test
  void familiarFollowersAreThoseOneFollows() {
    Actor alan = alpha.person("alan");
    Actor mary = alpha.person("mary");
    Actor eve = alpha.person("eve");
    for (Actor followed : List.of(alan, mary))
      alpha.follows.follow(ada.id(), followed.id(), FollowOptions.USUAL);
    for (Actor follower : List.of(alan, mary, eve))
      if (follower != eve) alpha.follows.follow(follower.id(), eve.id(), FollowOptions.USUAL);
    Map<ActorId, List<ActorId>> familiar =
        relationships.familiar(ada.id(), List.of(eve.id(), alan.id()), 10);
    assertThat(familiar.get(eve.id())).containsExactlyInAnyOrder(alan.id(), mary.id());
    assertThat(familiar.get(alan.id())).isEmpty();
    assertThat(relationships.familiar(ada.id(), List.of(eve.id()), 1).get(eve.id())).hasSize(1);
    assertThat(relationships.familiar(eve.id(), List.of(alan.id()), 10).get(alan.id())).isEmpty();
  }
}
