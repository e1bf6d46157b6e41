package social.parley.cli.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A post in the story: who says what when, and to whom. */
record Line(int number, Name by, Instant at, Place.Said said, @Nullable Line parent) {

  boolean isForFollowers() {
    return "private".equals(said.reach());
  }

  /** Lines are told apart by their number alone. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Line line && line.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }
}
