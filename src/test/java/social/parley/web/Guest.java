package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Person;

/** Somebody with a browser without scripts: opens pages, fills in forms, keeps cookies. */
public final class Guest {
  private static final String BOUNDARY = "-----guest";

  private final String url;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private @Nullable HttpResponse<byte[]> answer;
  private Document page = new Document("");
  private @Nullable URI here;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  public Guest(String url) {
    this.url = url;
  }

  /** Somebody's browser, in which they have logged in to their server. */
  public static Guest of(Person person) {
    String name = person.handle().substring(0, person.handle().indexOf('@'));
    return new Guest(person.server().settings().url().value()).enter(name, Instance.PASSWORD);
  }

  /** Opens a page and follows where it leads on this server. */
  public Guest open(String path) {
    return receive(HttpRequest.newBuilder(URI.create(url).resolve(path)).GET());
  }

  /** As if this page, which may be anybody's, had the link that is followed next. */
  Guest comingFrom(String page) {
    here = URI.create(page);
    return this;
  }

  /** Logs in. */
  public Guest enter(String login, String password) {
    return open("/auth/sign_in").submit("/auth/sign_in", "login", login, "password", password);
  }

  /** The same as a script asks for a piece of a page. */
  Guest openPart(String path) {
    URI on = here;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url).resolve(path)).header("HX-Request", "true").GET();
    if (on != null) request.header("HX-Current-URL", on.toString());
    receive(request);
    here = on;
    return this;
  }

  private Guest receive(HttpRequest.Builder request) {
    if (here != null) request.header("Referer", here.toString());
    send(request.header("Accept", "text/html"));
    for (int hops = 0; hops < 5 && status() / 100 == 3 && location().startsWith("/"); hops++)
      send(
          HttpRequest.newBuilder(URI.create(url).resolve(location()))
              .header("Accept", "text/html")
              .GET());
    return this;
  }

  private void send(HttpRequest.Builder request) {
    try {
      answer = http.send(request.build(), BodyHandlers.ofByteArray());
      // As in a browser, the page stays when what comes is a file to keep.
      if (header("Content-Disposition").startsWith("attachment")) return;
      page = Jsoup.parse(body(), url);
      here = answer.uri();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Sends the form that goes to this address, its fields as they stand but for those given. */
  public Guest submit(String action, String... changes) {
    Element form = form(action);
    boolean multipart = form.attr("enctype").equals("multipart/form-data");
    return post(action, fields(form, changes), multipart);
  }

  private static List<String[]> fields(Element form, String... changes) {
    List<String[]> fields = new ArrayList<>();
    String named = "input[name], textarea[name], select[name]";
    Elements all = form.select(named);
    // What stands elsewhere may belong to it, too.
    if (form.hasAttr("id"))
      all.addAll(form.ownerDocument().select("[form=" + form.id() + "]").select(named));
    for (Element field : all) {
      String name = field.attr("name");
      if (field.attr("type").equals("file")) continue;
      if (isGiven(name, changes)) continue;
      if (List.of("checkbox", "radio").contains(field.attr("type")) && !field.hasAttr("checked"))
        continue;
      fields.add(new String[] {name, value(field)});
    }
    for (int i = 0; i < changes.length; i += 2)
      fields.add(new String[] {changes[i], changes[i + 1]});
    return fields;
  }

  /** Sends the form like {@link #submit}, and leaves it to the caller to read the answer. */
  public HttpResponse<InputStream> stream(String action, String... changes) {
    List<String[]> fields = fields(form(action), changes);
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(url).resolve(action))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(pairs(fields))
              .build(),
          BodyHandlers.ofInputStream());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private Element form(String action) {
    Element form = page.selectFirst("form:has([formaction=\"" + action + "\"])");
    if (form == null) form = page.selectFirst("form[action=\"" + action + "\"]");
    assertThat(form).as("a form to " + action + " on " + page.body().text()).isNotNull();
    return form;
  }

  private static boolean isGiven(String name, String... changes) {
    for (int i = 0; i < changes.length; i += 2) if (changes[i].equals(name)) return true;
    return false;
  }

  private static String value(Element field) {
    if (field.tagName().equals("textarea")) return field.wholeText().replaceFirst("^\n", "");
    if (!field.tagName().equals("select")) return field.attr("value");
    Element chosen = field.selectFirst("option[selected]");
    if (chosen == null) chosen = field.selectFirst("option");
    return chosen == null ? "" : chosen.attr("value");
  }

  /** Chooses a file for the next form. */
  public Guest attach(String field, byte[] picture) {
    files.put(field, picture);
    return this;
  }

  /** Sends a form that no page of ours has made. */
  public Guest forge(String action, Map<String, String> fields) {
    List<String[]> all = new ArrayList<>();
    fields.forEach((name, value) -> all.add(new String[] {name, value}));
    return post(action, all, false);
  }

  private Guest post(String action, List<String[]> fields, boolean multipart) {
    BodyPublisher body = multipart ? parts(fields) : pairs(fields);
    return receive(
        HttpRequest.newBuilder(URI.create(url).resolve(action))
            .header(
                "Content-Type",
                multipart
                    ? "multipart/form-data; boundary=" + BOUNDARY
                    : "application/x-www-form-urlencoded")
            .POST(body));
  }

  private static BodyPublisher pairs(List<String[]> fields) {
    List<String> pairs = new ArrayList<>();
    for (String[] field : fields) pairs.add(encoded(field[0]) + "=" + encoded(field[1]));
    return BodyPublishers.ofString(String.join("&", pairs));
  }

  private BodyPublisher parts(List<String[]> fields) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (String[] field : fields)
      body.writeBytes(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(BOUNDARY, field[0], field[1])
              .getBytes(StandardCharsets.UTF_8));
    files.forEach((name, content) -> {
      body.writeBytes(
          ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a.png\"\r\n"
                  + "Content-Type: image/png\r\n\r\n")
              .formatted(BOUNDARY, name)
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(content);
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    });
    files.clear();
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return BodyPublishers.ofByteArray(body.toByteArray());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public int status() {
    return current().statusCode();
  }

  public String body() {
    return new String(current().body(), StandardCharsets.UTF_8);
  }

  public byte[] bytes() {
    return current().body();
  }

  public String header(String name) {
    return String.join(", ", current().headers().allValues(name));
  }

  String location() {
    String location = header("Location");
    return location.startsWith(url + "/") ? location.substring(url.length()) : location;
  }

  /** Where the guest is now, without the server's name. */
  String path() {
    return current().request().uri().getPath();
  }

  public Document page() {
    return page;
  }

  /** What the page says in its main part. */
  public String text() {
    Element main = page.selectFirst("main");
    return main == null ? page.text() : main.text();
  }

  private HttpResponse<byte[]> current() {
    if (answer == null) throw new IllegalStateException("nothing opened yet");
    return answer;
  }
}
