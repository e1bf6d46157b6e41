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
    boolean showsFeatured,
    @Nullable PersonView movedTo,
    @Nullable RelationView relation,
    Familiar familiar,
    boolean mine) {

  /** Who of the people one follows follows somebody too; two are named, the others counted. */
  public record Familiar(List<PersonView> people) {
    static final Familiar NOBODY = new Familiar(List.of());
    private static final int NAMED = 2;

    public List<PersonView> named() {
      return people.subList(0, Math.min(NAMED, people.size()));
    }

    public int others() {
      return people.size() - named().size();
    }
  }

  /** One row of the table; a verified one links back here. */
  public record Field(String name, Html value, boolean verified) {}
}
