package social.parley.posts;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/**
 * Who may do what with a post, as its author says; where there is no rule, the usual holds. The
 * vocabulary is that of GoToSocial's interaction policies.
 */
public record Policy(
    @Nullable Rule like, @Nullable Rule reply, @Nullable Rule boost, @Nullable Rule quote) {

  /** An author who says nothing. */
  public static final Policy SILENT = new Policy(null, null, null, null);

  /** People who have something in common. */
  public enum Group {
    PUBLIC,
    FOLLOWERS,
    FOLLOWING,
    MENTIONED,
    AUTHOR
  }

  /** Groups, and people by their addresses. */
  public record Circle(Set<Group> groups, Set<Iri> people) {
    public static final Circle NOBODY = new Circle(Set.of(), Set.of());

    public Circle {
      groups = Set.copyOf(groups);
      people = Set.copyOf(people);
    }

    public static Circle of(Group... groups) {
      Set<Group> all = EnumSet.noneOf(Group.class);
      all.addAll(Set.of(groups));
      return new Circle(all, Set.of());
    }

    public boolean has(Group group) {
      return groups.contains(group);
    }
  }

  /** Those who need not ask, and those who may ask. */
  public record Rule(Circle automatic, Circle manual) {
    public static Rule automatic(Group... groups) {
      return new Rule(Circle.of(groups), Circle.NOBODY);
    }
  }

  public @Nullable Rule of(Deed deed) {
    return switch (deed) {
      case LIKE -> like;
      case REPLY -> reply;
      case BOOST -> boost;
      case QUOTE -> quote;
    };
  }

  public Policy withQuote(@Nullable Rule rule) {
    return new Policy(like, reply, boost, rule);
  }

  /** The same rules for quotes, and the others of another policy. */
  public Policy withInteractions(Policy other) {
    return new Policy(other.like, other.reply, other.boost, quote);
  }

  /** Whether it says anything about favourites, replies or boosts. */
  public boolean limitsInteractions() {
    return like != null || reply != null || boost != null;
  }

  /** The rule, or the usual one of a local post that reaches so far. */
  public Rule effective(Deed deed, Reach reach) {
    Rule rule = of(deed);
    return rule == null ? usual(deed, reach) : rule;
  }

  private static Rule usual(Deed deed, Reach reach) {
    boolean narrow = deed == Deed.BOOST || deed == Deed.QUOTE;
    return switch (reach) {
      case PUBLIC, QUIET -> Rule.automatic(Group.PUBLIC);
      case FOLLOWERS ->
          narrow
              ? Rule.automatic(Group.AUTHOR)
              : Rule.automatic(Group.AUTHOR, Group.FOLLOWERS, Group.MENTIONED);
      case MENTIONED ->
          narrow ? Rule.automatic(Group.AUTHOR) : Rule.automatic(Group.AUTHOR, Group.MENTIONED);
    };
  }
}
