package social.parley.web;

import java.util.List;

/** Whether this browser is woken, for what, and the key that its push service is told. */
public record PushView(String key, boolean on, List<Choice> choices) {
  /** One kind of notifications. */
  public record Choice(String name, String label, boolean chosen) {}
}
