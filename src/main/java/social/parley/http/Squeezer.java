package social.parley.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Makes gzip (RFC 1952) of an answer. What its pieces came to in another answer is taken as it is,
 * so that only a little is left to compress. That is possible as deflated data (RFC 1951) is a row
 * of blocks, each of which may begin where a byte does, and refers to what was before by distance:
 * a piece that was compressed behind others goes wherever they are before it and as far away.
 */
final class Squeezer {
  /** A piece is compressed seldom and sent often. */
  private static final int PIECE_LEVEL = 6;

  /** What is shorter, and no piece, is stored as it is. */
  private static final int SHORTEST = 1500;

  private static final int SHORTEST_REPEATED = 24;

  /** A piece refers to as many of those before it as are needed to have that many bytes. */
  private static final int ENOUGH_BEFORE = 3000;

  private static final int MOST_BEFORE = 4;

  /** Far less than deflated data may refer back over. */
  private static final int FARTHEST = 16 * 1024;

  /** No text in UTF-8 has this byte, so that nothing in a piece is found there. */
  private static final byte NOT_IN_TEXT = (byte) 0xff;

  private static final long MOST_BYTES = 8 << 20;

  /** About what it takes to know a place. */
  private static final int PLACE = 200;

  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  /** The length of a stored block with nothing in it, and its complement. */
  private static final byte[] EMPTY = {0, 0, (byte) 0xff, (byte) 0xff};

  /** The last block, with nothing in it. */
  private static final byte[] LAST = {3, 0};

  /**
   * The numbers of a piece and of those before it, the next first, and how many bytes are between.
   */
  private record Place(long[] numbers) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Place place && Arrays.equals(numbers, place.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }

  private static final Cache<Place, byte[]> KNOWN =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Place _, byte[] blocks) -> PLACE + blocks.length)
          .executor(Runnable::run)
          .build();

  private static final BlockingQueue<Squeezer> SPARE = new ArrayBlockingQueue<>(4);

  private final Deflater quick = new Deflater(HttpServer.GZIP_LEVEL, true);
  private final Deflater thorough = new Deflater(PIECE_LEVEL, true);
  private final CRC32 crc = new CRC32();
  private final byte[] before = new byte[FARTHEST];

  private int repeated;
  private int repeatedTo;

  private Squeezer() {}

  /** Writes the one, compressed, into the other. */
  static void squeeze(AnswerBody answer, AnswerBody into) {
    Squeezer spare = SPARE.poll();
    Squeezer squeezer = spare == null ? new Squeezer() : spare;
    squeezer.write(answer, into);
    if (!SPARE.offer(squeezer)) squeezer.end();
  }

  private void end() {
    quick.end();
    thorough.end();
  }

  /** Between two steps a stored block has begun, which has not said its length. */
  private void write(AnswerBody answer, AnswerBody out) {
    repeatedTo = repeated = 0;
    out.write(HEADER);
    out.write(0);
    int at = 0;
    for (int i = 0; i < answer.pieces(); i++) {
      between(answer, at, answer.start(i), out);
      piece(answer, i, out);
      at = answer.end(i);
    }
    between(answer, at, answer.length(), out);
    out.write(LAST);
    out.writeLittleEndian(answer.crc(crc), 4);
    out.writeLittleEndian(answer.length(), 4);
  }

  private void between(AnswerBody answer, int from, int to, AnswerBody out) {
    int length = to - from;
    if (isRepeated(answer, from, length)) {
      out.write(EMPTY);
      Repetition.write(length, from - repeated, out);
      out.write(EMPTY);
    } else if (length < SHORTEST) {
      out.writeLittleEndian(length, 2);
      out.writeLittleEndian(~length, 2);
      out.write(answer, from, to);
    } else {
      out.write(EMPTY);
      answer.giveTo(quick, from, to);
      out.write(quick);
      quick.reset();
    }
    if (length >= SHORTEST_REPEATED) {
      repeated = from;
      repeatedTo = to;
    }
  }

  /** Forms of posts all have the same between their pieces. */
  private boolean isRepeated(AnswerBody answer, int from, int length) {
    return length >= SHORTEST_REPEATED
        && length == repeatedTo - repeated
        && length <= Repetition.LONGEST
        && from - repeated <= Repetition.FARTHEST
        && answer.isSame(repeated, from, length);
  }

  private void piece(AnswerBody answer, int index, AnswerBody out) {
    int depth = depth(answer, index);
    Place place = place(answer, index, depth);
    byte[] known = KNOWN.getIfPresent(place);
    if (known != null) {
      out.write(known);
      return;
    }
    int from = out.length();
    setBefore(answer, index, depth);
    thorough.setInput(answer.piece(index).utf8());
    out.write(thorough);
    thorough.reset();
    out.shorten(EMPTY.length);
    KNOWN.put(place, out.copy(from, out.length()));
  }

  /** How many pieces before this one it may refer to. */
  private static int depth(AnswerBody answer, int index) {
    int depth = 0;
    int bytes = 0;
    while (depth < MOST_BEFORE && depth < index && bytes < ENOUGH_BEFORE) {
      int next = index - 1 - depth;
      if (answer.start(index) - answer.start(next) > FARTHEST) break;
      bytes += answer.piece(next).size();
      depth++;
    }
    return depth;
  }

  /** Lets the deflater refer to the pieces before, but not to what is between them. */
  private void setBefore(AnswerBody answer, int index, int depth) {
    if (depth == 0) return;
    int first = answer.start(index - depth);
    int length = answer.start(index) - first;
    Arrays.fill(before, 0, length, NOT_IN_TEXT);
    for (int i = index - depth; i < index; i++) {
      Piece piece = answer.piece(i);
      System.arraycopy(piece.utf8(), 0, before, answer.start(i) - first, piece.size());
    }
    thorough.setDictionary(before, 0, length);
  }

  private static Place place(AnswerBody answer, int index, int depth) {
    long[] numbers = new long[1 + 2 * depth];
    numbers[0] = answer.piece(index).number();
    for (int i = 0; i < depth; i++) {
      int at = index - 1 - i;
      numbers[1 + 2 * i] = answer.piece(at).number();
      numbers[2 + 2 * i] = answer.start(at + 1) - answer.end(at);
    }
    return new Place(numbers);
  }
}
