package social.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.parley.core.Iri;
import social.parley.signatures.SigningKey;

class DocumentFetchTest {
  private static final String ACTIVITY = "application/activity+json";
  private static final Iri PAGE = new Iri("https://two.example/@ada");

  private final Map<Iri, Fetched> answers = new HashMap<>();
  private final DocumentFetch documents = new DocumentFetch(new Shelf());

  /** Answers from a map. */
  private final class Shelf implements Fetcher {
    @Override
    public Fetched get(Iri url, FetchOptions options) {
      return answers.getOrDefault(url, new Fetched.Missing(404));
    }

    @Override
    public Delivered post(
        Iri inbox, byte[] body, String type, SigningKey key, Map<String, String> headers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Downloaded download(Iri url, Path to, long maxBytes) {
      throw new UnsupportedOperationException();
    }
  }

  private void put(Iri url, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    answers.put(url, new Fetched.Document(url, 200, type, bytes, Map.of()));
  }

  private Fetched get() {
    return documents.get(PAGE, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/activity+json | true",
        "Application/Activity+JSON; charset=utf-8 | true",
        "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\" | true",
        "application/ld+json;profile=https://www.w3.org/ns/activitystreams; charset=utf-8 | true",
        "application/ld+json | false",
        "application/json | false",
        "text/html | false",
        "'' | false",
        "application/activity+jsonx | false"
      })
  void onlyTwoTypesAreActivityPub(String type, boolean good) {
    assertThat(DocumentFetch.isActivity(type)).isEqualTo(good);
    put(PAGE, type, "{}");
    assertThat(get() instanceof Fetched.Document).isEqualTo(good);
  }

  @Test
  void aPageMayNameItsDocument() {
    put(PAGE, "text/html; charset=utf-8", link("/users/ada"));
    put(new Iri("https://two.example/users/ada"), ACTIVITY, "{}");
    assertThat(get()).isEqualTo(answers.get(new Iri("https://two.example/users/ada")));
  }

  @Test
  void butNotOnAnotherOrigin() {
    put(PAGE, "text/html", link("https://evil.example/users/ada"));
    put(new Iri("https://evil.example/users/ada"), ACTIVITY, "{}");
    assertThat(get()).isInstanceOf(Fetched.Blocked.class);
  }

  @Test
  void andOnlyOnce() {
    put(PAGE, "text/html", link("/1"));
    put(new Iri("https://two.example/1"), "text/html", link("/2"));
    put(new Iri("https://two.example/2"), ACTIVITY, "{}");
    assertThat(get()).isInstanceOf(Fetched.Blocked.class);
  }

  @Test
  void whatIsNotThereStaysNotThere() {
    assertThat(get()).isEqualTo(new Fetched.Missing(404));
  }

  private static String link(String to) {
    return "<html><head><link rel='Alternate me' type='application/activity+json' href='%s'>"
        .formatted(to);
  }
}
