package social.parley.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import social.parley.accounts.DefaultQuotes;
import social.parley.core.Choice;
import social.parley.core.Refused;
import social.parley.http.Parameters;
import social.parley.posts.Deed;
import social.parley.posts.Permission;
import social.parley.posts.Policy.Circle;
import social.parley.posts.Policy.Group;
import social.parley.posts.Policy.Rule;
import social.parley.posts.Post;
import social.parley.quotes.QuoteChoices;

/** The API's words for who may quote. */
public final class QuotePolicies {
  private static final Rule NOBODY = QuoteChoices.rule(DefaultQuotes.NOBODY);

  private QuotePolicies() {}

  /** Who may quote a post; what is not open to all, or comes from elsewhere unsaid, nobody. */
  static Rule of(Post post) {
    if (!post.reach().isOpen()) return NOBODY;
    Rule rule = post.policy().of(Deed.QUOTE);
    if (rule != null) return rule;
    return post.local() ? post.policy().effective(Deed.QUOTE, post.reach()) : NOBODY;
  }

  /** What a client says: one word, or who need not ask and who may. */
  public static Optional<Rule> read(Parameters given) {
    String word = given.text("quote_approval_policy", "");
    if (word.isEmpty())
      return Optional.ofNullable(PolicyJson.read(given.in("interaction_policy")).quote());
    return Optional.of(
        rule(word)
            .orElseThrow(
                () -> new Refused.Invalid("quote_approval_policy", "is not included in the list")));
  }

  private static Optional<Rule> rule(String word) {
    return Choice.of(DefaultQuotes.class, word).map(QuoteChoices::rule);
  }

  /** The word that comes nearest to a rule. */
  public static String word(Rule rule) {
    return QuoteChoices.nearest(rule).name().toLowerCase(Locale.ROOT);
  }

  static List<String> words(Circle circle) {
    List<String> words = new ArrayList<>();
    if (circle.has(Group.PUBLIC)) words.add("public");
    if (circle.has(Group.FOLLOWERS)) words.add("followers");
    if (circle.has(Group.FOLLOWING)) words.add("following");
    if (circle.has(Group.MENTIONED) || !circle.people().isEmpty()) words.add("unsupported_policy");
    return words;
  }

  static String word(Permission permission) {
    return switch (permission) {
      case OPEN, KNOWN -> "automatic";
      case MANUAL -> "manual";
      case UNKNOWN -> "unknown";
      case DENIED -> "denied";
    };
  }
}
