package social.parley.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import social.parley.core.Iri;

/** Follows redirects by hand: each hop is checked, and signed, as if it were the first. */
final class Redirects {
  private static final int MOST = 3;
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

  private Redirects() {}

  /** The last answer and where it was found. */
  record Arrival(Iri url, Answer answer) {}

  /** Asks one address. */
  @FunctionalInterface
  interface Step {
    Answer ask(WebAddress address) throws IOException;
  }

  static Arrival follow(Iri start, Step step) throws IOException {
    Iri url = start.withoutFragment();
    for (int hop = 0; ; hop++) {
      WebAddress address = WebAddress.of(url);
      Answer answer = step.ask(address);
      String location = answer.location();
      if (location == null) return new Arrival(url, answer);
      if (hop == MOST) throw new BlockedAddress("too many redirects");
      url = next(address, location);
    }
  }

  private static Iri next(WebAddress from, String location) throws BlockedAddress {
    Iri next =
        Iri.parse(absolute(from, WebAddress.escape(location.strip())))
            .map(Iri::withoutFragment)
            .orElseThrow(() -> new BlockedAddress("redirect to an unusual address"));
    if (from.tls() && !WebAddress.of(next).tls())
      throw new BlockedAddress("redirect from https to http");
    return next;
  }

  private static String absolute(WebAddress from, String location) throws BlockedAddress {
    if (location.startsWith("//")) return from.scheme() + ":" + location;
    if (location.startsWith("/")) return from.origin() + location;
    if (SCHEME.matcher(location).lookingAt()) return location;
    try {
      return new URI(from.ascii().value()).resolve(location).toString();
    } catch (URISyntaxException | IllegalArgumentException unreadable) {
      throw new BlockedAddress("redirect to an unusual address");
    }
  }
}
