package social.parley.config;

import java.nio.file.Path;
import java.util.List;

/** What this community says about itself; {@code contact} may be empty. */
public record About(
    String name,
    String summary,
    String contact,
    List<String> rules,
    String color,
    List<String> languages,
    List<String> suggested,
    Path texts) {}
