package social.parley.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post with what stands above it, and the answers below it as a tree. */
public record ThreadView(
    List<PostView> above,
    PostView post,
    boolean missingParent,
    List<Branch> answers,
    @Nullable ComposerView composer) {

  /** Answers that follow one another alone, and where the conversation parts after them. */
  public record Branch(List<PostView> posts, List<Branch> answers) {}
}
