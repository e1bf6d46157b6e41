package social.parley.moderation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/**
 * Reports from other servers, in the form of each: the person first and then posts, a post alone,
 * or posts that only the text names.
 */
public final class ReportInbox {
  private static final int MOST_NAMED = 100;
  private static final int LONGEST_COMMENT = 5000;

  private final Actors actors;
  private final Posts posts;
  private final DomainPolicy policy;
  private final Reports reports;

  public ReportInbox(Actors actors, Posts posts, DomainPolicy policy, Reports reports) {
    this.actors = actors;
    this.posts = posts;
    this.policy = policy;
    this.reports = reports;
  }

  /** Somebody elsewhere reports somebody here; one report for each person. */
  public Effect flag(Received received, Activity.Flag flag) {
    if (policy.of(received.actor()).rejectReports()) return Effect.none();
    Map<ActorId, List<PostId>> about = about(received.actor(), flag);
    if (about.isEmpty()) return Effect.none();
    String said = ReportActivities.comment(flag);
    String comment =
        said.codePointCount(0, said.length()) <= LONGEST_COMMENT
            ? said
            : said.substring(0, said.offsetByCodePoints(0, LONGEST_COMMENT));
    ActorId reporter = received.actor().id();
    return tx ->
        about.forEach(
            (target, named) -> reports.receive(tx, flag.id(), reporter, target, named, comment));
  }

  /**
   * The local people who are named, and those of their posts that are which they show the reporter.
   */
  private Map<ActorId, List<PostId>> about(Actor reporter, Activity.Flag flag) {
    Map<ActorId, List<PostId>> about = new LinkedHashMap<>();
    List<Iri> addresses =
        ReportActivities.named(flag).stream()
            .filter(actors.addresses()::isLocal)
            .limit(MOST_NAMED)
            .toList();
    for (Iri iri : addresses) {
      Optional<Actor> person = person(iri);
      if (person.isPresent()) {
        about.computeIfAbsent(person.get().id(), _ -> new ArrayList<>());
        continue;
      }
      Optional<Post> post = posts.byAddress(iri).filter(one -> one.local() && !one.isBoost());
      if (post.isEmpty()) continue;
      List<PostId> named = about.computeIfAbsent(post.get().author(), _ -> new ArrayList<>());
      if (!posts.visible(reporter.id(), List.of(post.get())).isEmpty()) named.add(post.get().id());
    }
    return about;
  }

  private Optional<Actor> person(Iri iri) {
    return actors
        .identity(iri)
        .or(() -> actors.byUrl(iri.value()))
        .filter(actor -> actor.local() && !actor.isDeleted())
        .filter(actor -> !actor.id().equals(actors.instanceActor().id()));
  }
}
