package social.parley.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.actors.Standing;
import social.parley.core.ActorId;
import social.parley.text.PlainText;

/**
 * Somebody with all that they can be found by; only those who want to be discovered can be found by
 * those who do not know them, and only they by what they say about themselves.
 */
record ActorEntry(Actor actor) {
  static String key(ActorId id) {
    return "a" + id;
  }

  /** Nothing when nobody may find them. */
  @Nullable Document document() {
    if (!actor.isPresent()
        || actor.standing() == Standing.SUSPENDED
        || actor.kind() == ActorKind.APPLICATION) return null;
    Document document = new Document();
    document.add(new StringField(Field.KEY, key(actor.id()), Store.YES));
    document.add(new NumericDocValuesField(Field.ID, actor.id().value()));
    document.add(new LongPoint(Field.ID, actor.id().value()));
    document.add(
        new TextField(Field.NAME, actor.username() + "\n" + actor.displayName(), Store.NO));
    document.add(
        new FeatureField(Field.RANK, "followers", 1 + Math.max(0, actor.followersCount())));
    if (actor.discoverable() && actor.standing() == Standing.OK) {
      document.add(new StringField(Field.OPEN, Field.YES, Store.NO));
      document.add(new TextField(Field.BIO, PlainText.of(actor.bioHtml()), Store.NO));
    }
    if (actor.indexable()) document.add(new StringField(Field.INDEXABLE, Field.YES, Store.NO));
    return document;
  }
}
