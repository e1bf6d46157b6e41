package social.parley.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.ActivityWriter;
import social.parley.activitystreams.Unreadable;
import social.parley.actors.WebFingerAnswers;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.fuzz.Target.Reading;
import social.parley.jsonld.Json;
import social.parley.jsonld.JsonLd;
import social.parley.jsonld.Malformed;
import social.parley.signatures.Algorithm;
import social.parley.signatures.CollectionSynchronization;
import social.parley.signatures.DraftSignature;
import social.parley.signatures.FollowersDigest;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.IntegrityProof;
import social.parley.signatures.Keys;
import social.parley.signatures.LinkedDataSignature;
import social.parley.signatures.MalformedSignature;
import social.parley.signatures.MessageSignature;
import social.parley.signatures.RequestSignatures;
import social.parley.signatures.SigningKey;
import social.parley.signatures.UnusableKey;
import social.parley.signatures.VerifyingKey;
import tools.jackson.databind.node.ObjectNode;

/** All that is fed with damaged input. */
final class Targets {
  private static final Path WIRE = Path.of("src", "test", "resources", "wire");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Iri ACTOR = new Iri("https://one.example/users/ada");
  private static final Iri KEY_ID = new Iri(ACTOR + "#main-key");
  private static final KeyPair RSA = Keys.generateRsa();
  private static final KeyPair ED25519 = Keys.generateEd25519();
  private static final SigningKey RSA_KEY =
      new SigningKey(KEY_ID, ACTOR, RSA.getPrivate(), Algorithm.RSA);
  private static final SigningKey ED25519_KEY =
      new SigningKey(KEY_ID, ACTOR, ED25519.getPrivate(), Algorithm.ED25519);
  private static final byte[] BODY = bytes("{\"type\":\"Like\"}");

  private Targets() {}

  static List<Target> all() throws IOException {
    List<byte[]> documents = documents();
    List<Target> all = new ArrayList<>();
    all.add(new Target("activities", documents, Targets::activity));
    all.add(new Target("strict judge", documents, Targets::judge));
    all.add(new Target("linked data", documents, Targets::linkedData));
    all.add(new Target("document signatures", signed(documents), Targets::documentSignatures));
    all.add(new Target("draft signatures", headers(false), Targets::request));
    all.add(new Target("message signatures", headers(true), Targets::request));
    all.add(new Target("keys", keys(), Targets::keys));
    all.add(new Target("web finger", fingers(), WebFingerAnswers::read));
    all.add(new Target("addresses", addresses(), Targets::addresses));
    all.add(new Target("synchronization", synchronization(), Targets::synchronization));
    return all;
  }

  private static List<byte[]> documents() throws IOException {
    List<byte[]> documents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(WIRE)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList())
        documents.add(Files.readAllBytes(file));
    }
    return documents;
  }

  private static void activity(byte[] input) {
    try {
      var thing = ActivityReader.read(input);
      // What was read can be written, and what was written read.
      ActivityReader.read(ActivityWriter.bytes(thing));
    } catch (Unreadable refused) {
      return;
    }
  }

  private static void judge(byte[] input) {
    try {
      ActivityReader.judge(Json.parse(input));
    } catch (Unreadable | Malformed refused) {
      return;
    }
  }

  private static void linkedData(byte[] input) {
    try {
      var document = Json.parse(input);
      if (!document.isObject()) return;
      JsonLd.normalise(document);
      ActivityReader.readKeys(document);
      JsonLd.compact(document);
      JsonLd.canonical(document);
    } catch (Malformed refused) {
      return;
    }
  }

  private static List<byte[]> signed(List<byte[]> documents) {
    List<byte[]> signed = new ArrayList<>();
    for (byte[] document : documents) {
      if (!(Json.parse(document) instanceof ObjectNode node)) continue;
      signed.add(Json.write(IntegrityProof.sign(node, ED25519_KEY, NOW)));
      try {
        signed.add(Json.write(LinkedDataSignature.sign(node, RSA_KEY, NOW)));
      } catch (IllegalArgumentException notLinkedData) {
        continue;
      }
    }
    return signed;
  }

  private static void documentSignatures(byte[] input) {
    try {
      if (!(Json.parse(input) instanceof ObjectNode document)) return;
      LinkedDataSignature.creator(document);
      LinkedDataSignature.verify(document, new VerifyingKey(KEY_ID, ACTOR, RSA.getPublic()));
      IntegrityProof.verificationMethod(document);
      IntegrityProof.verify(document, new VerifyingKey(KEY_ID, ACTOR, ED25519.getPublic()), NOW);
    } catch (Malformed refused) {
      return;
    }
  }

  private static HttpRequestParts parts(Map<String, String> headers) {
    return HttpRequestParts.of(
        "POST", new Iri("https://two.example/inbox?a=b&c=%20"), headers, BODY);
  }

  /** The headers of signed requests, one a line. */
  private static List<byte[]> headers(boolean message) {
    List<byte[]> samples = new ArrayList<>();
    for (SigningKey key : List.of(RSA_KEY, ED25519_KEY)) {
      HttpRequestParts plain = parts(Map.of("Content-Type", "application/activity+json"));
      Map<String, String> signed =
          message ? MessageSignature.sign(plain, key, NOW) : DraftSignature.sign(plain, key, NOW);
      StringBuilder lines = new StringBuilder();
      signed.forEach((name, value) -> lines.append(name).append(": ").append(value).append('\n'));
      samples.add(bytes(lines.toString()));
    }
    return samples;
  }

  private static void request(byte[] input) {
    Map<String, String> headers = new HashMap<>();
    for (String line : text(input).split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) headers.put(line.substring(0, colon).strip(), line.substring(colon + 1));
    }
    try {
      RequestSignatures.parse(parts(headers))
          .ifPresent(signature -> {
            signature.keyId();
            signature.covers("digest");
            signature.verify(new VerifyingKey(KEY_ID, ACTOR, RSA.getPublic()), NOW);
            signature.verify(new VerifyingKey(KEY_ID, ACTOR, ED25519.getPublic()), NOW);
          });
    } catch (MalformedSignature refused) {
      return;
    }
  }

  private static List<byte[]> keys() {
    return List.of(
        bytes(Keys.publicPem(RSA.getPublic())),
        bytes(Keys.publicPem(ED25519.getPublic())),
        bytes(Keys.multikey(RSA.getPublic())),
        bytes(Keys.multikey(ED25519.getPublic())),
        bytes("did:key:" + Keys.multikey(ED25519.getPublic())));
  }

  private static void keys(byte[] input) {
    String text = text(input);
    List<Reading> readings =
        List.of(
            _ -> Keys.readPublicPem(text),
            _ -> Keys.readMultikey(text),
            _ -> Keys.readDidKey(text));
    for (Reading reading : readings) refused(reading, input);
  }

  private static void refused(Reading reading, byte[] input) {
    try {
      reading.read(input);
    } catch (UnusableKey refused) {
      return;
    } catch (RuntimeException harm) {
      throw harm;
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static List<byte[]> fingers() {
    return List.of(
        bytes(
            """
            {"subject":"acct:ada@one.example","aliases":["https://one.example/@ada"],"links":[
             {"rel":"self","type":"application/activity+json","href":"https://one.example/ada"},
             {"rel":"self","type":"application/ld+json","href":"https://one.example/c/ada",
              "properties":{"https://www.w3.org/ns/activitystreams#type":"Group"}},
             {"rel":"http://webfinger.net/rel/profile-page","href":"https://one.example/@ada"}]}\
            """));
  }

  private static List<byte[]> addresses() {
    return Stream.of(
            "https://one.example/users/ada#main-key",
            "https://user:word@one.example:8443/a/../b?c=d&e#f",
            "http://[2001:db8::1]:80/",
            "acct:ada@one.example",
            "@ada@one.example",
            "ada@xn--bcher-kva.example:8080",
            "did:key:z6Mk",
            "urn:uuid:0")
        .map(Targets::bytes)
        .toList();
  }

  /** The forms that the id of a key, of an actor and a handle may have. */
  private static void addresses(byte[] input) {
    String text = text(input);
    Handle.parse(text).ifPresent(handle -> Handle.parse(handle.toString()));
    Iri.parse(text)
        .ifPresent(iri -> {
          iri.scheme();
          iri.authority();
          iri.host();
          iri.origin();
          iri.sameOrigin(iri.withoutFragment());
          iri.isWeb();
        });
  }

  private static List<byte[]> synchronization() {
    return List.of(
        bytes(
            new CollectionSynchronization(
                    new Iri(ACTOR + "/followers"),
                    new Iri(ACTOR + "/followers_synchronization"),
                    FollowersDigest.of(List.of(ACTOR)))
                .write()));
  }

  private static void synchronization(byte[] input) {
    CollectionSynchronization.parse(text(input));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }
}
