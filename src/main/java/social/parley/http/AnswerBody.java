package social.parley.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The bytes of an answer that is being written, in an array that the next one is written into. */
public final class AnswerBody extends OutputStream {
  private static final int FIRST = 96 * 1024;
  private static final int LONGEST_KEPT = 512 * 1024;
  private static final BlockingQueue<AnswerBody> SPARE = new ArrayBlockingQueue<>(8);

  private byte[] bytes;
  private int length;

  private AnswerBody(int expected) {
    bytes = new byte[expected];
  }

  /** An empty one; {@link #close} gives it back. */
  public static AnswerBody take() {
    AnswerBody spare = SPARE.poll();
    return spare == null ? new AnswerBody(FIRST) : spare;
  }

  /** A small one for a piece of later answers. */
  public static AnswerBody piece(int expected) {
    return new AnswerBody(expected);
  }

  public int length() {
    return length;
  }

  byte[] copy() {
    return copy(0, length);
  }

  /** The bytes between two places. */
  public byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** Whether this is the last byte so far. */
  public boolean endsWith(char one) {
    return length > 0 && bytes[length - 1] == one;
  }

  void sendTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  @Override
  public void write(int one) {
    grow(1);
    bytes[length++] = (byte) one;
  }

  @Override
  public void write(byte[] more) {
    write(more, 0, more.length);
  }

  /** A part of a text, in UTF-8. */
  public void write(String text, int begin, int end) {
    grow(end - begin);
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        write(text.substring(i, end).getBytes(UTF_8));
        return;
      }
      bytes[length++] = (byte) c;
    }
  }

  @Override
  public void write(byte[] more, int from, int count) {
    grow(count);
    System.arraycopy(more, from, bytes, length, count);
    length += count;
  }

  private void grow(int count) {
    if (count > bytes.length - length)
      bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
  }

  /** Nothing may be read from it afterwards. */
  @Override
  public void close() {
    length = 0;
    if (bytes.length <= LONGEST_KEPT) SPARE.offer(this);
  }
}
