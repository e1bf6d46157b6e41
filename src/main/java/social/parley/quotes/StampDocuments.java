package social.parley.quotes;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Thing;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.federation.ObjectSource;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Quote;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** QuoteAuthorizations as documents; they name two posts and show neither. */
final class StampDocuments implements ObjectSource {
  private final Database database;
  private final Actors actors;
  private final Posts posts;

  StampDocuments(Database database, Actors actors, Posts posts) {
    this.database = database;
    this.actors = actors;
    this.posts = posts;
  }

  @Override
  public Answer find(Iri iri, @Nullable ActorId reader) {
    if (!actors.addresses().isLocal(iri)) return new Answer.Unknown();
    return database.read(db -> stamp(db, iri, reader));
  }

  /** Not for those who may not see what is quoted (FEP-044f). */
  private Answer stamp(Reading db, Iri iri, @Nullable ActorId reader) {
    Optional<Post> quoting =
        posts.quotes().stamped(db, iri).stream()
            .filter(one -> one.quote() != null && one.quote().accepted())
            .findFirst();
    Quote quote = quoting.map(Post::quote).orElse(null);
    if (quoting.isEmpty() || quote == null || quote.post() == null) return new Answer.Unknown();
    Optional<Post> quoted = posts.byId(db, quote.post()).filter(Post::local);
    if (quoted.isEmpty()) return new Answer.Unknown();
    boolean seen =
        posts.visibility().canSee(db, reader, quoted.get()) && !quoting.get().localOnly();
    Optional<Actor> author = actors.byId(db, quoted.get().author());
    if (!seen || author.isEmpty()) return new Answer.Hidden();
    Thing stamp =
        QuoteActivities.stamp(iri, author.get().iri(), quoting.get().iri(), quoted.get().iri());
    return new Answer.Shown(stamp);
  }
}
