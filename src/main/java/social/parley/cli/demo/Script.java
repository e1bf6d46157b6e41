package social.parley.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.toml.TomlMapper;

/** The whole story: the places, who follows whom, and what happens in which order. */
final class Script {
  /** The places, in the order of their ports. */
  static final List<String> PLACES = List.of("oak", "elm", "fir");

  /** How long the story lasts. */
  static final Duration LENGTH = Duration.ofHours(60);

  private static final double FOLLOWED_HERE = 0.45;
  private static final double FOLLOWED_ELSEWHERE = 0.14;

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Set<Name> cast = new LinkedHashSet<>();
  private final Map<Name, Set<Name>> followers = new HashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final Random dice = new Random(20);
  private final Instant end;
  private int lines;

  private Script(Instant end) {
    this.end = end;
  }

  /** The story as far as the first few people of each place take part in it. */
  static Script read(int people, Instant end) {
    Script script = new Script(end);
    TomlMapper mapper =
        TomlMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    for (String key : PLACES) script.places.put(key, read(mapper, key));
    // One of each place in turn: a server makes one account at a time.
    for (int i = 0; i < people; i++)
      for (String key : PLACES)
        if (script.place(key).people().size() > i)
          script.cast.add(new Name(script.place(key).people().get(i).name(), key));
    script.makeFriends();
    script.places.forEach(script::tell);
    script.events.sort(Comparator.comparing(Event::at));
    return script;
  }

  private static Place read(TomlMapper mapper, String key) {
    try (InputStream file = Script.class.getResourceAsStream(key + ".toml")) {
      if (file == null) throw new IllegalStateException("no story of " + key);
      return mapper.readValue(file, Place.class);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Place place(String key) {
    Place place = places.get(key);
    if (place == null) throw new IllegalArgumentException("no place " + key);
    return place;
  }

  Place.Person person(Name name) {
    return place(name.place()).people().stream()
        .filter(person -> person.name().equals(name.person()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + name));
  }

  /** Everybody who takes part. */
  Set<Name> cast() {
    return Collections.unmodifiableSet(cast);
  }

  Instant start() {
    return end.minus(LENGTH);
  }

  /** Everything that happens, in order. */
  List<Event> events() {
    return Collections.unmodifiableList(events);
  }

  /** Those who ask to follow somebody. */
  Set<Name> followers(Name of) {
    return followers.getOrDefault(of, Set.of());
  }

  /** Whether somebody lets a follower in; the careful only let in people from their own place. */
  boolean letsIn(Name of, Name follower) {
    return !person(of).locked() || of.place().equals(follower.place());
  }

  private void makeFriends() {
    for (Name followed : cast)
      for (Name follower : cast) {
        double chance =
            follower.place().equals(followed.place()) ? FOLLOWED_HERE : FOLLOWED_ELSEWHERE;
        if (dice.nextDouble() < chance && !follower.equals(followed)) follow(follower, followed);
      }
  }

  private void follow(Name follower, Name followed) {
    followers.computeIfAbsent(followed, _ -> new LinkedHashSet<>()).add(follower);
  }

  private void tell(String key, Place place) {
    for (Place.Said said : place.posts()) {
      if (said.ago() == null)
        throw new IllegalStateException("a post without a time: " + said.text());
      tell(said, key, end.minus(span(said.ago())), null);
    }
  }

  private void tell(Place.Said said, String here, Instant at, @Nullable Line parent) {
    Name by = Name.parse(said.by(), here);
    if (!cast.contains(by)) return;
    if (parent != null && !parent.by().equals(by)) follow(by, parent.by());
    Line line = new Line(lines++, by, at.plusMillis(dice.nextInt(55_000)), said, parent);
    events.add(new Event.Speaks(line.at(), line));
    react(line);
    if (said.replies() == null) return;
    for (Place.Said reply : said.replies()) {
      String after = reply.after() == null ? "15m" : reply.after();
      // Replies that come much later would otherwise come after the end.
      tell(reply, here, inTime(line.at().plus(span(after))), line);
    }
  }

  private void react(Line line) {
    List<Name> audience = audience(line);
    for (Name who : audience.subList(0, Math.min(line.said().likes(), audience.size())))
      events.add(new Event.Favourites(later(line, 150), who, line));
    if (line.said().boosts() instanceof List<String> boosts)
      for (String booster : boosts) {
        Name who = Name.parse(booster, line.by().place());
        if (cast.contains(who)) events.add(new Event.Boosts(later(line, 120), who, line));
      }
    if (line.said().poll() instanceof Place.Poll poll) vote(line, poll);
  }

  /** Everybody who may see a line, its author apart, in any order. */
  private List<Name> audience(Line line) {
    List<Name> audience = new ArrayList<>(cast);
    audience.remove(line.by());
    if (line.isForFollowers())
      audience.removeIf(who -> !followers(line.by()).contains(who) || !letsIn(line.by(), who));
    audience.removeIf(who -> person(who).bot());
    Collections.shuffle(audience, dice);
    return audience;
  }

  private void vote(Line line, Place.Poll poll) {
    List<Name> voters = audience(line);
    Set<Name> voted = new HashSet<>();
    for (int option = 0; option < poll.votes().size(); option++)
      for (int i = 0; i < poll.votes().get(option) && !voters.isEmpty(); i++) {
        Name who = voters.removeFirst();
        List<Integer> choices =
            poll.multiple() && voted.add(who) && dice.nextInt(3) == 0
                ? List.of(option, (option + 1) % poll.options().size())
                : List.of(option);
        events.add(new Event.Votes(later(line, 600), who, line, choices));
      }
  }

  private Instant later(Line line, int mostMinutes) {
    return inTime(line.at().plusSeconds(90 + dice.nextInt(mostMinutes * 60)));
  }

  private Instant inTime(Instant at) {
    Instant last = end.minusSeconds(30);
    return at.isAfter(last) ? last : at;
  }

  private static Duration span(String text) {
    return Duration.parse("PT" + text);
  }
}
