package social.parley.actors;

import java.util.Optional;
import social.parley.config.Settings;
import social.parley.core.Iri;

/**
 * Mints the addresses of what is created here. They are stored with what they name and read from
 * there ever after; nothing but a new row asks for one.
 */
public final class Addresses {
  private final Settings settings;

  public Addresses(Settings settings) {
    this.settings = settings;
  }

  /** The domain in the handles of local actors. */
  public String domain() {
    return settings.handleDomain();
  }

  /** The host and port that serve this server's documents. */
  public String authority() {
    return settings.authority();
  }

  /** The id of a local actor. */
  public Iri actor(String username) {
    return settings.at("/users/" + username);
  }

  /** What belongs to a local actor, such as its inbox. */
  public Iri ofActor(String username, String part) {
    return settings.at("/users/" + username + "/" + part);
  }

  /** The profile page of a local actor. */
  public Iri page(String username) {
    return settings.at("/@" + username);
  }

  /** The inbox for everybody here. */
  public Iri sharedInbox() {
    return settings.at("/inbox");
  }

  /** The actor that speaks for the server itself, or with a suffix what belongs to it. */
  public Iri instanceActor(String suffix) {
    return settings.at("/actor" + suffix);
  }

  /** The front page. */
  public Iri front() {
    return settings.at("/");
  }

  /** An activity that has no other address of its own. */
  public Iri activity(long id) {
    return settings.at("/activities/" + id);
  }

  /** The address that a request's path stands for, unless it is too long to be one. */
  public Optional<Iri> at(String path) {
    return Iri.parse(settings.url() + path);
  }

  /** Whether this server gave out the address. */
  public boolean isLocal(Iri iri) {
    return iri.sameOrigin(settings.url());
  }
}
