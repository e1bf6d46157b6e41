package social.parley.mastodon.notifications;

import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import social.parley.http.Parameters;
import social.parley.notifications.NotificationType;

/** The types that an app says it knows, or every app knows that says nothing. */
public record KnownTypes(Set<NotificationType> types, boolean plainReactions) {
  /** For apps that say nothing: what is older than the question. */
  public static final KnownTypes USUAL =
      new KnownTypes(
          EnumSet.complementOf(
              EnumSet.of(
                  NotificationType.REACTION,
                  NotificationType.ADDED_TO_COLLECTION,
                  NotificationType.COLLECTION_EDIT,
                  NotificationType.PENDING_FAVOURITE,
                  NotificationType.PENDING_REPLY,
                  NotificationType.PENDING_BOOST,
                  NotificationType.PENDING_QUOTE)),
          false);

  public KnownTypes {
    types = Set.copyOf(types);
  }

  static KnownTypes of(Context ctx) {
    List<String> words = Parameters.of(ctx).texts("supported_types");
    if (words.isEmpty()) return USUAL;
    Set<NotificationType> types = EnumSet.noneOf(NotificationType.class);
    for (String word : words) NotificationType.of(word).ifPresent(types::add);
    boolean plain = words.contains("reaction") && !words.contains(NotificationType.REACTION.word());
    return new KnownTypes(types, plain);
  }

  /** Some apps have a shorter word for reactions. */
  String word(NotificationType type) {
    return type == NotificationType.REACTION && plainReactions ? "reaction" : type.word();
  }

  /** Whether the client can show it without help. */
  boolean holds(NotificationType type) {
    return types.contains(type);
  }
}
