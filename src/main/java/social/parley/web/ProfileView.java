package social.parley.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's page without what they wrote. {@code relation} is there for other signed-in people.
 */
public record ProfileView(
    PersonView person,
    String header,
    boolean hasHeader,
    Html bio,
    List<Field> fields,
    long followers,
    long following,
    long posts,
    boolean countsHidden,
    Moment joined,
    String original,
    boolean group,
    boolean memorial,
    boolean showsMedia,
    @Nullable PersonView movedTo,
    @Nullable RelationView relation,
    boolean mine) {

  /** One row of the table; a verified one links back here. */
  public record Field(String name, Html value, boolean verified) {}
}
