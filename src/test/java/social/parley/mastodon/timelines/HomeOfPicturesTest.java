package social.parley.mastodon.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.fediverse.Status;

/** What apps for Pixelfed ask for: pictures of the people one follows, and those that are liked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeOfPicturesTest {
  private static final String HOME = "/api/pixelfed/v1/timelines/home";

  private final Fediverse fediverse = Fediverse.of("alpha.test");
  private final Person ada = fediverse.person("ada", "alpha.test");
  private final Person bob = fediverse.person("bob", "alpha.test");
  private final Person carl = fediverse.person("carl", "alpha.test");

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private static Status picture(Person author, String text) {
    return author.write(text, "media_ids[]", author.upload(Pictures.png(20, 20), "a square"));
  }

  private List<String> seen(String query) {
    return ada.get(HOME + query)
        .valueStream()
        .map(one -> one.path("reblog").isNull() ? one : one.path("reblog"))
        .map(one -> new Status(one).text())
        .toList();
  }

  @Test
  void onlyPicturesAreThereAndBoostsWhenTheyAreWanted() {
    ada.follow(bob);
    picture(bob, "first picture");
    bob.write("only words");
    picture(bob, "second picture");
    bob.boost(picture(carl, "a picture of carl's"));
    bob.boost(carl.write("words of carl's"));
    fediverse.settle();
    assertThat(seen("")).containsExactly("second picture", "first picture");
    assertThat(seen("?include_reblogs=true"))
        .containsExactly("a picture of carl's", "second picture", "first picture");
    assertThat(seen("?limit=1")).containsExactly("second picture");
    assertThat(ada.get("/api/v1/discover/posts").path("posts").isArray()).isTrue();
  }
}
