// The service worker shows a page of ours when the server cannot be reached, and makes this one an app.
export function offline() {
  navigator.serviceWorker?.register("/service-worker.js").catch(() => {});
}
