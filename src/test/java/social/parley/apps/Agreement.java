package social.parley.apps;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a person does in a browser, without scripts, when a program asks to act for them. */
final class Agreement implements AutoCloseable {
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /** Logs in at this address, says yes, and gives the code that is shown then. */
  String code(String address, String name, String password) {
    Document login = open(HttpRequest.newBuilder(URI.create(address)));
    Document question = submit(login, Map.of("login", name, "password", password));
    assertThat(question.text()).as("what is asked").contains(name);
    Element code = submit(question, Map.of("decision", "allow")).getElementById("code");
    assertThat(code).isNotNull();
    return code.val();
  }

  private Document submit(Document page, Map<String, String> filledIn) {
    Element form = page.selectFirst("form.form");
    assertThat(form).as(page.text()).isNotNull();
    Map<String, String> fields = new TreeMap<>();
    for (Element hidden : form.select("input[type=hidden]"))
      fields.put(hidden.attr("name"), hidden.val());
    fields.putAll(filledIn);
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey(), UTF_8) + "=" + encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return open(
        HttpRequest.newBuilder(URI.create(form.absUrl("action")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private Document open(HttpRequest.Builder request) {
    try {
      var response = browser.send(request.build(), BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return Jsoup.parse(response.body(), response.uri().toString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    browser.close();
  }
}
