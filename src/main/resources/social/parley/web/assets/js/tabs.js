// Where there are more tabs than fit, the one that is open is in sight.
export function tabs() {
  for (const tab of document.querySelectorAll(".tabs > [aria-current]")) {
    const row = tab.parentElement.getBoundingClientRect();
    const box = tab.getBoundingClientRect();
    tab.parentElement.scrollLeft += box.left + box.width / 2 - row.left - row.width / 2;
  }
}
