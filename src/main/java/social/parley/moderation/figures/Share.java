package social.parley.moderation.figures;

/**
 * One part of a whole.
 *
 * @param key what programs know it by
 * @param name what people call it
 * @param value how much of it there is, a number or a version
 */
public record Share(String key, String name, String value) {}
