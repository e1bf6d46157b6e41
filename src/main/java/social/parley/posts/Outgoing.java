package social.parley.posts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Audience;
import social.parley.actors.Actor;
import social.parley.core.Iri;

/**
 * A local post with who wrote it, who is addressed by name and the group that it belongs to, read
 * once for all that is sent.
 */
record Outgoing(Post post, Actor author, List<Actor> addressed, @Nullable Actor community) {
  Outgoing {
    addressed = List.copyOf(addressed);
  }

  Audience audience() {
    Iri followers = author.followers();
    if (followers == null) throw new IllegalStateException("a local author without followers");
    List<Iri> people = addressed.stream().map(Actor::iri).toList();
    Audience audience =
        switch (post.reach()) {
          case PUBLIC -> Audience.everyone(followers);
          case QUIET -> Audience.quiet(followers);
          case FOLLOWERS -> Audience.to(followers);
          case MENTIONED -> Audience.of(people, List.of());
        };
    if (community != null && post.reach().isOpen()) audience = in(community.iri(), audience);
    if (post.reach() != Reach.MENTIONED)
      for (Iri one : people) if (!audience.to().contains(one)) audience = audience.alsoCc(one);
    return audience;
  }

  /** What starts a thread there is addressed to the community itself. */
  private Audience in(Iri group, Audience audience) {
    Audience told = post.isReply() ? audience.alsoCc(group) : audience.alsoTo(group);
    return told.in(group);
  }

  /** What belongs to the post, such as its replies. */
  Iri part(String name) {
    return PostActivities.part(post, name);
  }
}
