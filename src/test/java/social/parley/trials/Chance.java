package social.parley.trials;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Picks values; the ends of every range and empty things come more often than others. */
public final class Chance {
  private static final String MARKS = "\u0000\t\n\r !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private final RandomGenerator random;

  Chance(RandomGenerator random) {
    this.random = random;
  }

  public boolean flip() {
    return random.nextBoolean();
  }

  /** One of the numbers from least to most. */
  public int number(int least, int most) {
    return (int) number((long) least, (long) most);
  }

  /** One of the numbers from least to most. */
  public long number(long least, long most) {
    if (least == most) return least;
    return switch (random.nextInt(16)) {
      case 0 -> least;
      case 1 -> most;
      default -> most == Long.MAX_VALUE ? tail(least) : random.nextLong(least, most + 1);
    };
  }

  private long tail(long least) {
    return least == Long.MIN_VALUE
        ? random.nextLong()
        : random.nextLong(least - 1, Long.MAX_VALUE) + 1;
  }

  public double fraction(double least, double most) {
    return switch (random.nextInt(16)) {
      case 0 -> least;
      case 1 -> most;
      case 2 -> Math.clamp(0.0, least, most);
      default -> random.nextDouble(least, most);
    };
  }

  @SafeVarargs
  public final <T> T of(T... all) {
    return all[random.nextInt(all.length)];
  }

  public <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** A value, or every second time none. */
  public <T> @Nullable T maybe(Supplier<T> value) {
    return flip() ? value.get() : null;
  }

  public <T> List<T> list(int least, int most, Supplier<T> value) {
    int size = number(least, most);
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) list.add(value.get());
    return list;
  }

  /** A list without doubles, which may be shorter for that. */
  public <T> List<T> distinct(int most, Supplier<T> value) {
    return List.copyOf(new LinkedHashSet<>(list(0, most, value)));
  }

  public byte[] bytes(int most) {
    byte[] bytes = new byte[number(0, most)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A text of these letters. */
  public String text(String letters, int most) {
    int length = number(0, most);
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) text.append(letters.charAt(random.nextInt(letters.length())));
    return text.toString();
  }

  /** Any text at all, of up to so many letters: control characters and halves of pairs too. */
  public String text(int most) {
    int length = number(0, flip() ? most : Math.min(most, 8));
    int strangeness = random.nextInt(4);
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(4) <= strangeness ? random.nextInt(4) : 3) {
        case 0 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 2 -> text.append(MARKS.charAt(random.nextInt(MARKS.length())));
        default -> text.append((char) random.nextInt(' ', 0x7f));
      }
    }
    return text.toString();
  }

  /** Any text at all. */
  public String text() {
    return text(200);
  }
}
