package social.parley.mastodon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.posts.Policy.Rule;
import social.parley.posts.Post;

/** The Quote entity: what a post quotes, as far as the viewer may see it. */
public record QuoteJson(String state, @Nullable StatusJson quotedStatus) {

  /** The ShallowQuote entity, inside something that is quoted itself. */
  public record Shallow(String state, @Nullable String quotedStatusId) {}

  /** The QuoteApproval entity, as far as everybody sees the same. */
  record Approval(List<String> automatic, List<String> manual) {

    static Approval of(Post post) {
      Rule rule = QuotePolicies.of(post);
      return new Approval(
          QuotePolicies.words(rule.automatic()), QuotePolicies.words(rule.manual()));
    }
  }
}
