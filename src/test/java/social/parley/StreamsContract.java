package social.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.actors.ActorKind;
import social.parley.actors.NewActor;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.follows.FollowOptions;
import social.parley.posts.Draft;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.streaming.Channel;
import social.parley.streaming.Channel.Everyone;
import social.parley.streaming.Channel.Where;
import social.parley.streaming.Closing;
import social.parley.streaming.Connection;
import social.parley.streaming.Message;
import social.parley.streaming.Streams;

/** Who of those connected hears what, on every database. */
abstract class StreamsContract {
  private Village village;
  private Streams streams;
  private ActorId ada;
  private ActorId ben;
  private ActorId cleo;

  abstract Village open();

  @BeforeEach
  void settle() {
    village = open();
    streams = village.features().live().streams();
    ada = village.person("ada");
    ben = village.person("ben");
    cleo = village.person("cleo");
  }

  @AfterEach
  void leave() {
    village.close();
  }

  /** Somebody connected, and the messages that reached them. */
  private static final class Listener extends Connection {
    final List<Message> messages = new CopyOnWriteArrayList<>();
    final List<Closing> closings = new CopyOnWriteArrayList<>();

    Listener(ActorId person) {
      super(person, person.value(), true);
    }

    @Override
    public void send(Message message) {
      messages.add(message);
    }

    @Override
    public void close(Closing why) {
      closings.add(why);
    }

    @Override
    protected void beat() {}
  }

  private Listener listen(ActorId person, Channel... channels) {
    Listener listener = new Listener(person);
    streams.open(listener);
    for (Channel channel : channels)
      streams.subscribe(listener, channel, List.of(channel.toString()));
    return listener;
  }

  private Listener atHome(ActorId person) {
    return listen(person, new Channel.Home(person));
  }

  private void follow(ActorId follower, ActorId followed) {
    village.features().follows().follow(follower, followed, FollowOptions.USUAL);
  }

  /** The events that came, as {@code name}, and no longer there afterwards. */
  private List<String> heard(Listener listener) {
    village.server.settle();
    List<String> names =
        listener.messages.stream()
            .map(one -> one.lines().substring("event: ".length()).split("\n")[0])
            .toList();
    listener.messages.clear();
    return names;
  }

  @Test
  void homesHearOfPostsTheirChangesAndTheirEnd() {
    follow(ben, ada);
    Listener follower = atHome(ben);
    Listener stranger = atHome(cleo);
    Post post = village.publish(Draft.of(ada, "For friends").withReach(Reach.FOLLOWERS));
    assertThat(heard(follower)).containsExactly("update");
    village.features().posts().delete(ada, post.id());
    assertThat(heard(follower)).containsExactly("delete");
    village.features().posts().boost(ada, village.post(cleo, "Worth it").id(), Reach.PUBLIC);
    assertThat(heard(follower)).containsExactly("update");
    assertThat(heard(stranger)).containsExactly("update", "notification");
  }

  @Test
  void publicStreamsLeaveOutWhoIsUnwilling() {
    ActorId dan = village.person("dan");
    Listener all = listen(dan, new Everyone(Where.ANYWHERE, false), new Channel.Tagged("x", true));
    Listener elsewhere = listen(dan, new Everyone(Where.ELSEWHERE, false));
    Listener pictures = listen(dan, new Everyone(Where.HERE, true));
    Listener muting = listen(ben, new Everyone(Where.ANYWHERE, false));
    Listener blocked = listen(cleo, new Channel.Tagged("x", false));
    village.features().blocks().mute(ben, ada, true, null);
    village.features().blocks().block(ada, cleo);
    village.post(ada, "Hello #x");
    assertThat(heard(all)).containsExactly("update", "update");
    assertThat(heard(elsewhere)).isEmpty();
    assertThat(heard(pictures)).isEmpty();
    assertThat(heard(muting)).isEmpty();
    assertThat(heard(blocked)).isEmpty();
    village.post(dan, "Hello again #x");
    assertThat(heard(muting)).containsExactly("update");
    assertThat(heard(blocked)).containsExactly("update");
  }

  @Test
  void everyFollowerHearsOfAPostOnceHoweverManyThereAre() {
    List<ActorId> crowd = crowd(505);
    crowd.forEach(one -> follow(one, ada));
    List<Listener> some =
        List.of(atHome(crowd.getFirst()), atHome(crowd.get(250)), atHome(crowd.getLast()));
    village.post(ada, "To all of you");
    for (Listener one : some) assertThat(heard(one)).containsExactly("update");
    assertThat(some).allSatisfy(one -> assertThat(one.closings).isEmpty());
  }

  @Test
  void everyoneWhoFollowsATagHearsOfAPostOnceHoweverManyThereAre() {
    List<ActorId> crowd = crowd(505);
    crowd.forEach(one -> village.features().tagging().follows().follow(one, "wood"));
    follow(crowd.getLast(), ada);
    List<Listener> some =
        List.of(atHome(crowd.getFirst()), atHome(crowd.get(503)), atHome(crowd.getLast()));
    village.post(ada, "To all who like #wood");
    for (Listener one : some) assertThat(heard(one)).containsExactly("update");
  }

  private List<ActorId> crowd(int size) {
    NewActor one = village.features().actors().prepare("one", ActorKind.PERSON, "one");
    List<ActorId> all = new ArrayList<>();
    village
        .server
        .plumbing()
        .database()
        .run(tx -> {
          for (int i = 0; i < size; i++) {
            NewActor named = new NewActor("many" + i, one.kind(), "many", one.rsa(), one.ed25519());
            all.add(village.features().actors().create(tx, named).id());
          }
        });
    return all;
  }

  @Test
  void strangersShareOneMessage() {
    Everyone everyone = new Everyone(Where.ANYWHERE, false);
    Listener one = listen(ben, everyone);
    Listener other = listen(cleo, everyone);
    Listener author = listen(ada, everyone);
    village.post(ada, "For all");
    village.server.settle();
    assertThat(one.messages.getFirst()).isSameAs(other.messages.getFirst());
    assertThat(author.messages.getFirst()).isNotSameAs(one.messages.getFirst());
  }

  @Test
  void oneLearnsOnlyOfWhatWasAskedFor() {
    Listener told = listen(ada, new Channel.Told(ada));
    Listener gone = atHome(ada);
    streams.close(gone);
    Post post = village.post(ada, "Like me");
    village.features().favourites().favourite(ben, post.id());
    assertThat(heard(told)).containsExactly("notification");
    streams.unsubscribe(told, new Channel.Told(ada));
    village.features().favourites().favourite(cleo, post.id());
    assertThat(heard(told)).isEmpty();
    assertThat(heard(gone)).isEmpty();
  }

  @Test
  void nobodyMayOpenTooMany() {
    for (int i = 0; i < 128; i++) atHome(ada);
    assertThatThrownBy(() -> atHome(ada)).isInstanceOf(Refused.TooMany.class);
    assertThat(atHome(ben).closings).isEmpty();
    streams.close();
    village.clock.advance(Duration.ofSeconds(1));
    assertThat(atHome(cleo).closings).containsExactly(Closing.STOPPING);
  }
}
