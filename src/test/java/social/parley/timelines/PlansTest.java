package social.parley.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.TestClock;
import social.parley.follows.Circles;
import social.parley.follows.Unwanted;
import social.parley.lists.ListId;
import social.parley.lists.Lists;
import social.parley.lists.PersonalList;
import social.parley.lists.Replies;
import social.parley.posts.Draft;
import social.parley.posts.Network;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.posts.Town;
import social.parley.posts.Visibility;
import social.parley.storage.Announcement;
import social.parley.storage.Database;
import social.parley.storage.Databases;
import social.parley.storage.Dialect;
import social.parley.storage.Tx;
import social.parley.tags.TagFollows;

/** What fills and reads homes, lists and timelines walks along indexes, on every database. */
class PlansTest {
  private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z][a-zA-Z0-9]*)");

  abstract static class Contract {
    @TempDir Path folder;

    abstract Database open(Path folder);

    @Test
    void nothingIsScanned() {
      TestClock clock = new TestClock();
      try (Town town = new Town("alpha.test", new Network(), open(folder), clock, folder)) {
        Actor adaHere = town.person("ada");
        Actor ben = town.person("ben");
        ActorId ada = adaHere.id();
        town.follow(adaHere, ben);
        town.follow(ben, adaHere);
        Lists lists = new Lists(town.database, town.ids, clock, town.follows);
        ListId list = lists.create(ada, "Friends", Replies.LIST, true).id();
        lists.join(ada, list, List.of(ada, ben.id()));
        new TagFollows(town.database, town.ids, clock).follow(ada, "wood");
        Post first = town.say(Draft.of(ben.id(), "hello #wood"));
        Post answer = town.say(Draft.of(ada, "@ben yes").inReplyTo(first.id()));
        Post boost = town.posts.boost(ada, answer.id(), Reach.PUBLIC);
        Instant now = clock.instant();
        List<Delivery> deliveries =
            List.of(
                new Delivery(first, null, now),
                new Delivery(answer, null, now),
                new Delivery(boost, answer, now));
        Unwanted nobody = new Circles(town.database).of(ada).unwanted(now);
        town.blocks.mute(ada, town.person("cleo").id(), true, null);
        Unwanted somebody = new Circles(town.database).of(ada).unwanted(now);
        List<String> statements = new ArrayList<>();
        town.database.run(tx -> {
          Recorder recorder = new Recorder(tx, statements);
          for (Delivery delivery : deliveries) write(recorder, delivery);
          change(recorder, ada, first, now);
          read(recorder, ada, nobody);
          read(recorder, ada, somebody);
        });
        assertThat(statements.size()).isGreaterThan(40);
        for (String sql : statements) assertWalksIndexes(town.database, sql);
      }
    }

    private static void write(Tx tx, Delivery delivery) {
      FanOutStore store = new FanOutStore();
      ActorId author = delivery.post().author();
      store.first(tx, author, 500);
      for (Readership readership : Readership.values())
        store.add(tx, delivery, store.next(tx, readership, author, "wood", -1, 500));
    }

    private static void change(Tx tx, ActorId ada, Post post, Instant now) {
      PersonalList list = new PersonalList(new ListId(1), ada, "", Replies.LIST, true);
      BackfillStore latest = new BackfillStore();
      latest.home(tx, ada, post.author(), now, 40);
      latest.list(tx, list, post.author(), now, 40);
      latest.tag(tx, ada, "wood", now, 40);
      latest.leave(tx, ada, "wood");
      EntryStore.homes().leave(tx, ada, post.author());
      EntryStore.lists().leave(tx, list.id(), post.author());
      for (EntryStore<?> entries : List.of(EntryStore.homes(), EntryStore.lists())) {
        entries.purge(tx, ada, post.author());
        entries.remove(tx, post);
      }
    }

    private static void read(Tx tx, ActorId ada, Unwanted unwanted) {
      TimelineStore store = new TimelineStore(new Visibility());
      for (Cursor at : List.of(Cursor.first(20), new Cursor(null, null, 1L, 20))) {
        EntryStore.homes().page(tx, ada, ada, HomeFilter.ALL, at);
        EntryStore.lists().page(tx, ada, new ListId(1), HomeFilter.ALL, at);
        store.everyone(tx, unwanted, PublicFilter.ALL, at);
        store.everyone(tx, unwanted, PublicFilter.LOCAL, at);
        store.everyone(tx, unwanted, new PublicFilter(false, false, true), at);
        store.tagged(tx, unwanted, TagFilter.of("wood"), at);
        store.tagged(
            tx,
            unwanted,
            new TagFilter(List.of("wood", "oak"), List.of("elm"), List.of("fir"), PublicFilter.ALL),
            at);
        store.of(tx, ada, unwanted, ada, AccountFilter.ALL, at);
        store.of(
            tx, ada, unwanted, ada, new AccountFilter(true, true, true, true, true, "wood"), at);
      }
    }

    private static void assertWalksIndexes(Database database, String sql) {
      List<String> plan = database.write(tx -> plan(database.dialect(), tx, sql));
      assertThat(plan)
          .as(sql)
          .noneMatch(line ->
              line.contains("Seq Scan on")
                  // A derived table is read through; an index or a table must be searched.
                  || line.matches("SCAN (?!latest|chunk|written|tagged|CONSTANT).*"));
    }

    private static List<String> plan(Dialect dialect, Tx tx, String sql) {
      String explain =
          switch (dialect) {
            case SQLITE -> "EXPLAIN QUERY PLAN ";
            case POSTGRES -> {
              // On small tables it would not think of an index.
              tx.update("SET LOCAL enable_seqscan = off").execute();
              yield "EXPLAIN ";
            }
          };
      Query query = tx.query(explain + sql.replaceAll("<(concerned|unwanted)>", ":one, :two"));
      PARAMETER
          .matcher(sql + ":one :two")
          .results()
          .map(found -> found.group(1))
          .distinct()
          .forEach(name -> bind(query, name));
      return query
          .map((row, context) ->
              dialect == Dialect.SQLITE ? row.getString("detail") : row.getString(1))
          .list();
    }

    private static void bind(Query query, String name) {
      if (name.matches("(language|inLanguages|tag|any\\d|all\\d|none\\d)")) query.bind(name, "en");
      else if (name.equals("isBoost")) query.bind(name, true);
      else query.bind(name, 7L);
    }
  }

  /** Does what it is told, and remembers the statements. */
  private record Recorder(Tx inner, List<String> statements) implements Tx {
    @Override
    public Query query(String sql) {
      statements.add(sql);
      return inner.query(sql);
    }

    @Override
    public Update update(String sql) {
      statements.add(sql);
      return inner.update(sql);
    }

    @Override
    public Update update(String sql, Record row) {
      statements.add(sql);
      return inner.update(sql, row);
    }

    @Override
    public PreparedBatch batch(String sql) {
      throw new UnsupportedOperationException(sql);
    }

    @Override
    public PreparedBatch batch(String sql, Iterable<? extends Record> rows) {
      throw new UnsupportedOperationException(sql);
    }

    @Override
    public Dialect dialect() {
      return inner.dialect();
    }

    @Override
    public <A extends Announcement> void announce(A announcement) {
      inner.announce(announcement);
    }

    @Override
    public void atCommit(Runnable work) {
      inner.atCommit(work);
    }

    @Override
    public void afterCommit(Runnable work) {
      inner.afterCommit(work);
    }
  }

  @Nested
  class OnSqlite extends Contract {
    @Override
    Database open(Path folder) {
      return Databases.sqlite(folder.resolve("db"));
    }
  }

  @Nested
  class OnPostgres extends Contract {
    @Override
    Database open(Path folder) {
      return Databases.postgres();
    }
  }
}
