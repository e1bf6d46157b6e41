package social.parley.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.storage.Reading;
import social.parley.text.MentionResolver;
import social.parley.text.PostText;
import social.parley.text.TextFormat;

/** What quoting means for a draft: whether it may, how far it goes, and the link in its text. */
final class Quoting {
  private static final String INLINE = "<p class=\"quote-inline\">";
  private static final PostText PLAIN = new PostText("localhost", tag -> new Iri("about:blank"));

  private final PostStore store = new PostStore();
  private final Visibility visibility = new Visibility();
  private final Permissions permissions = new Permissions();

  /** The post to be quoted; that of a boost is the original. */
  @Nullable Post quoted(Reading db, Draft draft) {
    PostId id = draft.terms().quote();
    if (id == null) return null;
    Optional<Post> post =
        store.byId(db, id).filter(one -> visibility.canSee(db, draft.author(), one));
    PostId original = post.map(Post::boostOf).orElse(null);
    if (original != null) post = store.byId(db, original);
    return post.filter(one ->
            permissions.of(db, draft.author(), one, Deed.QUOTE) != Permission.DENIED
                && !blocks(db, draft, one))
        .orElseThrow(() ->
            new Refused.NotFound("The post you are trying to quote does not appear to exist"));
  }

  private static boolean blocks(Reading db, Draft draft, Post quoted) {
    return db.query("SELECT 1 FROM blocks WHERE actor_id = :actor AND target_id = :target")
        .bind("actor", draft.author())
        .bind("target", quoted.author())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** What is for followers is not quoted in the open. */
  static Reach reach(Draft draft, @Nullable Post quoted) {
    return quoted != null && quoted.reach() == Reach.FOLLOWERS
        ? draft.reach().within(Reach.FOLLOWERS)
        : draft.reach();
  }

  /** Of local posts it may be accepted by the policy; else their authors are asked afterwards. */
  Quote quote(Reading db, Draft draft, Post quoted, Actor quotedAuthor, PostId by) {
    Quote quote = Quote.pending(quoted.iri(), false).of(quoted);
    boolean agreed =
        quoted.local() && permissions.of(db, draft.author(), quoted, Deed.QUOTE).isAutomatic();
    return agreed ? quote.acceptedWith(PostQuotes.stamp(quotedAuthor, by)) : quote;
  }

  /** The author of the quoted post gets the quote too, even where the text does not name them. */
  static List<Addressee> addressees(List<Addressee> named, Draft draft, @Nullable Post quoted) {
    if (quoted == null || quoted.author().equals(draft.author())) return named;
    if (named.stream().anyMatch(one -> one.actor().equals(quoted.author()))) return named;
    if (draft.reach() == Reach.MENTIONED)
      throw new Refused.Invalid("", "A private post may only quote somebody whom it mentions");
    List<Addressee> all = new ArrayList<>(named);
    all.add(new Addressee(quoted.author(), false, true));
    return all;
  }

  /** The text with a link to what is quoted, for readers that know no quotes. */
  static String html(String html, @Nullable Post quoted) {
    if (quoted == null) return html;
    String link =
        PLAIN.render("RE: " + quoted.url(), TextFormat.PLAIN, MentionResolver.NOBODY).html();
    return INLINE + link.substring("<p>".length()) + html;
  }

  /** A new text that keeps the link of the old one. */
  static String kept(String html, Post before) {
    if (before.quote() == null || !before.html().startsWith(INLINE)) return html;
    return before.html().substring(0, before.html().indexOf("</p>") + "</p>".length()) + html;
  }
}
