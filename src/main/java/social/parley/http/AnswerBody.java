package social.parley.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The bytes of an answer that is being written, in an array that the next one is written into, and
 * which of them are pieces that other answers have, too.
 */
public final class AnswerBody extends OutputStream {
  private static final int FIRST = 96 * 1024;
  private static final int MORE = 4096;
  private static final int LONGEST_KEPT = 512 * 1024;
  private static final BlockingQueue<AnswerBody> SPARE = new ArrayBlockingQueue<>(8);

  /** What is shorter is not worth being told from the rest. */
  private static final int SHORTEST_PIECE = 100;

  private byte[] bytes;
  private int length;

  private Piece[] pieces = new Piece[64];
  private int[] starts = new int[64];
  private int count;

  private AnswerBody(int expected) {
    bytes = new byte[expected];
  }

  /** An empty one; {@link #close} gives it back. */
  public static AnswerBody take() {
    AnswerBody spare = SPARE.poll();
    return spare == null ? new AnswerBody(FIRST) : spare;
  }

  /** One of about this many bytes, that is not used again. */
  public static AnswerBody expecting(int expected) {
    return new AnswerBody(expected);
  }

  public int length() {
    return length;
  }

  /** The bytes between two places. */
  public byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** Whether this is the last byte so far. */
  public boolean endsWith(char one) {
    return length > 0 && bytes[length - 1] == one;
  }

  /** How many pieces there are. */
  int pieces() {
    return count;
  }

  Piece piece(int index) {
    return pieces[index];
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return starts[index] + pieces[index].size();
  }

  /** Whether the same stands in both places. */
  boolean isSame(int one, int other, int size) {
    return Arrays.equals(bytes, one, one + size, bytes, other, other + size);
  }

  void giveTo(Deflater deflater, int from, int to) {
    deflater.setInput(bytes, from, to - from);
  }

  int crc(CRC32 crc) {
    crc.reset();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
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
  public void write(byte[] more, int from, int number) {
    grow(number);
    System.arraycopy(more, from, bytes, length, number);
    length += number;
  }

  /** Writes something that other answers have, too. */
  public void write(Piece piece) {
    if (piece.size() >= SHORTEST_PIECE) {
      if (count == pieces.length) {
        pieces = Arrays.copyOf(pieces, 2 * count);
        starts = Arrays.copyOf(starts, 2 * count);
      }
      pieces[count] = piece;
      starts[count++] = length;
    }
    write(piece.utf8(), 0, piece.size());
  }

  /** Writes a part of another one. */
  void write(AnswerBody other, int from, int to) {
    write(other.bytes, from, to - from);
  }

  /** In the order of the least byte first. */
  void writeLittleEndian(int value, int size) {
    for (int i = 0; i < size; i++) write(value >>> (8 * i));
  }

  /** Writes all that comes of what a deflater has been given, up to a byte's end. */
  void write(Deflater deflater) {
    int room;
    int made;
    do {
      grow(MORE);
      room = bytes.length - length;
      made = deflater.deflate(bytes, length, room, Deflater.SYNC_FLUSH);
      length += made;
    } while (made == room);
  }

  /** Takes back the last bytes. */
  void shorten(int by) {
    length -= by;
  }

  private void grow(int count) {
    if (count > bytes.length - length)
      bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
  }

  /** Nothing may be read from it afterwards. */
  @Override
  public void close() {
    length = 0;
    Arrays.fill(pieces, 0, count, null);
    count = 0;
    if (bytes.length <= LONGEST_KEPT) SPARE.offer(this);
  }
}
