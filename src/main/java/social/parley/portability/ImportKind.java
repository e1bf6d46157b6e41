package social.parley.portability;

/** What a file that somebody brings is a list of. */
public enum ImportKind {
  FOLLOWING(ExportFile.FOLLOWING),
  LISTS(ExportFile.LISTS),
  BLOCKS(ExportFile.BLOCKS),
  MUTES(ExportFile.MUTES),
  DOMAINS(ExportFile.DOMAINS),
  BOOKMARKS(ExportFile.BOOKMARKS),
  FILTERS(ExportFile.FILTERS);

  private final ExportFile file;

  ImportKind(ExportFile file) {
    this.file = file;
  }

  /** The file in which such a list is taken along. */
  public ExportFile file() {
    return file;
  }
}
