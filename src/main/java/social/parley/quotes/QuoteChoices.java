package social.parley.quotes;

import social.parley.accounts.DefaultQuotes;
import social.parley.posts.Policy.Group;
import social.parley.posts.Policy.Rule;

/** What the choice of who may quote means as a rule, and which choice a rule comes nearest to. */
public final class QuoteChoices {
  private QuoteChoices() {}

  public static Rule rule(DefaultQuotes chosen) {
    return switch (chosen) {
      case PUBLIC -> Rule.automatic(Group.PUBLIC);
      case FOLLOWERS -> Rule.automatic(Group.FOLLOWERS);
      case NOBODY -> Rule.automatic(Group.AUTHOR);
    };
  }

  public static DefaultQuotes nearest(Rule rule) {
    if (rule.automatic().has(Group.PUBLIC)) return DefaultQuotes.PUBLIC;
    return rule.automatic().has(Group.FOLLOWERS) ? DefaultQuotes.FOLLOWERS : DefaultQuotes.NOBODY;
  }
}
