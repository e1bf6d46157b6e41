// Whoever comes back to a list finds it as they left it, with all that had been added below.
const MOST_PIECES = 15;

function key() {
  return `position:${location.pathname}${location.search}`;
}

function top() {
  for (const post of document.querySelectorAll("#feed > [data-post]")) {
    const box = post.getBoundingClientRect();
    if (box.bottom > 0) return { id: post.id, above: box.top };
  }
  return undefined;
}

async function more(feed) {
  const link = feed.querySelector(":scope > a.more");
  if (!link) return false;
  const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return false;
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  const pieces = [...template.content.children];
  link.replaceWith(...pieces);
  for (const piece of pieces) window.htmx?.process(piece);
  return true;
}

async function restore(feed, kept) {
  for (let i = 0; i < MOST_PIECES && !document.getElementById(kept.id); i++) if (!(await more(feed))) return;
  const post = document.getElementById(kept.id);
  if (post) scrollBy(0, post.getBoundingClientRect().top - kept.above);
}

export function position() {
  const feed = document.getElementById("feed");
  if (!feed) return;
  addEventListener("pagehide", () => {
    const now = scrollY > 200 ? top() : undefined;
    if (now) sessionStorage.setItem(key(), JSON.stringify(now));
    else sessionStorage.removeItem(key());
  });
  const way = performance.getEntriesByType("navigation")[0]?.type;
  const kept = sessionStorage.getItem(key());
  if (!kept || (way !== "back_forward" && way !== "reload")) return;
  history.scrollRestoration = "manual";
  restore(feed, JSON.parse(kept)).catch(() => {});
}
