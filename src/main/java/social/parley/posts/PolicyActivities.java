package social.parley.posts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Audience;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.posts.Policy.Circle;
import social.parley.posts.Policy.Group;
import social.parley.posts.Policy.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Policies as they stand on the wire: lists of addresses, under the present names and those of the
 * first servers that had policies.
 */
final class PolicyActivities {
  private static final Set<String> PUBLIC = Set.of(Audience.PUBLIC.value(), "as:Public", "Public");

  private PolicyActivities() {}

  /**
   * Who may quote is always said. The others only where the author has said something, since that
   * obliges every reader to ask.
   */
  static JsonNode write(Post post, Actor author, List<Iri> named) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    Policy policy = post.policy();
    add(node, "canLike", policy.like(), author, named, false);
    add(node, "canReply", policy.reply(), author, named, true);
    add(node, "canAnnounce", policy.boost(), author, named, false);
    Rule quotes =
        post.reach().isOpen()
            ? policy.effective(Deed.QUOTE, post.reach())
            : Rule.automatic(Group.AUTHOR);
    ObjectNode canQuote = node.putObject("canQuote");
    List<Iri> automatic = addresses(quotes.automatic(), author, named);
    // An empty array would be the same as none (FEP-044f).
    if (automatic.isEmpty()) automatic = List.of(author.iri());
    put(canQuote.putArray("automaticApproval"), automatic);
    List<Iri> manual = addresses(quotes.manual(), author, named);
    if (!manual.isEmpty()) put(canQuote.putArray("manualApproval"), manual);
    return node;
  }

  private static void add(
      ObjectNode node,
      String name,
      @Nullable Rule rule,
      Actor author,
      List<Iri> named,
      boolean namedToo) {
    if (rule == null) return;
    Set<Iri> automatic = new LinkedHashSet<>(addresses(rule.automatic(), author, named));
    if (!automatic.contains(Audience.PUBLIC)) {
      automatic.add(author.iri());
      if (namedToo) automatic.addAll(named);
    }
    List<Iri> manual = addresses(rule.manual(), author, named);
    ObjectNode one = node.putObject(name);
    put(one.putArray("automaticApproval"), automatic);
    put(one.putArray("manualApproval"), manual);
    put(one.putArray("always"), automatic);
    put(one.putArray("approvalRequired"), manual);
  }

  private static void put(ArrayNode array, Iterable<Iri> addresses) {
    for (Iri one : addresses) array.add(one.value());
  }

  private static List<Iri> addresses(Circle circle, Actor author, List<Iri> named) {
    List<Iri> addresses = new ArrayList<>();
    if (circle.has(Group.PUBLIC)) addresses.add(Audience.PUBLIC);
    if (circle.has(Group.FOLLOWERS) && author.followers() != null)
      addresses.add(author.followers());
    if (circle.has(Group.FOLLOWING) && author.following() != null)
      addresses.add(author.following());
    if (circle.has(Group.MENTIONED)) addresses.addAll(named);
    addresses.addAll(circle.people());
    return addresses;
  }

  static Policy read(@Nullable JsonNode policy, Actor author) {
    return read(policy, author.iri(), author.followers(), author.following());
  }

  static Policy read(
      @Nullable JsonNode policy, Iri iri, @Nullable Iri followers, @Nullable Iri following) {
    if (policy == null) return Policy.SILENT;
    Author author = new Author(iri, followers, following);
    return new Policy(
        rule(policy.path("canLike"), author),
        rule(policy.path("canReply"), author),
        rule(policy.path("canAnnounce"), author),
        rule(policy.path("canQuote"), author));
  }

  /** The addresses of an author by which groups are known. */
  private record Author(Iri iri, @Nullable Iri followers, @Nullable Iri following) {}

  private static @Nullable Rule rule(JsonNode node, Author author) {
    if (!node.isObject() || node.isEmpty()) return null;
    return new Rule(
        circle(either(node, "automaticApproval", "always"), author),
        circle(either(node, "manualApproval", "approvalRequired"), author));
  }

  private static JsonNode either(JsonNode node, String name, String former) {
    return node.has(name) ? node.path(name) : node.path(former);
  }

  private static Circle circle(JsonNode node, Author author) {
    Set<Group> groups = EnumSet.noneOf(Group.class);
    Set<Iri> people = new LinkedHashSet<>();
    for (JsonNode one : node.isArray() ? node : List.of(node)) {
      if (!one.isString()) continue;
      String text = one.stringValue();
      Iri iri = Iri.parse(text).orElse(null);
      if (PUBLIC.contains(text)) groups.add(Group.PUBLIC);
      else if (iri == null) continue;
      else if (iri.equals(author.followers())) groups.add(Group.FOLLOWERS);
      else if (iri.equals(author.following())) groups.add(Group.FOLLOWING);
      else if (iri.equals(author.iri())) groups.add(Group.AUTHOR);
      else if (people.size() < 200) people.add(iri);
    }
    return new Circle(groups, people);
  }
}
