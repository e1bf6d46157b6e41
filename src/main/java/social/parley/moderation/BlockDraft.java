package social.parley.moderation;

import org.jspecify.annotations.Nullable;

/** What a domain block is to say. */
public record BlockDraft(
    Severity severity,
    boolean rejectMedia,
    boolean rejectReports,
    @Nullable String privateComment,
    @Nullable String publicComment,
    boolean obfuscate) {
  /** The block that silences and nothing else. */
  public static final BlockDraft USUAL =
      new BlockDraft(Severity.SILENCE, false, false, null, null, false);

  /** What a block says now. */
  public static BlockDraft of(DomainBlock block) {
    return new BlockDraft(
        block.severity(),
        block.rejectMedia(),
        block.rejectReports(),
        block.privateComment(),
        block.publicComment(),
        block.obfuscate());
  }
}
