package social.parley.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.PostId;

/**
 * A post with what stands above it, and the answers below it as a tree; {@code root} begins it as
 * far as is known, {@code unfinished} while more answers are being fetched.
 */
public record ThreadView(
    List<PostView> above,
    PostView post,
    PostId root,
    boolean missingParent,
    List<Branch> answers,
    boolean unfinished,
    @Nullable ComposerView composer) {

  /** Answers that follow one another alone, and where the conversation parts after them. */
  public record Branch(List<PostView> posts, List<Branch> answers) {
    /** How many posts there are in all. */
    public int size() {
      return posts.size() + answers.stream().mapToInt(Branch::size).sum();
    }
  }
}
