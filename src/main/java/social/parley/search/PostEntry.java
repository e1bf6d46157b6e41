package social.parley.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Standing;
import social.parley.core.PostId;
import social.parley.media.MediaFile;
import social.parley.media.MediaKind;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.search.SearchSources.Way;
import social.parley.text.PlainText;

/** A post with all that it can be found by. */
record PostEntry(
    Post post,
    Actor author,
    List<MediaFile> files,
    @Nullable Poll poll,
    Map<Way, Set<Long>> readers) {
  private static final Pattern LINK = Pattern.compile("<a\\s[^>]*>");

  static String key(PostId id) {
    return "p" + id;
  }

  /** Whether everybody may find it: an open post of somebody who wants to be found. */
  private boolean open() {
    return post.reach() == Reach.PUBLIC
        && author.indexable()
        && author.isPresent()
        && author.standing() != Standing.SUSPENDED;
  }

  private Set<Long> everyReader() {
    Set<Long> all = new TreeSet<>();
    readers.values().forEach(all::addAll);
    if (author.local()) all.add(author.id().value());
    return all;
  }

  /** Nothing when nobody may find it. */
  @Nullable Document document() {
    Set<Long> all = everyReader();
    if (post.isBoost() || all.isEmpty() && !open()) return null;
    Document document = new Document();
    document.add(new StringField(Field.KEY, key(post.id()), Store.YES));
    document.add(new NumericDocValuesField(Field.ID, post.id().value()));
    document.add(new LongPoint(Field.ID, post.id().value()));
    document.add(new LongPoint(Field.AUTHOR, author.id().value()));
    if (open()) word(document, Field.OPEN, Field.YES);
    for (long reader : all) document.add(new LongPoint(Field.READER, reader));
    ways(document, Way.BOOSTED, Field.BOOSTED);
    ways(document, Way.FAVOURITED, Field.FAVOURITED);
    ways(document, Way.BOOKMARKED, Field.BOOKMARKED);
    document.add(new TextField(Field.TEXT, text(), Store.NO));
    for (String tag : post.tags()) word(document, Field.TAG, tag);
    for (String part : parts()) word(document, Field.HAS, part);
    if (post.isReply()) word(document, Field.IS, "reply");
    if (post.sensitive()) word(document, Field.IS, "sensitive");
    if (post.editedAt() != null) word(document, Field.IS, "edited");
    if (author.bot()) word(document, Field.IS, "bot");
    String language = post.language();
    if (language != null)
      word(document, Field.LANGUAGE, language.split("-", 2)[0].toLowerCase(Locale.ROOT));
    return document;
  }

  private static void word(Document document, String field, String value) {
    document.add(new StringField(field, value, Store.NO));
  }

  private void ways(Document document, Way way, String field) {
    for (long reader : readers.getOrDefault(way, Set.of()))
      document.add(new LongPoint(field, reader));
  }

  private String text() {
    StringBuilder text = new StringBuilder(PlainText.of(post.html()));
    text.append('\n').append(post.warning());
    for (MediaFile file : files) text.append('\n').append(file.description());
    if (poll != null)
      for (Poll.Option option : poll.options()) text.append('\n').append(option.title());
    return text.toString();
  }

  private Set<String> parts() {
    Set<String> parts = new TreeSet<>();
    for (MediaFile file : files) {
      parts.add("media");
      parts.add(
          file.kind() == MediaKind.GIFV ? "video" : file.kind().name().toLowerCase(Locale.ROOT));
    }
    if (poll != null) parts.add("poll");
    Matcher link = LINK.matcher(post.html());
    while (link.find()) if (!link.group().contains("mention")) parts.add("link");
    return parts;
  }
}
