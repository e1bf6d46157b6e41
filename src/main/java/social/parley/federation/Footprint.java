package social.parley.federation;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.Ref;
import social.parley.core.Iri;

/**
 * What an activity makes and what it refers to. Activities that have nothing to do with each other
 * may be prepared one after the other and applied together; all else waits for what came before it.
 */
record Footprint(boolean mayJoin, Set<Iri> makes, Set<Iri> uses) {
  static Footprint of(Activity activity) {
    Set<Iri> makes = new HashSet<>();
    Set<Iri> uses = new HashSet<>();
    add(makes, activity.id());
    boolean mayJoin =
        switch (activity) {
          case Activity.Create create -> {
            create.objects().forEach(ref -> made(ref, makes, uses));
            yield true;
          }
          case Activity.Like like -> used(like, uses);
          case Activity.EmojiReact react -> used(react, uses);
          case Activity.Dislike dislike -> used(dislike, uses);
          case Activity.Announce announce -> announce.inner() == null && used(announce, uses);
          default -> false;
        };
    return new Footprint(mayJoin, makes, uses);
  }

  private static boolean used(Activity activity, Set<Iri> uses) {
    for (Ref ref : activity.objects()) add(uses, ref.iri());
    return true;
  }

  private static void made(Ref ref, Set<Iri> makes, Set<Iri> uses) {
    add(makes, ref.iri());
    if (ref.thing() instanceof ObjectDocument object) {
      add(uses, object.inReplyTo());
      add(uses, object.quote());
    }
  }

  private static void add(Set<Iri> set, @Nullable Iri iri) {
    if (iri != null) set.add(iri);
  }

  /** Whether this one must see the effect of something in a set, or the other way round. */
  boolean touches(Set<Iri> othersMake, Set<Iri> othersUse) {
    return makes.stream().anyMatch(iri -> othersMake.contains(iri) || othersUse.contains(iri))
        || uses.stream().anyMatch(othersMake::contains);
  }
}
