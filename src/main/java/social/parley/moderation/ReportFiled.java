package social.parley.moderation;

import social.parley.storage.Announcement;

/** Somebody, here or elsewhere, has reported somebody. */
public record ReportFiled(Report report) implements Announcement {}
