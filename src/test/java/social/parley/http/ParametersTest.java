package social.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import social.parley.core.Refused;
import social.parley.http.ParameterTree.Text;

class ParametersTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String JSON = "Content-Type: application/json";

  private static Parameters pairs(String... keysAndValues) {
    ParameterTree tree = new ParameterTree();
    for (int i = 0; i < keysAndValues.length; i += 2)
      tree.add(keysAndValues[i], new Text(keysAndValues[i + 1]));
    return Parameters.of(tree);
  }

  @Test
  void keysInBracketsMakeListsAndGroups() {
    Parameters given =
        pairs(
            "status", "first",
            "status", "last",
            "media_ids[]", "1",
            "media_ids[]", "2",
            "poll[options][]", "tea",
            "poll[options][]", "coffee",
            "poll[multiple]", "true",
            "fields_attributes[10][name]", "third",
            "fields_attributes[2][name]", "second",
            "fields_attributes[0][name]", "first",
            "keywords[][word]", "a",
            "keywords[][whole]", "0",
            "keywords[][word]", "b",
            "odd[", "x");
    assertThat(given.text("status")).isEqualTo("last");
    assertThat(given.texts("media_ids")).containsExactly("1", "2");
    assertThat(given.in("poll").texts("options")).containsExactly("tea", "coffee");
    assertThat(given.in("poll").flag("multiple")).isTrue();
    assertThat(given.each("fields_attributes"))
        .extracting(field -> field.text("name"))
        .containsExactly("first", "second", "third");
    assertThat(given.each("keywords"))
        .extracting(keyword -> keyword.text("word"))
        .containsExactly("a", "b");
    assertThat(given.each("keywords").getFirst().flag("whole")).isFalse();
    assertThat(given.text("odd[")).isEqualTo("x");
    assertThat(given.text("none")).isNull();
    assertThat(given.texts("none")).isEmpty();
    assertThat(given.in("none").has("any")).isFalse();
  }

  @Test
  void truthIsEverythingButAFewWords() {
    for (String no : List.of("false", "FALSE", "0", "f", "F", "off", "OFF"))
      assertThat(pairs("a", no).flag("a")).as(no).isFalse();
    for (String yes : List.of("true", "1", "on", "t", "yes", "True"))
      assertThat(pairs("a", yes).flag("a")).as(yes).isTrue();
    assertThat(pairs("a", "").flag("a")).isNull();
    assertThat(pairs("a", "").flag("a", true)).isTrue();
  }

  @Test
  void numbersAndPageSizes() {
    assertThat(pairs("a", " 42 ").number("a")).isEqualTo(42);
    assertThat(pairs("a", "").number("a")).isNull();
    assertThatThrownBy(() -> pairs("a", "x").number("a")).isInstanceOf(Refused.Invalid.class);
    assertThat(pairs("limit", "-5").limit("limit", 20, 40)).isEqualTo(5);
    assertThat(pairs("limit", "500").limit("limit", 20, 40)).isEqualTo(40);
    assertThat(pairs("limit", "-9223372036854775808").limit("limit", 20, 40)).isBetween(0, 40);
    assertThat(pairs("limit", "many").limit("limit", 20, 40)).isEqualTo(20);
    assertThat(pairs().limit("limit", 20, 40)).isEqualTo(20);
  }

  @Test
  void tooManyOrTooDeepIsRefused() {
    ParameterTree tree = new ParameterTree();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 3000; i++) tree.add("a[]", new Text("x"));
            })
        .isInstanceOf(HttpResponseException.class);
    assertThatThrownBy(() -> pairs("a" + "[b]".repeat(20), "x"))
        .isInstanceOf(HttpResponseException.class);
  }

  private static Wire.Answer ask(
      Consumer<Parameters> look, String method, String path, String body, String... headers)
      throws Exception {
    return ask(look, method, path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private static Wire.Answer ask(
      Consumer<Parameters> look, String method, String path, byte[] body, String... headers)
      throws Exception {
    HttpServer server =
        Servers.start(
            Servers.settings("PARLEY_LIMITS_UPLOAD_BYTES", "3000000"),
            List.of(),
            routes -> {
              routes.post("/upload", ctx -> look.accept(Parameters.of(ctx)));
              routes.post("/small", ctx -> look.accept(Parameters.of(ctx)));
              routes.delete("/small", ctx -> look.accept(Parameters.of(ctx)));
              routes.get("/small", ctx -> look.accept(Parameters.of(ctx)));
            },
            List.of("/upload"));
    try (server) {
      return new Wire(server).send(method, path, body, headers);
    }
  }

  @Test
  void queryFormAndJsonAreOneTree() throws Exception {
    Consumer<Parameters> both =
        given -> {
          assertThat(given.text("q")).isEqualTo("grüße +1&");
          assertThat(given.text("a")).isEqualTo("body");
          assertThat(given.in("b").texts("c")).containsExactly("1", "2");
        };
    String query = "?q=gr%C3%BC%C3%9Fe+%2B1%26&a=query";
    String form = "a=body&b%5Bc%5D[]=1&b[c][]=2";
    String json = "{\"a\":\"body\",\"b\":{\"c\":[1,\"2\",null]},\"n\":null}";
    assertThat(ask(both, "POST", "/small" + query, form, FORM).status()).isEqualTo(200);
    assertThat(ask(both, "DELETE", "/small" + query, form, FORM).status()).isEqualTo(200);
    assertThat(ask(both, "POST", "/small" + query, json, JSON).status()).isEqualTo(200);
  }

  @Test
  void brokenInputIsTheSendersMistake() throws Exception {
    assertThat(ask(given -> {}, "POST", "/small", "{\"a\":", JSON).status()).isEqualTo(400);
    assertThat(ask(given -> {}, "POST", "/small", "{\"a\":\"\\u0000\"}", JSON).status())
        .isEqualTo(400);
    String deep = "[".repeat(1000) + "]".repeat(1000);
    assertThat(ask(given -> {}, "POST", "/small", deep, JSON).status()).isEqualTo(400);
    assertThat(ask(given -> {}, "GET", "/small?a=%zz", "").status()).isEqualTo(400);
    assertThat(ask(given -> {}, "GET", "/small?a=%00", "").status()).isEqualTo(400);
  }

  private static byte[] multipart(String fileContent) {
    return ("--x\r\nContent-Disposition: form-data; name=\"d[e]\"\r\n\r\ngrün\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
            + ("Content-Type: image/png\r\n\r\n" + fileContent + "\r\n--x--\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void filesComeWithFieldsAndLeaveNothingBehind() throws Exception {
    Path temporary = Path.of("target/test-data/tmp/uploads");
    Consumer<Parameters> look =
        given -> {
          assertThat(given.in("d").text("e")).isEqualTo("grün");
          UploadedFile file = given.file("file");
          assertThat(file).isNotNull();
          assertThat(file.name()).isEqualTo("a.png");
          assertThat(file.contentType()).isEqualTo("image/png");
          assertThat(file.size()).isEqualTo(2_000_000);
          assertThat(list(temporary)).isNotEmpty();
        };
    String type = "Content-Type: multipart/form-data; boundary=x";
    Wire.Answer answer = ask(look, "POST", "/upload", multipart("x".repeat(2_000_000)), type);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(list(temporary)).isEmpty();
    byte[] big = multipart("x".repeat(3_100_000));
    assertThat(ask(given -> {}, "POST", "/upload", big, type).status()).isEqualTo(413);
    assertThat(list(temporary)).isEmpty();
    byte[] medium = multipart("x".repeat(1_100_000));
    assertThat(ask(given -> {}, "POST", "/small", medium, type).status()).isEqualTo(413);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(Collectors.toList());
    } catch (java.io.IOException none) {
      throw new AssertionError(none);
    }
  }
}
