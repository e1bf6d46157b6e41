package social.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import social.parley.Main;
import social.parley.accounts.Account;
import social.parley.accounts.NewAccount;
import social.parley.accounts.Role;
import social.parley.accounts.Scopes;
import social.parley.actors.Actor;
import social.parley.actors.RemoteProfile;
import social.parley.cli.Community;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.storage.Tx;

/** The people of a server before it runs: made in its data folder. */
final class Village {
  static final String PASSWORD = "quite a long one";

  final Path folder;
  final int port;
  final List<Local> locals = new ArrayList<>();
  final List<ActorId> strangers = new ArrayList<>();

  /** Somebody with an account here, and a token for it. */
  record Local(Actor actor, String token) {}

  Village(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  String authority() {
    return ServerProcess.authority(port);
  }

  Community open() {
    return new Main().open(Settings.load(null, ServerProcess.settings(folder, port)));
  }

  void people(Community community, int number) {
    Scopes scopes = Scopes.parse("read write follow push").orElseThrow();
    for (int i = 0; i < number; i++) {
      String name = "local" + i;
      Account account =
          community
              .accounts()
              .create(new NewAccount(name, name + "@example.org", PASSWORD, Role.USER));
      Actor actor = community.actors().byId(account.actor()).orElseThrow();
      String token =
          community
              .tokens()
              .issue(community.applications().commandLine(), account.id(), scopes)
              .secret();
      locals.add(new Local(actor, token));
    }
  }

  void strangers(Community community, List<Stranger> all) {
    for (int from = 0; from < all.size(); from += 500) {
      List<Stranger> some = all.subList(from, Math.min(all.size(), from + 500));
      List<RemoteProfile> profiles =
          some.stream()
              .map(one -> RemoteProfile.of(one.document(), one.host().split(":")[0]).orElseThrow())
              .toList();
      community
          .database()
          .run(tx -> {
            for (RemoteProfile profile : profiles)
              strangers.add(community.actors().receive(tx, profile).id());
          });
    }
  }

  /** Locals follow strangers, by their numbers. */
  void followed(Community community, BiPredicate<Integer, Integer> localFollows) {
    Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
    community
        .database()
        .run(tx -> {
          for (int stranger = 0; stranger < strangers.size(); stranger++)
            for (int local = 0; local < locals.size(); local++)
              if (localFollows.test(local, stranger))
                follow(
                    tx, ids.next(), locals.get(local).actor().id(), strangers.get(stranger), true);
        });
  }

  /** All strangers follow this local. */
  void following(Community community, Local local) {
    Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
    community
        .database()
        .run(tx -> {
          for (ActorId stranger : strangers)
            follow(tx, ids.next(), stranger, local.actor().id(), false);
        });
  }

  /** Everybody here is followed by the five after them. */
  void acquaint(Community community) {
    Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
    community
        .database()
        .run(tx -> {
          for (int i = 0; i < locals.size(); i++)
            for (int next = 1; next <= 5; next++)
              follow(
                  tx,
                  ids.next(),
                  locals.get((i + next) % locals.size()).actor().id(),
                  locals.get(i).actor().id(),
                  true);
        });
  }

  private static void follow(
      Tx tx, long id, ActorId follower, ActorId followed, boolean followerLocal) {
    tx.update(
            """
            INSERT INTO follows (id, follower_id, followed_id, follower_local, iri, state, boosts,
              notifying, languages, created_at)
            VALUES (:id, :follower, :followed, :local, :iri, 'accepted', TRUE, FALSE, '', 0)\
            """)
        .bind("id", id)
        .bind("follower", follower)
        .bind("followed", followed)
        .bind("local", followerLocal)
        .bind("iri", "https://example.org/follows/" + id)
        .execute();
  }

  static Path emptyFolder(String name) {
    Path folder = Path.of("target", "bench", name).toAbsolutePath();
    try {
      if (Files.exists(folder))
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
      return Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
