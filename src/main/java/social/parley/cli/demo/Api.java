package social.parley.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.jspecify.annotations.Nullable;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;

/** An app of the kind that people use, talking to servers on this machine. */
final class Api implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private final CloseableHttpClient client;

  Api() {
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new Here())
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(3 * CONNECTIONS)
                    .build())
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .build();
  }

  /** Not every system knows that names under .localhost are this machine. */
  private static final class Here implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return new InetAddress[] {
        InetAddress.getByAddress(host, InetAddress.ofLiteral("127.0.0.1").getAddress())
      };
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  JsonNode get(String url, @Nullable String token) {
    return ask(ClassicRequestBuilder.get(url), token, null);
  }

  JsonNode post(String url, @Nullable String token, JsonNode body) {
    return ask(
        ClassicRequestBuilder.post(url),
        token,
        new StringEntity(body.toString(), ContentType.APPLICATION_JSON));
  }

  /** Sends a form with files, each under its field's name. */
  JsonNode send(
      String method,
      String url,
      String token,
      Map<String, String> fields,
      Map<String, byte[]> files) {
    MultipartEntityBuilder form =
        MultipartEntityBuilder.create().setCharset(StandardCharsets.UTF_8);
    ContentType text = ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);
    fields.forEach((name, value) -> form.addTextBody(name, value, text));
    files.forEach(
        (name, file) -> form.addBinaryBody(name, file, ContentType.IMAGE_JPEG, name + ".jpg"));
    return ask(ClassicRequestBuilder.create(method).setUri(url), token, form.build());
  }

  private JsonNode ask(
      ClassicRequestBuilder request, @Nullable String token, @Nullable HttpEntity body) {
    if (token != null) request.addHeader("Authorization", "Bearer " + token);
    if (body != null) request.setEntity(body);
    try {
      return client.execute(request.build(), answer -> read(request, answer));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static JsonNode read(ClassicRequestBuilder request, ClassicHttpResponse answer)
      throws IOException, ParseException {
    String text = EntityUtils.toString(answer.getEntity(), StandardCharsets.UTF_8);
    if (answer.getCode() >= 300)
      throw new IllegalStateException(
          "%s %s: %d %s".formatted(request.getMethod(), request.getUri(), answer.getCode(), text));
    return Json.parse(text);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
