package social.parley.web;

import java.util.List;

/** A tag in a list, and how many people used it lately, day by day, the oldest first. */
public record TagRow(String tag, long people, List<Long> days) {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 24;

  public TagRow {
    days = List.copyOf(days);
  }

  public String href() {
    return TagLink.of(tag);
  }

  /** The days as the points of a line in a box of 64 by 24. */
  public String points() {
    long most = Math.max(1, days.stream().mapToLong(Long::longValue).max().orElse(1));
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < days.size(); i++) {
      long x = days.size() < 2 ? 0 : Math.round((double) i * WIDTH / (days.size() - 1));
      long y = HEIGHT - 2 - Math.round((double) days.get(i) * (HEIGHT - 4) / most);
      points.append(x).append(',').append(y).append(' ');
    }
    return points.toString().strip();
  }
}
