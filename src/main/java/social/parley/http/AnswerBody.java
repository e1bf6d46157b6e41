package social.parley.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The bytes of an answer that is being written, in an array that the next one is written into. */
final class AnswerBody extends OutputStream {
  private static final int FIRST = 96 * 1024;
  private static final int LONGEST_KEPT = 512 * 1024;
  private static final BlockingQueue<AnswerBody> SPARE = new ArrayBlockingQueue<>(8);

  private byte[] bytes = new byte[FIRST];
  private int length;

  private AnswerBody() {}

  /** An empty one; {@link #close} gives it back. */
  static AnswerBody take() {
    AnswerBody spare = SPARE.poll();
    return spare == null ? new AnswerBody() : spare;
  }

  int length() {
    return length;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, length);
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
