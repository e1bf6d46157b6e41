import { toast } from "./toast.js";
import { count, say, words } from "./words.js";

function changed(form) {
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

// Pictures go ahead of their post: chosen, dropped or pasted, with a bar that shows how far they are.
function place(form, file) {
  const box = document.createElement("div");
  box.className = "attachment loading";
  const name = document.createElement("span");
  name.className = "attachment-name";
  name.textContent = file.name;
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.setAttribute("aria-label", say("sending", file.name));
  const stop = document.createElement("button");
  stop.type = "button";
  stop.className = "icon-button";
  stop.setAttribute("aria-label", say("unsend", file.name));
  stop.textContent = "×";
  stop.addEventListener("click", () => box.remove());
  box.append(name, stop, bar);
  form.querySelector("[data-list]").append(box);
  return { box, bar };
}

function fail(reason) {
  toast(reason.length < 200 && !reason.startsWith("<") ? reason : words.unsent);
}

function send(form, file, { box, bar }) {
  if (!box.isConnected) return undefined;
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/compose/media");
    request.setRequestHeader("HX-Request", "true");
    request.upload.addEventListener("progress", (event) => event.lengthComputable && (bar.value = event.loaded / event.total));
    request.addEventListener("load", () => {
      if (request.status < 300) box.outerHTML = request.responseText;
      else fail(request.responseText);
    });
    request.addEventListener("error", () => fail(words.unreachable));
    request.addEventListener("loadend", () => {
      box.remove();
      done();
    });
    box.querySelector("button").addEventListener("click", () => request.abort());
    const body = new FormData();
    body.append("csrf", form.elements.csrf.value);
    body.append("file", file);
    request.send(body);
  });
}

async function sendAll(form, files) {
  const most = Number(form.dataset.files);
  const room = most - form.querySelector("[data-list]").children.length;
  const pictures = files.filter((file) => file.type.startsWith("image/"));
  if (pictures.length > room) toast(count("files", most));
  const coming = pictures.slice(0, Math.max(0, room)).map((file) => [file, place(form, file)]);
  for (const [file, where] of coming) await send(form, file, where);
  changed(form);
  // Whoever has gone on writing meanwhile is not taken away from it.
  if (!document.activeElement?.matches("textarea")) form.querySelector("[data-list] .attachment:last-child textarea")?.focus();
}

// A picture is dragged by itself to its place among the others, with a mouse or a finger.
function moving(event) {
  const box = event.button === 0 && event.target.closest("[data-attachment] > img")?.parentElement;
  if (!box || box.parentElement.children.length < 2) return;
  event.preventDefault();
  const grip = event.target;
  grip.setPointerCapture(event.pointerId);
  box.classList.add("moving");
  const follow = (now) => {
    const over = [...box.parentElement.children].find((one) => {
      const place = one.getBoundingClientRect();
      return now.clientY >= place.top && now.clientY < place.bottom;
    });
    if (!over || over === box) return;
    const place = over.getBoundingClientRect();
    // Only past its middle, so that pictures of different heights do not change places back and forth.
    const below = Boolean(box.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (below ? now.clientY < place.top + place.height / 2 : now.clientY > place.top + place.height / 2) return;
    // The others move: what is taken out of the page loses hold of the pointer.
    while (box.compareDocumentPosition(over) & (below ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING))
      if (below) box.before(box.nextElementSibling);
      else box.after(box.previousElementSibling);
  };
  const end = () => {
    grip.removeEventListener("pointermove", follow);
    box.classList.remove("moving");
    changed(box.closest("form"));
  };
  grip.addEventListener("pointermove", follow);
  grip.addEventListener("lostpointercapture", end, { once: true });
}

export function uploads() {
  document.addEventListener("pointerdown", moving);
  // What is on its way belongs to the post: whoever would exchange the form or send it waits.
  const wait = (event, form) => {
    if (!form?.matches("form.composer") || !form.querySelector(".attachment.loading")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    toast(words.underway);
  };
  document.addEventListener("submit", (event) => wait(event, event.target), true);
  document.addEventListener("htmx:beforeRequest", (event) => event.detail.requestConfig.path === "/compose/more" && wait(event, event.detail.elt.form));
  document.addEventListener("change", (event) => {
    if (!event.target.matches(".composer-picker")) return;
    const files = [...event.target.files];
    event.target.value = "";
    sendAll(event.target.form, files);
  });
  document.addEventListener("click", (event) => {
    const box = event.target.closest("[data-attachment]");
    if (!box) return;
    const form = box.closest("form");
    if (event.target.closest("[data-remove]")) box.remove();
    else if (event.target.closest("[data-up]")) {
      box.previousElementSibling?.before(box);
      (box.previousElementSibling ? box.querySelector("[data-up]") : box.querySelector("textarea")).focus();
    } else return;
    changed(form);
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
}
