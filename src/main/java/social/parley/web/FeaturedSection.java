package social.parley.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** People whom somebody recommends together, under a name and for a reason. */
public record FeaturedSection(
    long id, String name, String description, boolean sensitive, List<Member> people) {

  /** One of them; {@code out} is where the visitor takes them out, who is them or the owner. */
  public record Member(PersonView person, @Nullable String out) {}
}
