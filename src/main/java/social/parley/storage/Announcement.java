package social.parley.storage;

/** Something that just happened inside a write transaction; features implement it as records. */
public interface Announcement {}
