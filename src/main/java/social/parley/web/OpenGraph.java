package social.parley.web;

/** How a page looks as a card on other sites (ogp.me); {@code large} shows the picture wide. */
public record OpenGraph(
    String type, String title, String description, String image, boolean large) {}
