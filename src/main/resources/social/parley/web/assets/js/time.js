// Times are in UTC until the browser says where its person is.
const page = document.documentElement.lang;
// As the reader's own country writes it; where the browser names none, as the server does.
const own = navigator.languages.find((one) => one.startsWith(`${page}-`));
const full = new Intl.DateTimeFormat(own ?? (page === "en" ? "en-150" : page), {
  dateStyle: "full",
  timeStyle: "short",
});

export function times(root) {
  for (const time of root.querySelectorAll?.("time[title]") ?? [])
    time.title = full.format(new Date(time.dateTime));
  for (const time of root.querySelectorAll?.("time[data-local]") ?? [])
    time.textContent = full.format(new Date(time.dateTime));
}
