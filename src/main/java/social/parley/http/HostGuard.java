package social.parley.http;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.config.Settings;
import social.parley.core.Iri;

/**
 * Knows the names this server answers to, so that a page that points its own name at our address
 * (DNS rebinding) gets nothing.
 */
final class HostGuard {
  private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

  HostGuard(Settings settings) {
    names.add(settings.url().host());
    names.add(new Iri("http://" + settings.handleDomain()).host());
    names.addAll(settings.hosts());
  }

  boolean knows(@Nullable String host) {
    return host != null && names.contains(host.toLowerCase(Locale.ROOT));
  }
}
