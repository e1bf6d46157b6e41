package social.parley.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Outsider;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.fediverse.Status;
import social.parley.posts.Visibility;

/**
 * A server full of posts of every reach, with files, polls, answers and boosts, each with words of
 * its own by which it is known wherever it turns up.
 */
final class SecretWorld implements AutoCloseable {
  private static final Pattern WORD = Pattern.compile("secretword[0-9]+x");
  private static final List<String> REACHES = List.of("public", "unlisted", "private", "direct");

  final Fediverse fediverse = Fediverse.of("alpha.test");
  final Instance server = fediverse.at("alpha.test");
  final Outsider outsider = fediverse.outsider("outside.test");
  final Person ada = fediverse.person("ada", "alpha.test");
  final Person fay = fediverse.person("fay", "alpha.test");
  final Person mo = fediverse.person("mo", "alpha.test");
  final Person una = fediverse.person("una", "alpha.test");
  final Person bob = fediverse.person("bob", "alpha.test");
  final String rex = outsider.actor("rex");
  private final Random random;
  private final List<Status> posts = new ArrayList<>();
  private int words;

  /** A post that somebody may not see, and all that would give it away. */
  record Hidden(String id, String iri, String url, String author, Set<String> words) {}

  /** Fay follows Ada; Bob does too until she blocks him. */
  SecretWorld(long seed) {
    random = new Random(seed);
    fay.follow(ada);
    bob.follow(ada);
    bob.follow(fay);
    for (String reach : REACHES) {
      post(ada, reach, false);
      post(ada, reach, true);
    }
    for (int i = 0; i < 8; i++) answer(any(List.of(ada, fay, mo)), any(posts), any(REACHES));
    for (Status post : List.copyOf(posts)) quote(any(List.of(ada, fay)), post);
    posts.add(ada.write(word() + " #" + word(), "local_only", "true"));
    held();
    for (Status post : List.copyOf(posts)) react(post);
    ada.block(bob);
    fediverse.settle();
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String word() {
    return "secretword" + ++words + "x";
  }

  private void post(Person author, String reach, boolean poll) {
    List<String> parameters = new ArrayList<>(List.of("visibility", reach));
    if (poll)
      parameters.addAll(
          List.of(
              "poll[expires_in]", "3600", "poll[options][]", word(), "poll[options][]", word()));
    else
      parameters.addAll(
          List.of(
              "spoiler_text",
              word(),
              "media_ids[]",
              author.upload(Pictures.png(40 + words, 30), word())));
    String text = word() + " @mo" + (reach.equals("public") ? " @bob" : "") + " #" + word();
    posts.add(author.write(text, parameters.toArray(new String[0])));
  }

  private void answer(Person author, Status to, String reach) {
    if (author.sees(to).isEmpty()) return;
    String named = random.nextBoolean() ? " @fay" : " @ada";
    posts.add(author.reply(to, word() + named, "visibility", reach));
  }

  private void quote(Person author, Status quoted) {
    if (author.sees(quoted).isEmpty()) return;
    String path = "/api/v1/statuses";
    String text = word();
    if (author.tries(path, "status", text, "quoted_status_id", quoted.id()) == 200)
      posts.add(author.home().getFirst());
  }

  /** A reply that its author and Ada see, until she agrees to it. */
  private void held() {
    String rule = "interaction_policy[can_reply]";
    Status guarded =
        ada.write(
            word(),
            rule + "[automatic_approval][]",
            "author",
            rule + "[manual_approval][]",
            "public");
    posts.add(guarded);
    posts.add(mo.write(word() + " #" + word(), "in_reply_to_id", guarded.id()));
  }

  /** Those who may do with it what can be done with a post. */
  private void react(Status post) {
    for (Person one : List.of(ada, fay, mo, bob)) {
      if (one.sees(post).isEmpty()) continue;
      String path = "/api/v1/statuses/" + post.id() + "/";
      one.post(path + "favourite");
      one.post(path + "bookmark");
      if (random.nextInt(3) == 0)
        one.tries(path + "reblog", "visibility", any(List.of("public", "private")));
      if (one == ada) one.tries(path + "pin");
    }
  }

  /** What may not be shown to somebody: everything that {@link Visibility} denies them. */
  List<Hidden> hidden(@Nullable ActorId viewer) {
    String sql =
        """
        SELECT p.id, p.iri, p.url, a.username,
          p.html || ' ' || p.warning || ' ' || coalesce(p.source, '')
            || coalesce((SELECT group_concat(title, ' ') FROM poll_options o
                WHERE o.post_id = p.id), '')
            || coalesce((SELECT group_concat(description, ' ') FROM media m
                WHERE m.post_id = p.id), '') AS texts,
          coalesce((SELECT group_concat(blob_key || ' ' || coalesce(preview_key, ''), ' ')
            FROM media m WHERE m.post_id = p.id), '') AS keys
        FROM posts p JOIN actors a ON a.id = p.author_id WHERE NOT \
        """
            + new Visibility().sql("p");
    return server
        .community()
        .database()
        .read(db ->
            db.query(sql)
                .bind("viewer", viewer == null ? Visibility.NOBODY : viewer)
                .map((row, _) ->
                    new Hidden(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        words(row.getString(5), row.getString(6))))
                .list());
  }

  private static Set<String> words(String texts, String keys) {
    Set<String> words = new TreeSet<>();
    Matcher matcher = WORD.matcher(texts);
    while (matcher.find()) words.add(matcher.group());
    for (String key : keys.split(" ")) if (!key.isBlank()) words.add(key);
    return words;
  }

  @Override
  public void close() {
    fediverse.close();
  }
}
