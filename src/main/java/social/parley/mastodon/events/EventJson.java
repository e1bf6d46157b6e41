package social.parley.mastodon.events;

import org.jspecify.annotations.Nullable;
import social.parley.events.Attendance;
import social.parley.mastodon.ApiDates;
import social.parley.posts.Content;

/** What a Status says of an event, as far as everybody sees the same. */
public record EventJson(
    String name,
    @Nullable String startTime,
    @Nullable String endTime,
    @Nullable String joinMode,
    @Nullable Long participantsCount,
    @Nullable Location location) {

  /** Where it takes place; the address is in one line. */
  public record Location(
      String name,
      @Nullable String url,
      String street,
      @Nullable Double latitude,
      @Nullable Double longitude) {}

  public static EventJson of(Content.Event event) {
    Content.Place place = event.place();
    return new EventJson(
        event.title(),
        event.start() == null ? null : ApiDates.of(event.start()),
        event.end() == null ? null : ApiDates.of(event.end()),
        event.joining().isEmpty() ? null : event.joining(),
        event.participants(),
        place == null
            ? null
            : new Location(
                place.name(),
                place.online() == null ? null : place.online().value(),
                place.address(),
                place.latitude(),
                place.longitude()));
  }

  /** How a person stands to it; null when they neither come nor have asked to. */
  public static @Nullable String joinState(@Nullable Attendance attendance) {
    return switch (attendance) {
      case PENDING -> "pending";
      case ATTENDING -> "accept";
      case REFUSED -> "reject";
      case MAYBE, DECLINED -> null;
      case null -> null;
    };
  }
}
