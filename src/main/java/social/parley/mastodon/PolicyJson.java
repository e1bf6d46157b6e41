package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Choice;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.http.Parameters;
import social.parley.posts.Deed;
import social.parley.posts.Policy;
import social.parley.posts.Policy.Circle;
import social.parley.posts.Policy.Group;
import social.parley.posts.Policy.Rule;
import social.parley.posts.Post;
import social.parley.posts.Reach;

/**
 * The InteractionPolicy entity, as GoToSocial shapes it; with who may quote, which is said of posts
 * only.
 */
public record PolicyJson(
    Rules canFavourite,
    Rules canReply,
    Rules canReblog,
    @JsonInclude(Include.NON_NULL) @Nullable Rules canQuote) {
  private static final int MOST_PEOPLE = 200;

  /** Who need not ask and who may ask, under the present names and the former ones. */
  public record Rules(
      List<String> automaticApproval,
      List<String> manualApproval,
      List<String> always,
      List<String> withApproval) {
    private static Rules of(Rule rule) {
      List<String> automatic = words(rule.automatic());
      List<String> manual = words(rule.manual());
      return new Rules(automatic, manual, automatic, manual);
    }
  }

  /** What holds for posts that reach so far. */
  public static PolicyJson of(Policy policy, Reach reach) {
    return of(policy, reach, null);
  }

  private static PolicyJson of(Policy policy, Reach reach, @Nullable Rule quotes) {
    return new PolicyJson(
        Rules.of(policy.effective(Deed.LIKE, reach)),
        Rules.of(policy.effective(Deed.REPLY, reach)),
        Rules.of(policy.effective(Deed.BOOST, reach)),
        quotes == null ? null : Rules.of(quotes));
  }

  /** What holds for a post. */
  static PolicyJson of(Post post) {
    return of(post.policy(), post.reach(), QuotePolicies.of(post));
  }

  private static List<String> words(Circle circle) {
    List<String> words = new ArrayList<>();
    for (Group group : Group.values())
      if (circle.has(group)) words.add(group.name().toLowerCase(Locale.ROOT));
    circle.people().stream().map(Iri::value).sorted().forEach(words::add);
    return words;
  }

  /** What a client gives; silent about what it leaves out. */
  public static Policy read(Parameters given) {
    return new Policy(
        rule(given, "can_favourite"),
        rule(given, "can_reply"),
        rule(given, "can_reblog"),
        rule(given, "can_quote"));
  }

  private static @Nullable Rule rule(Parameters policy, String name) {
    if (!policy.has(name)) return null;
    Parameters given = policy.in(name);
    return new Rule(
        circle(either(given, "automatic_approval", "always")),
        circle(either(given, "manual_approval", "with_approval")));
  }

  private static List<String> either(Parameters given, String name, String former) {
    return given.has(name) ? given.texts(name) : given.texts(former);
  }

  private static Circle circle(List<String> words) {
    Set<Group> groups = EnumSet.noneOf(Group.class);
    Set<Iri> people = new HashSet<>();
    for (String word : words) {
      if (word.isEmpty() || word.equals("me")) continue;
      if (word.contains(":")) people.add(Iri.parse(word).orElseThrow(PolicyJson::invalid));
      else groups.add(group(word));
    }
    if (people.size() > MOST_PEOPLE) throw invalid();
    return new Circle(groups, people);
  }

  private static Group group(String word) {
    return Choice.of(Group.class, word).orElseThrow(PolicyJson::invalid);
  }

  private static Refused.Invalid invalid() {
    return new Refused.Invalid("interaction_policy", "has an unknown value");
  }
}
