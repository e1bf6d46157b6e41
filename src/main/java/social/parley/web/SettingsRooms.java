package social.parley.web;

import java.util.List;
import social.parley.http.Cookies;
import social.parley.http.Endpoints;

/** The pages on which people arrange things for themselves, put together. */
final class SettingsRooms {
  private final WebSurface.Needs needs;
  private final WebSurface.Logins logins;
  private final WebSurface.Persons persons;
  private final PageParts parts;

  SettingsRooms(WebSurface.Needs needs, PageParts parts) {
    this.needs = needs;
    this.logins = needs.logins();
    this.persons = needs.persons();
    this.parts = parts;
  }

  List<Endpoints> endpoints(Profile profile, Cookies cookies) {
    Routing routing = parts.routing();
    Pages pages = parts.pages();
    return List.of(
        new SettingsPage(routing, pages, logins.accounts(), persons.profiles(), profile),
        new AppearancePage(parts, logins.accounts(), cookies),
        new SecurityPage(
            routing,
            pages,
            logins.accounts(),
            logins.sessions(),
            logins.tokens(),
            logins.applications(),
            needs.clock()),
        new DeletionPage(parts, logins.accounts()),
        new HiddenPeoplePage(parts, persons.blocks(), persons.domains()),
        collections(),
        new FiltersPage(parts, needs.reading().filters(), needs.writing().posts(), needs.clock()),
        new MovingPage(routing, pages, logins.accounts(), persons.actors(), persons.moves()),
        new ExportPage(parts, logins.accounts(), persons.exports(), persons.archives()),
        new ImportPage(parts, persons.imports()));
  }

  private CollectionsPage collections() {
    FeaturedSections sections = new FeaturedSections(persons.collections(), parts.people());
    return new CollectionsPage(
        parts,
        persons.collections(),
        sections,
        new CollectionForms(
            parts,
            persons.collections(),
            sections,
            needs.finding().finder(),
            Languages.of(parts.pages().site().languages())));
  }
}
