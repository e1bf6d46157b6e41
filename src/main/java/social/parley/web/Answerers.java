package social.parley.web;

import org.jspecify.annotations.Nullable;
import social.parley.posts.Policy.Group;
import social.parley.posts.Policy.Rule;

/** Who may answer a post, as the form for writing offers it. */
public enum Answerers {
  EVERYBODY,
  FOLLOWERS,
  MENTIONED;

  /** The rule it stands for; none where everybody may. */
  @Nullable Rule rule() {
    return switch (this) {
      case EVERYBODY -> null;
      case FOLLOWERS -> Rule.automatic(Group.AUTHOR, Group.FOLLOWERS, Group.MENTIONED);
      case MENTIONED -> Rule.automatic(Group.AUTHOR, Group.MENTIONED);
    };
  }

  /** The choice that a rule comes nearest to. */
  static Answerers nearest(@Nullable Rule rule) {
    if (rule == null || rule.automatic().has(Group.PUBLIC)) return EVERYBODY;
    return rule.automatic().has(Group.FOLLOWERS) ? FOLLOWERS : MENTIONED;
  }
}
