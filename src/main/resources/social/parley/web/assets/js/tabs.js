// Where there are more tabs than fit, the one that is open is in sight.
export function tabs() {
  document.querySelector(".tabs > [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
}
