package social.parley.moderation;

import java.util.List;
import java.util.Optional;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The tables of blocked and of allowed domains. */
final class DomainStore {
  private static final String BLOCKS =
      """
      SELECT id, domain, severity, reject_media, reject_reports, private_comment, public_comment,
        obfuscate, created_at
      FROM domain_blocks \
      """;
  private static final String ALLOWS = "SELECT id, domain, created_at FROM domain_allows ";

  List<DomainBlock> blocks(Reading db) {
    return db.query(BLOCKS + "ORDER BY domain").mapTo(DomainBlock.class).list();
  }

  List<DomainAllow> allows(Reading db) {
    return db.query(ALLOWS + "ORDER BY domain").mapTo(DomainAllow.class).list();
  }

  Optional<DomainBlock> block(Reading db, long id) {
    return db.query(BLOCKS + "WHERE id = :id").bind("id", id).mapTo(DomainBlock.class).findOne();
  }

  Optional<DomainBlock> block(Reading db, String domain) {
    return db.query(BLOCKS + "WHERE domain = :domain")
        .bind("domain", domain)
        .mapTo(DomainBlock.class)
        .findOne();
  }

  Optional<DomainAllow> allow(Reading db, long id) {
    return db.query(ALLOWS + "WHERE id = :id").bind("id", id).mapTo(DomainAllow.class).findOne();
  }

  Optional<DomainAllow> allow(Reading db, String domain) {
    return db.query(ALLOWS + "WHERE domain = :domain")
        .bind("domain", domain)
        .mapTo(DomainAllow.class)
        .findOne();
  }

  Page<DomainBlock> blocks(Reading db, Cursor cursor) {
    return Rows.page(db, BLOCKS, "", cursor, DomainBlock.class, DomainBlock::id);
  }

  Page<DomainAllow> allows(Reading db, Cursor cursor) {
    return Rows.page(db, ALLOWS, "", cursor, DomainAllow.class, DomainAllow::id);
  }

  /** False when the domain has one already. */
  boolean insert(Tx tx, DomainBlock block) {
    return tx.update(
                """
                INSERT INTO domain_blocks (id, domain, severity, reject_media, reject_reports,
                  private_comment, public_comment, obfuscate, created_at)
                VALUES (:id, :domain, :severity, :rejectMedia, :rejectReports, :privateComment,
                  :publicComment, :obfuscate, :createdAt)
                ON CONFLICT DO NOTHING\
                """,
                block)
            .execute()
        == 1;
  }

  void update(Tx tx, DomainBlock block) {
    tx.update(
            """
            UPDATE domain_blocks SET severity = :severity, reject_media = :rejectMedia,
              reject_reports = :rejectReports, private_comment = :privateComment,
              public_comment = :publicComment, obfuscate = :obfuscate
            WHERE id = :id\
            """,
            block)
        .execute();
  }

  boolean deleteBlock(Tx tx, long id) {
    return tx.update("DELETE FROM domain_blocks WHERE id = :id").bind("id", id).execute() == 1;
  }

  boolean insert(Tx tx, DomainAllow allow) {
    return tx.update(
                """
                INSERT INTO domain_allows (id, domain, created_at)
                VALUES (:id, :domain, :createdAt) ON CONFLICT DO NOTHING\
                """,
                allow)
            .execute()
        == 1;
  }

  boolean deleteAllow(Tx tx, long id) {
    return tx.update("DELETE FROM domain_allows WHERE id = :id").bind("id", id).execute() == 1;
  }
}
