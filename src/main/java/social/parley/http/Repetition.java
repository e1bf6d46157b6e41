package social.parley.http;

/**
 * A block of deflated data that says something again, and the beginning of a stored block after it;
 * RFC 1951, sections 3.2.5 and 3.2.6.
 */
final class Repetition {
  static final int LONGEST = 257;
  static final int FARTHEST = 32 * 1024;

  private long bits;
  private int count;

  private Repetition() {}

  /** Repeats at least 11 bytes. */
  static void write(int length, int distance, AnswerBody out) {
    Repetition block = new Repetition();
    block.add(0b010, 3);
    block.length(length - 3);
    block.distance(distance - 1);
    block.add(0, 7);
    block.add(0b000, 3);
    for (int i = 0; i < block.count; i += 8) out.write((int) (block.bits >>> i));
  }

  private void length(int value) {
    int extra = 29 - Integer.numberOfLeadingZeros(value);
    int symbol = 4 * (extra + 1) + 1 + (value >> extra & 3);
    if (symbol < 24) code(symbol, 7);
    else code(0b11000000 + symbol - 24, 8);
    add(value & (1 << extra) - 1, extra);
  }

  private void distance(int value) {
    int extra = Math.max(0, 30 - Integer.numberOfLeadingZeros(value));
    code(extra == 0 ? value : 2 * (extra + 1) + (value >> extra & 1), 5);
    add(value & (1 << extra) - 1, extra);
  }

  /** Codes begin with their highest bit, all else with its lowest. */
  private void code(int code, int size) {
    add(Integer.reverse(code) >>> 32 - size, size);
  }

  private void add(int value, int size) {
    bits |= (long) value << count;
    count += size;
  }
}
