package social.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.config.AddressRange;
import social.parley.config.TranslationSettings;
import social.parley.fetch.FetchSettings;
import social.parley.fetch.Fetched;
import social.parley.fetch.HttpFetcher;
import social.parley.translations.Translations;

/**
 * Translations with connections of their own: the operator has chosen the service, which may well
 * be on this machine, where nothing that strangers name is ever fetched from.
 */
record Translating(Translations door, @Nullable HttpFetcher connections) implements AutoCloseable {
  private static final List<AddressRange> ANYWHERE =
      List.of(AddressRange.parse("0.0.0.0/0"), AddressRange.parse("::/0"));

  static Translating of(Plumbing plumbing) {
    TranslationSettings settings = plumbing.settings().translation();
    if (settings == null)
      return new Translating(
          new Translations(
              null, (url, body, headers, options) -> new Fetched.Missing(404), plumbing.clock()),
          null);
    HttpFetcher connections =
        new HttpFetcher(
            FetchSettings.of(
                ANYWHERE,
                plumbing.settings().federation().trust(),
                FetchSettings.userAgent(Version.NUMBER, plumbing.settings().url().value())),
            plumbing.metrics().registry(),
            plumbing.clock());
    return new Translating(new Translations(settings, connections, plumbing.clock()), connections);
  }

  @Override
  public void close() {
    if (connections == null) return;
    try {
      connections.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
