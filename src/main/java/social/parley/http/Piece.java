package social.parley.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes of a text that many answers have in common. */
public final class Piece {
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final byte[] utf8;

  /** What it is known by, so that nothing that is known of it keeps it in memory. */
  private final long number = NUMBERS.incrementAndGet();

  public Piece(byte[] utf8) {
    this.utf8 = utf8;
  }

  long number() {
    return number;
  }

  byte[] utf8() {
    return utf8;
  }

  /** In bytes. */
  public int size() {
    return utf8.length;
  }

  String text() {
    return new String(utf8, UTF_8);
  }
}
