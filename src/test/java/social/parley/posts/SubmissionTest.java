package social.parley.posts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import social.parley.core.Handle;

class SubmissionTest {
  private static final Handle CATS = Handle.parse("cats@forum.test").orElseThrow();

  private static Submission of(String typed) {
    return Submission.of(typed, CATS);
  }

  @Test
  void theFirstLineIsTheTitle() {
    assertThat(of("@cats@forum.test  Hello all\n\nHow are\nyou?"))
        .isEqualTo(new Submission("Hello all", "How are\nyou?"));
    assertThat(of("!Cats@Forum.test\n## Hello\nyou")).isEqualTo(new Submission("Hello", "you"));
    assertThat(of("Hello @cats@forum.test")).isEqualTo(new Submission("Hello", ""));
  }

  @Test
  void theNamesOfOthersStay() {
    assertThat(of("@cats@forum.test Ask @cats@forum.test2 #x").title())
        .isEqualTo("Ask @cats@forum.test2 #x");
    assertThat(of("@cats@forum.test\n").title()).isEmpty();
  }
}
