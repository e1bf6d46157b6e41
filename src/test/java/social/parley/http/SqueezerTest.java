package social.parley.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import social.parley.trials.Chance;
import social.parley.trials.Trials;

/** Whatever an answer is made of, it comes out of its gzip as it went in. */
class SqueezerTest {
  private static final int[] GAPS = {0, 0, 1, 7, 23, 24, 107, 257, 258, 1499, 1500, 70_000};

  @Test
  void answersOfTheSamePiecesComeOutAsTheyWentIn() {
    Trials.run(
        60,
        chance -> {
          List<Piece> pieces = chance.list(1, 8, () -> new Piece(text(chance, 9000)));
          for (int i = 0; i < 6; i++) comesOut(chance.list(0, 12, () -> part(chance, pieces)));
        });
  }

  /** A piece, or something between pieces that is often as long as the last. */
  private static Object part(Chance chance, List<Piece> pieces) {
    if (chance.flip()) return chance.of(pieces);
    int length = GAPS[chance.number(0, GAPS.length - 1)];
    return chance.flip() ? "-".repeat(length).getBytes(UTF_8) : text(chance, length);
  }

  private static byte[] text(Chance chance, int most) {
    StringBuilder text = new StringBuilder();
    int size = chance.number(0, most);
    while (text.length() < size) text.append(chance.text());
    return text.toString().getBytes(UTF_8);
  }

  private static void comesOut(List<Object> parts) throws IOException {
    try (AnswerBody answer = written(parts)) {
      assertThat(unzipped(squeezed(answer))).isEqualTo(answer.copy(0, answer.length()));
    }
  }

  private static AnswerBody written(List<?> parts) {
    AnswerBody answer = AnswerBody.take();
    for (Object part : parts)
      if (part instanceof Piece piece) answer.write(piece);
      else answer.write((byte[]) part);
    return answer;
  }

  private static byte[] squeezed(AnswerBody answer) {
    try (AnswerBody squeezed = AnswerBody.take()) {
      Squeezer.squeeze(answer, squeezed);
      return squeezed.copy(0, squeezed.length());
    }
  }

  private static byte[] unzipped(byte[] gzip) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    }
  }

  @Test
  void whatIsRepeatedComesOutAtEveryLengthAndDistance() throws IOException {
    int[] between = {100, 101, 255, 1023, 5000, 16_000, 24_700, 32_500, 32_768, 40_000};
    for (int length = 20; length <= 260; length++) {
      List<Object> parts = new ArrayList<>();
      for (int size : between) {
        // As far away as it may be.
        if (size == 32_768) size -= length;
        parts.add(new Piece(words(size, "between ")));
        parts.add(words(length, "repeated " + length));
      }
      comesOut(parts);
    }
  }

  private static byte[] words(int size, String words) {
    return words.repeat(size).substring(0, size).getBytes(UTF_8);
  }

  @Test
  void aPieceRefersToThoseBeforeIt() {
    List<Piece> posts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      StringBuilder post = new StringBuilder("post " + i);
      for (int word = 0; word < 400; word++) post.append(" member").append(word * 7919 % 1000);
      posts.add(new Piece(post.toString().getBytes(UTF_8)));
    }
    try (AnswerBody one = written(posts.subList(0, 1));
        AnswerBody all = written(posts)) {
      assertThat(squeezed(all).length).isLessThan(3 * squeezed(one).length);
      assertThat(squeezed(all)).isEqualTo(squeezed(all));
    }
  }

  @Test
  void whatIsThrownAfterAnAnswerLeavesItAsItIs() throws IOException {
    byte[] words = words(3000, "All that there is. ");
    HttpServer server =
        Servers.start(
            Servers.settings(),
            routes ->
                routes.get(
                    "/late",
                    ctx -> {
                      try (AnswerBody body = written(List.of(words))) {
                        Answers.send(ctx, body);
                      }
                      throw new IllegalStateException("too late");
                    }));
    try (server) {
      Wire.Answer answer = new Wire(server).get("/late", "Accept-Encoding: gzip");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(unzipped(answer.body())).isEqualTo(words);
    }
  }

  @Test
  void whoRefusesGzipGetsNone() throws IOException {
    HttpServer server =
        Servers.start(
            Servers.settings(),
            routes -> routes.get("/list", ctx -> Answers.json(ctx, List.of("word".repeat(1000)))));
    try (server) {
      Wire wire = new Wire(server);
      for (String refused : List.of("gzip;q=0", "br, gzip; q=0.0", "gzip;q=0, br", "identity"))
        assertThat(wire.get("/list", "Accept-Encoding: " + refused).header("Content-Encoding"))
            .isEmpty();
      for (String taken : List.of("gzip", "br, gzip;q=0.5", "gzip;q=1.0, *;q=0"))
        assertThat(wire.get("/list", "Accept-Encoding: " + taken).header("Content-Encoding"))
            .isEqualTo("gzip");
    }
  }

  @Test
  void theSameIsSentWithAndWithoutCompression() throws IOException {
    Piece piece = new Piece(words(3000, "A post. "));
    HttpServer server =
        Servers.start(
            Servers.settings(),
            routes ->
                routes.get(
                    "/posts",
                    ctx -> {
                      try (AnswerBody body = written(List.of(piece, words(90, "own"), piece))) {
                        Answers.send(ctx, body);
                      }
                    }));
    try (server) {
      Wire.Answer plain = new Wire(server).get("/posts");
      Wire.Answer zipped = new Wire(server).get("/posts", "Accept-Encoding: br, gzip");
      assertThat(plain.header("Content-Encoding")).isEmpty();
      assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(plain.header("Vary")).contains("Accept-Encoding");
      assertThat(zipped.header("Vary")).contains("Accept-Encoding");
      assertThat(zipped.body().length).isLessThan(400);
      assertThat(unzipped(zipped.body())).isEqualTo(plain.body()).hasSize(6090);
    }
  }
}
