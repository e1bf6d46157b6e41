// Times are in UTC until the browser says where its person is.
const full = new Intl.DateTimeFormat(document.documentElement.lang, {
  dateStyle: "full",
  timeStyle: "short",
});

export function times(root) {
  for (const time of root.querySelectorAll?.("time[title]") ?? [])
    time.title = full.format(new Date(time.dateTime));
  for (const time of root.querySelectorAll?.("time[data-local]") ?? [])
    time.textContent = full.format(new Date(time.dateTime));
}
