package social.parley.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.posts.Draft;
import social.parley.posts.Network;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.posts.Town;
import social.parley.storage.Database;
import social.parley.storage.Subscribers;

/** Favourites between two servers and bookmarks on one, on either database. */
abstract class ReactionsContract {
  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private final Network network = new Network();
  private final List<Object> announced = new ArrayList<>();
  private Town alpha;
  private Town beta;
  private Favourites here;
  private Favourites there;
  private EmojiReactions hereReactions;
  private EmojiReactions thereReactions;
  private Actor ada;
  private Actor bob;

  abstract Database open(String name);

  @BeforeEach
  void build() {
    alpha = new Town("alpha.test", network, open("alpha"), clock, folder);
    beta = new Town("beta.test", network, open("beta"), clock, folder);
    hereReactions = reactions(alpha);
    thereReactions = reactions(beta);
    here = favourites(alpha, hereReactions);
    there = favourites(beta, thereReactions);
    ada = alpha.person("ada");
    bob = beta.person("bob");
    beta.follow(bob, ada);
  }

  private static EmojiReactions reactions(Town town) {
    return new EmojiReactions(
        new EmojiReactions.Needs(
            town.database,
            town.ids,
            town.clock,
            town.actors,
            town.outbox,
            town.follows,
            town.posts,
            town.emojis,
            3));
  }

  private Favourites favourites(Town town, EmojiReactions reactions) {
    Favourites favourites =
        new Favourites(town.database, town.ids, town.clock, town.actors, town.outbox, town.posts);
    Dislikes dislikes =
        new Dislikes(town.database, town.ids, town.clock, town.actors, town.outbox, town.posts);
    LikeInbox inbox =
        new LikeInbox(town.ids, town.actors, town.posts, favourites, dislikes, reactions);
    town.more =
        received ->
            switch (received.activity()) {
              case Activity.Undo undo -> inbox.undoLike(received, undo.inner());
              case Activity.Like like -> inbox.like(received, like);
              default -> throw new AssertionError(received.activity().type());
            };
    town.database.subscribe(
        new Subscribers()
            .on(Favourited.class, (tx, one) -> announced.add(one))
            .on(Unfavourited.class, (tx, one) -> announced.add(one)));
    return favourites;
  }

  @AfterEach
  void close() {
    alpha.close();
    beta.close();
  }

  private Set<PostId> liked(Town town, Favourites favourites, ActorId who, Post post) {
    return town.database.read(db -> favourites.of(db, who, List.of(post.id())));
  }

  @Test
  void aFavouriteTravelsAndCountsOnce() {
    Post post = alpha.say(ada, "Like me");
    Post copy = beta.copy(post);
    there.favourite(bob.id(), copy.id());
    there.favourite(bob.id(), copy.id());
    network.settle();
    assertThat(alpha.again(post).favourites()).isEqualTo(1);
    assertThat(beta.again(copy).favourites()).isEqualTo(1);
    assertThat(here.by(post.id(), Cursor.first(5)).items()).containsExactly(alpha.meet(bob).id());
    assertThat(there.page(bob.id(), Cursor.first(5)).items()).containsExactly(copy.id());
    assertThat(liked(beta, there, bob.id(), copy)).containsExactly(copy.id());
    assertThat(announced).hasSize(2).allMatch(Favourited.class::isInstance);
    there.unfavourite(bob.id(), copy.id());
    network.settle();
    assertThat(alpha.again(post).favourites()).isZero();
    assertThat(beta.again(copy).favourites()).isZero();
    assertThat(liked(beta, there, bob.id(), copy)).isEmpty();
  }

  @Test
  void aFavouriteOfABoostIsOneOfTheOriginal() {
    Post post = alpha.say(ada, "Like me");
    Post boost = alpha.posts.boost(ada.id(), post.id(), Reach.PUBLIC);
    here.favourite(ada.id(), boost.id());
    assertThat(alpha.again(post).favourites()).isEqualTo(1);
  }

  private static List<String> felt(EmojiReactions reactions, Post post) {
    return reactions.counts(List.of(post.id())).getOrDefault(post.id(), List.of()).stream()
        .map(one -> one.emoji().name() + " " + one.count())
        .toList();
  }

  @Test
  void reactionsTravelAndAreCountedByEmoji() {
    Post post = alpha.say(ada, "React");
    Post copy = beta.copy(post);
    thereReactions.react(bob.id(), copy.id(), "❤");
    thereReactions.react(bob.id(), copy.id(), "🎉");
    thereReactions.react(bob.id(), copy.id(), "🎉");
    hereReactions.react(ada.id(), post.id(), "❤️");
    network.settle();
    assertThat(felt(hereReactions, post)).containsExactly("❤️ 2", "🎉 1");
    assertThat(felt(thereReactions, copy)).containsExactly("❤️ 2", "🎉 1");
    assertThat(hereReactions.reactors(post.id(), 5).get("❤️"))
        .containsExactly(alpha.meet(bob).id(), ada.id());
    assertThat(hereReactions.reactors(post.id(), 1).get("❤️"))
        .containsExactly(alpha.meet(bob).id());
    thereReactions.react(bob.id(), copy.id(), "🌍");
    assertThatThrownBy(() -> thereReactions.react(bob.id(), copy.id(), "🐢"))
        .isInstanceOf(Refused.Invalid.class);
    thereReactions.unreact(bob.id(), copy.id(), "❤");
    network.settle();
    assertThat(felt(hereReactions, post)).containsExactly("❤️ 1", "🎉 1", "🌍 1");
    assertThat(alpha.again(post).favourites()).isZero();
  }

  @Test
  void whatIsHiddenCannotBeLikedOrKept() {
    Post letter = alpha.say(Draft.of(ada.id(), "Dear diary").withReach(Reach.MENTIONED));
    Actor alan = alpha.person("alan");
    Bookmarks bookmarks = new Bookmarks(alpha.database, alpha.ids, clock, alpha.posts);
    assertThatThrownBy(() -> here.favourite(alan.id(), letter.id()))
        .isInstanceOf(Refused.NotFound.class);
    assertThatThrownBy(() -> bookmarks.bookmark(alan.id(), letter.id()))
        .isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void bookmarksAreListedUntilTheyGo() {
    Bookmarks bookmarks = new Bookmarks(alpha.database, alpha.ids, clock, alpha.posts);
    Post first = alpha.say(ada, "One");
    Post second = alpha.say(ada, "Two");
    bookmarks.bookmark(ada.id(), first.id());
    bookmarks.bookmark(ada.id(), second.id());
    bookmarks.bookmark(ada.id(), second.id());
    assertThat(bookmarks.page(ada.id(), Cursor.first(5)).items())
        .containsExactly(second.id(), first.id());
    alpha.posts.delete(ada.id(), second.id());
    bookmarks.unbookmark(ada.id(), first.id());
    assertThat(bookmarks.page(ada.id(), Cursor.first(5)).items()).isEmpty();
  }
}
