package social.parley.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A push service and the app behind it in one: takes messages, checks who sent them, and reads. */
final class Receiver implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final KeyPair pair;
  private final byte[] auth;
  private final HttpServer http;
  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private volatile int answer = 201;

  record Arrived(Map<String, String> headers, byte[] body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  Receiver() {
    this(P256.generate(), "0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
  }

  Receiver(KeyPair pair, byte[] auth) {
    this.pair = pair;
    this.auth = auth.clone();
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    http.createContext("/", this::take);
    http.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    arrived.add(new Arrived(headers, exchange.getRequestBody().readAllBytes()));
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/push/1";
  }

  String origin() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  String p256dh() {
    return AppKeys.text(P256.bytes((ECPublicKey) pair.getPublic()));
  }

  String auth() {
    return AppKeys.text(auth);
  }

  void answerWith(int status) {
    answer = status;
  }

  List<Arrived> arrived() {
    return List.copyOf(arrived);
  }

  Arrived last() {
    return arrived.getLast();
  }

  JsonNode read(Arrived message) {
    return JSON.readTree(decrypt(message.headers(), message.body()));
  }

  /** Reads either form, by the words of the specifications and none of the code under test. */
  String decrypt(Map<String, String> headers, byte[] body) {
    try {
      byte[] own = P256.bytes((ECPublicKey) pair.getPublic());
      if (headers.get("content-encoding").equals("aes128gcm")) {
        byte[] salt = Arrays.copyOf(body, 16);
        int length = body[20];
        byte[] sender = Arrays.copyOfRange(body, 21, 21 + length);
        byte[] info = join("WebPush: info\0", own, sender);
        byte[] secret = hkdf(auth, agree(sender), info, 32);
        byte[] key = hkdf(salt, secret, join("Content-Encoding: aes128gcm\0"), 16);
        byte[] nonce = hkdf(salt, secret, join("Content-Encoding: nonce\0"), 12);
        byte[] text = open(key, nonce, Arrays.copyOfRange(body, 21 + length, body.length));
        int end = text.length - 1;
        while (text[end] == 0) end--;
        if (text[end] != 2) throw new AssertionError("not the last record");
        return new String(text, 0, end, StandardCharsets.UTF_8);
      }
      byte[] salt = parameter(headers.get("encryption"), "salt");
      byte[] sender = parameter(headers.get("crypto-key"), "dh");
      byte[] context = join("P-256\0", new byte[] {0, 65}, own, new byte[] {0, 65}, sender);
      byte[] secret = hkdf(auth, agree(sender), join("Content-Encoding: auth\0"), 32);
      byte[] key = hkdf(salt, secret, join("Content-Encoding: aesgcm\0", context), 16);
      byte[] nonce = hkdf(salt, secret, join("Content-Encoding: nonce\0", context), 12);
      byte[] text = open(key, nonce, body);
      int padding = ByteBuffer.wrap(text).getShort();
      return new String(text, 2 + padding, text.length - 2 - padding, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException wrong) {
      throw new AssertionError(wrong);
    }
  }

  /** The claims of the sender's token, whose signature must be by this key. */
  static JsonNode claims(String token, String key) {
    String[] parts = token.split("\\.");
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initVerify(P256.publicKey(bytes(key)).orElseThrow());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      if (!signature.verify(bytes(parts[2]))) throw new AssertionError("a wrong signature");
    } catch (GeneralSecurityException wrong) {
      throw new AssertionError(wrong);
    }
    return JSON.readTree(bytes(parts[1]));
  }

  static byte[] parameter(String header, String name) {
    for (String part : header.split("[;,]"))
      if (part.strip().startsWith(name + "="))
        return bytes(part.strip().substring(name.length() + 1));
    throw new AssertionError("no " + name + " in " + header);
  }

  static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private byte[] agree(byte[] sender) {
    return P256.agree(pair.getPrivate(), P256.publicKey(sender).orElseThrow());
  }

  private static byte[] join(String start, byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(start.getBytes(StandardCharsets.US_ASCII));
    for (byte[] part : parts) all.writeBytes(part);
    return all.toByteArray();
  }

  /** RFC 5869 for one block. */
  private static byte[] hkdf(byte[] salt, byte[] secret, byte[] info, int length)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(salt, "HmacSHA256"));
    byte[] extracted = mac.doFinal(secret);
    mac.init(new SecretKeySpec(extracted, "HmacSHA256"));
    mac.update(info);
    return Arrays.copyOf(mac.doFinal(new byte[] {1}), length);
  }

  private static byte[] open(byte[] key, byte[] nonce, byte[] sealed)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    return cipher.doFinal(sealed);
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
