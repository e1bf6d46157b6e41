import { toast } from "./toast.js";

// The form for writing: counting, sending pictures ahead, dropping and pasting them.
const LINK = /https?:\/\/\S+/g;
const REMOTE = /(@[\p{L}\p{N}_]+)@[\p{L}\p{N}.-]+[\p{L}\p{N}]/gu;
const LINK_LENGTH = 23;

const segments = new Intl.Segmenter();

function length(text) {
  const shortened = text.replace(LINK, "x".repeat(LINK_LENGTH)).replace(REMOTE, "$1");
  return [...segments.segment(shortened)].length;
}

function count(form) {
  const most = Number(form.dataset.most);
  const warning = form.querySelector(".switch-warning").checked ? form.elements.warning.value : "";
  const left = most - length(form.elements.text.value) - length(warning);
  const output = form.querySelector(".composer-count");
  output.textContent = left;
  output.classList.toggle("over", left < 0);
}

async function send(form, file) {
  const list = form.querySelector("[data-list]");
  if (list.children.length >= Number(form.dataset.files)) {
    toast(`At most ${form.dataset.files} pictures fit on one post`);
    return;
  }
  const place = document.createElement("div");
  place.className = "attachment loading";
  place.textContent = file.name;
  list.append(place);
  const body = new FormData();
  body.append("csrf", form.elements.csrf.value);
  body.append("file", file);
  try {
    const answer = await fetch("/compose/media", { method: "POST", body, headers: { "HX-Request": "true" } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    place.outerHTML = text;
  } catch (failure) {
    place.remove();
    toast(failure.message || "The picture could not be sent");
  }
}

async function sendAll(form, files) {
  const button = form.querySelector(".composer-send");
  button.disabled = true;
  for (const file of files) if (file.type.startsWith("image/")) await send(form, file);
  button.disabled = false;
}

export function composers() {
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form.composer");
    if (form) count(form);
  });
  document.addEventListener("change", async (event) => {
    if (!event.target.matches(".composer-picker")) return;
    const files = [...event.target.files];
    event.target.value = "";
    await sendAll(event.target.form, files);
  });
  document.addEventListener("click", (event) => {
    event.target.closest("[data-remove]")?.closest("[data-attachment]").remove();
  });
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.("form.composer");
    if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  document.addEventListener("paste", (event) => {
    const form = event.target.closest?.("form.composer");
    const files = [...(event.clipboardData?.files ?? [])];
    if (!form || !files.length) return;
    event.preventDefault();
    sendAll(form, files);
  });
  for (const kind of ["dragover", "dragleave", "drop"])
    document.addEventListener(kind, (event) => {
      const form = event.target.closest?.("form.composer");
      if (!form || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      form.classList.toggle("dropping", kind === "dragover");
      if (kind === "drop") sendAll(form, [...event.dataTransfer.files]);
    });
  for (const form of document.querySelectorAll("form.composer")) count(form);
}
