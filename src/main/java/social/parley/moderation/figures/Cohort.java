package social.parley.moderation.figures;

import java.time.LocalDate;
import java.util.List;

/** Those who came in one period, and how many of them were here in it and in each later one. */
public record Cohort(LocalDate period, List<Return> returns) {
  /** How many came back in one period, and which part of all they are. */
  public record Return(LocalDate period, long people, double rate) {}
}
