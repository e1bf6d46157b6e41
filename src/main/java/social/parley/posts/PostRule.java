package social.parley.posts;

/** Asked before a local post is published or edited; says no by throwing a {@code Refused}. */
@FunctionalInterface
public interface PostRule {
  void check(Draft draft);
}
