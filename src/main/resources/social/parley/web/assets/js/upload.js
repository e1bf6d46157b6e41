import { toast } from "./toast.js";

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
  bar.setAttribute("aria-label", `Sending ${file.name}`);
  box.append(name, bar);
  form.querySelector("[data-list]").append(box);
  return { box, bar };
}

function send(form, file) {
  const { box, bar } = place(form, file);
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/compose/media");
    request.setRequestHeader("HX-Request", "true");
    request.upload.addEventListener("progress", (event) => event.lengthComputable && (bar.value = event.loaded / event.total));
    request.addEventListener("load", () => {
      if (request.status < 300) box.outerHTML = request.responseText;
      else fail(request.responseText);
      done();
    });
    request.addEventListener("error", () => {
      fail("The server cannot be reached");
      done();
    });
    function fail(reason) {
      box.remove();
      toast(reason.length < 200 && !reason.startsWith("<") ? reason : "The picture could not be sent");
    }
    const body = new FormData();
    body.append("csrf", form.elements.csrf.value);
    body.append("file", file);
    request.send(body);
  });
}

async function sendAll(form, files) {
  const button = form.querySelector(".composer-send");
  const most = Number(form.dataset.files);
  button.disabled = true;
  for (const file of files) {
    if (!file.type.startsWith("image/")) continue;
    if (form.querySelector("[data-list]").children.length >= most) {
      toast(`At most ${most} pictures fit on one post`);
      break;
    }
    await send(form, file);
  }
  button.disabled = false;
  changed(form);
  form.querySelector("[data-list] .attachment:last-child textarea")?.focus();
}

export function uploads() {
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
      box.querySelector("[data-up]").focus();
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
