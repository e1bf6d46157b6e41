// What moderators do, with masto.js. Arguments: the server's address, the tokens of an administrator and of a person
// whom somebody has reported. Prints a line a step.
import assert from "node:assert/strict";
import { createRestAPIClient, MastoHttpError } from "masto";

const [url, staffToken, personsToken] = process.argv.slice(2);
const api = createRestAPIClient({ url, accessToken: staffToken });
const person = createRestAPIClient({ url, accessToken: personsToken });
const { admin } = api.v1;

const refused = (promise, status) =>
  assert.rejects(promise, (error) => error instanceof MastoHttpError && error.statusCode === status);

async function moderate(them) {
  const post = await person.v1.statuses.create({ status: "Something rude" });
  const made = await api.v1.reports.create({ accountId: them.id, statusIds: [post.id], comment: "Rude", category: "spam" });
  const open = (await admin.reports.list({ resolved: false })).find((one) => one.id === made.id);
  assert.ok(open.statuses[0].id === post.id && open.targetAccount.id === them.id && open.category === "spam");
  const report = admin.reports.$select(made.id);
  assert.ok((await report.assignToSelf()).assignedAccount);
  assert.equal((await report.unassign()).assignedAccount, null);
  assert.equal((await report.resolve()).actionTaken, true);
  assert.equal((await report.reopen()).actionTaken, false);
  const account = admin.accounts.$select(them.id);
  await account.action.create({ type: "silence", text: "Please calm down", reportId: made.id });
  assert.ok((await account.fetch()).silenced);
  assert.ok((await report.fetch()).actionTaken);
  const [told] = await person.v1.notifications.list({ types: ["moderation_warning"] });
  assert.ok(told.moderationWarning);
  assert.equal((await account.unsilence()).silenced, false);
  await account.action.create({ type: "sensitive" });
  assert.ok((await account.fetch()).sensitized);
  assert.equal((await account.unsensitive()).sensitized, false);
  await account.action.create({ type: "disable" });
  await refused(person.v1.accounts.verifyCredentials(), 403);
  assert.equal((await account.enable()).disabled, false);
  await account.action.create({ type: "suspend" });
  assert.ok((await admin.accounts.list({ suspended: true })).some((one) => one.id === them.id));
  assert.equal((await account.unsuspend()).suspended, false);
  console.log("moderated");
}

async function block() {
  const domain = await admin.domainBlocks.create({ domain: "rude.example", severity: "silence", rejectMedia: true });
  assert.equal((await admin.domainBlocks.$select(domain.id).update({ severity: "suspend" })).severity, "suspend");
  assert.ok((await admin.domainBlocks.list()).some((one) => one.domain === "rude.example"));
  await admin.domainBlocks.$select(domain.id).remove();
  await refused(admin.domainBlocks.$select(domain.id).fetch(), 404);
  const allowed = await admin.domainAllows.create({ domain: "kind.example" });
  assert.equal((await admin.domainAllows.$select(allowed.id).fetch()).domain, "kind.example");
  await admin.domainAllows.$select(allowed.id).remove();
  const ip = await admin.ipBlocks.create({ ip: "192.0.2.7", severity: "no_access", comment: "Noise", expiresIn: 3600 });
  assert.equal((await admin.ipBlocks.$select(ip.id).update({ severity: "sign_up_block" })).severity, "sign_up_block");
  await admin.ipBlocks.$select(ip.id).remove();
  const mail = await admin.emailDomainBlocks.create({ domain: "throwaway.example" });
  assert.equal((await admin.emailDomainBlocks.list())[0].domain, "throwaway.example");
  await admin.emailDomainBlocks.$select(mail.id).remove();
  const one = await admin.canonicalEmailBlocks.create({ email: "some.body+x@rude.example" });
  assert.equal((await admin.canonicalEmailBlocks.test({ email: "somebody@rude.example" }))[0].id, one.id);
  await admin.canonicalEmailBlocks.$select(one.id).remove();
  console.log("blocked");
}

async function count() {
  const endAt = new Date().toISOString();
  const startAt = new Date(Date.now() - 6 * 86_400_000).toISOString();
  const measures = await admin.measures.create({ keys: ["active_users", "new_users", "opened_reports"], startAt, endAt });
  assert.deepEqual(measures.map((one) => one.key).sort(), ["active_users", "new_users", "opened_reports"]);
  assert.ok(measures.every((one) => one.data.length === 7));
  const dimensions = await admin.dimensions.create({ keys: ["languages", "software_versions"], startAt, endAt });
  assert.ok(dimensions.find((one) => one.key === "software_versions").data.length > 0);
  const cohorts = await admin.retention.create({ startAt, endAt, frequency: "day" });
  assert.ok(cohorts.length === 7 && cohorts[0].data.length > 0);
  for (const list of [admin.trends.tags, admin.trends.statuses, admin.trends.links, admin.trends.links.publishers])
    assert.ok(Array.isArray(await list.list()));
  console.log("counted");
}

const them = await person.v1.accounts.verifyCredentials();
await refused(person.v1.admin.accounts.list().then(), 403);
await moderate(them);
await block();
await count();
