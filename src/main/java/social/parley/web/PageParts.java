package social.parley.web;

/** What nearly every page is made with. */
record PageParts(
    Routing routing,
    Pages pages,
    Visitors visitors,
    People people,
    Introductions introductions,
    PostViews views,
    Feeds feeds) {}
