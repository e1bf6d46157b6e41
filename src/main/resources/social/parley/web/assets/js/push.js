// The browser is woken for notifications: its push service gives an address, which the form takes along.
async function subscription(key) {
  const registration = await navigator.serviceWorker.register("/service-worker.js");
  await navigator.serviceWorker.ready;
  const known = await registration.pushManager.getSubscription();
  return known ?? registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

function tell(form, words) {
  const problem = form.querySelector("[data-push-problem]");
  problem.textContent = words;
  problem.hidden = false;
}

async function fill(form) {
  if ((await Notification.requestPermission()) !== "granted") {
    tell(form, form.dataset.refused);
    return false;
  }
  const { endpoint, keys } = (await subscription(form.dataset.push)).toJSON();
  form.elements.endpoint.value = endpoint;
  form.elements.p256dh.value = keys.p256dh;
  form.elements.auth.value = keys.auth;
  return true;
}

async function end() {
  const registration = await navigator.serviceWorker.getRegistration("/");
  const known = await registration?.pushManager.getSubscription();
  await known?.unsubscribe();
}

export function push() {
  const form = document.querySelector("[data-push]");
  if (!form || !("serviceWorker" in navigator) || !("PushManager" in window)) return;
  form.querySelector("[data-push-start]").hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (event.submitter?.hasAttribute("data-push-end")) {
      await end().catch(() => {});
      form.action = event.submitter.formAction;
      form.submit();
    } else if (await fill(form).catch(() => tell(form, form.dataset.failed))) form.submit();
  });
}
