package social.parley.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** People whom somebody recommends together, under a name and for a reason. */
public record FeaturedSection(
    long id, String name, String description, boolean sensitive, List<Member> people) {

  /** One of them; {@code leave} is where they take themselves out, for nobody but themselves. */
  public record Member(PersonView person, @Nullable String leave) {}
}
