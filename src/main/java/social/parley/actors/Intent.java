package social.parley.actors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import social.parley.core.Iri;

/** What somebody wants to do on their own server with something they found elsewhere (FEP-3b86). */
public enum Intent {
  FOLLOW("Follow", "object"),
  LIKE("Like", "object"),
  BOOST("Announce", "object"),
  REPLY("Create", "inReplyTo");

  /** What the names of links for intents begin with. */
  public static final String LINKS = "https://w3id.org/fep/3b86/";

  private static final String OBJECT = LINKS + "Object";
  private static final String SUBSCRIBE = "http://ostatus.org/schema/1.0/subscribe";

  private final String activity;
  private final String parameter;

  Intent(String activity, String parameter) {
    this.activity = activity;
    this.parameter = parameter;
  }

  /** The kind of link that says where it is done. */
  public String rel() {
    return LINKS + activity;
  }

  /** A link of a WebFinger answer whose address is to be filled in. */
  record Template(String rel, String address) {}

  /** Where to go on: the page for this very intent, one for any object, or that for follows. */
  Optional<Iri> page(List<Template> links, String object) {
    return filled(links, rel(), parameter, object)
        .or(() -> filled(links, OBJECT, "object", object))
        .or(() -> filled(links, SUBSCRIBE, "uri", object));
  }

  private static Optional<Iri> filled(
      List<Template> links, String rel, String parameter, String object) {
    String place = "{" + parameter + "}";
    return links.stream()
        .filter(link -> link.rel().equalsIgnoreCase(rel) && link.address().contains(place))
        .map(link ->
            link.address()
                .replace(place, URLEncoder.encode(object, StandardCharsets.UTF_8))
                .replaceAll("\\{[^{}]*}", ""))
        .flatMap(address -> Iri.parse(address).filter(Iri::isWeb).stream())
        .findFirst();
  }
}
