package social.parley.timelines;

import java.util.List;

/** Posts that carry any of the first tags, all of the second and none of the third. */
public record TagFilter(List<String> any, List<String> all, List<String> none, PublicFilter where) {
  public TagFilter {
    any = List.copyOf(any);
    all = List.copyOf(all);
    none = List.copyOf(none);
  }

  public static TagFilter of(String tag) {
    return new TagFilter(List.of(tag), List.of(), List.of(), PublicFilter.ALL);
  }
}
