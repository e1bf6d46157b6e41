package social.parley.posts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ObjectDocument;
import social.parley.core.Iri;
import social.parley.text.HtmlCleaner;
import social.parley.text.PlainText;
import tools.jackson.databind.JsonNode;

/** Events as Mobilizon, Gancio, Friendica and FEP-8a8e describe them. */
final class ForeignEvent {
  private static final int LONGEST = 500;
  private static final String CALENDAR = "\uD83D\uDCC5";
  private static final String PIN = "\uD83D\uDCCD";
  private static final List<String> ADDRESS =
      List.of("streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter LATER = DateTimeFormatter.ofPattern("HH:mm");

  private ForeignEvent() {}

  static Content.Event of(String title, String summary, ObjectDocument document) {
    JsonNode raw = document.raw();
    return new Content.Event(
        title,
        summary,
        document.page(),
        document.startTime(),
        document.endTime(),
        zone(raw),
        place(raw),
        word(raw.path("ical:status")),
        word(raw.path("joinMode")),
        count(raw.path("maximumAttendeeCapacity")),
        count(raw.path("participantCount")));
  }

  /** Where its times are meant: named, else as far from UTC as the time itself says. */
  private static @Nullable String zone(JsonNode raw) {
    try {
      String named = raw.path("timezone").asString("");
      if (!named.isBlank()) return ZoneId.of(named).getId();
      String start = raw.path("startTime").asString("");
      ZoneOffset offset = OffsetDateTime.parse(start).getOffset();
      return offset.equals(ZoneOffset.UTC) ? null : offset.getId();
    } catch (DateTimeException notOne) {
      return null;
    }
  }

  private static String word(JsonNode node) {
    return PlainText.line(node.asString(""), LONGEST).toLowerCase(Locale.ROOT);
  }

  private static @Nullable Long count(JsonNode node) {
    long count = node.isIntegralNumber() ? node.asLong(0) : 0;
    return count > 0 ? (Long) count : null;
  }

  /** Of several places the first on the ground, and the first on the Web. */
  private static Content.@Nullable Place place(JsonNode raw) {
    JsonNode value = raw.path("location");
    JsonNode ground = null;
    Iri online = null;
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      if (one.path("type").asString("").equals("VirtualLocation") || one.isString()) {
        String address = one.isString() ? one.asString() : one.path("url").asString("");
        Iri web = Iri.parse(address).filter(Iri::isWeb).orElse(null);
        if (online == null) online = web;
        if (web == null && ground == null && one.isString()) ground = one;
      } else if (one.isObject() && ground == null) ground = one;
    }
    if (ground == null)
      return online == null ? null : new Content.Place("", "", null, null, online);
    JsonNode geo = ground.has("latitude") ? ground : ground.path("geo");
    String name = ground.isString() ? ground.asString() : ground.path("name").asString("");
    return new Content.Place(
        PlainText.line(name, LONGEST),
        address(ground.path("address")),
        degrees(geo.path("latitude"), 90),
        degrees(geo.path("longitude"), 180),
        online);
  }

  private static String address(JsonNode node) {
    if (!node.isObject()) return PlainText.line(node.asString(""), LONGEST);
    List<String> parts = new ArrayList<>();
    for (String name : ADDRESS) {
      String part = node.path(name).asString("").strip();
      if (!part.isEmpty()) parts.add(part);
    }
    return PlainText.line(String.join(", ", parts), LONGEST);
  }

  private static @Nullable Double degrees(JsonNode node, int most) {
    if (!node.isNumber()) return null;
    double degrees = node.asDouble(0);
    return Math.abs(degrees) <= most ? (Double) degrees : null;
  }

  /** When and where, as a paragraph; nothing where the text says so itself, as Gancio's does. */
  static String line(Content.Event event, String text) {
    if (text.contains(CALENDAR) || text.contains(PIN)) return "";
    List<String> lines = new ArrayList<>();
    if (event.start() != null) lines.add(CALENDAR + " " + time(event.start(), event));
    Content.Place place = event.place();
    if (place != null) {
      String where = place.name();
      if (!place.address().isEmpty())
        where = where.isEmpty() ? place.address() : where + ", " + place.address();
      if (!where.isEmpty()) lines.add(PIN + " " + ForeignContent.escaped(where));
      if (place.online() != null)
        lines.add(PIN + " " + ForeignContent.anchor(place.online(), place.online().value()));
    }
    return lines.isEmpty() ? "" : HtmlCleaner.clean("<p>" + String.join("<br>", lines) + "</p>");
  }

  private static String time(Instant start, Content.Event event) {
    ZoneId zone = event.zone() == null ? ZoneOffset.UTC : ZoneId.of(event.zone());
    ZonedDateTime begins = start.atZone(zone);
    String text = TIME.format(begins);
    Instant end = event.end();
    if (end != null && end.isAfter(start)) {
      ZonedDateTime ends = end.atZone(zone);
      boolean sameDay = ends.toLocalDate().equals(begins.toLocalDate());
      text += " – " + (sameDay ? LATER : TIME).format(ends);
    }
    return text + " " + (event.zone() == null ? "UTC" : event.zone());
  }
}
