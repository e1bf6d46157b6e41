// Shows a chosen picture before it is saved.
export function previews() {
  document.addEventListener("change", (event) => {
    const name = event.target.dataset?.previews;
    const file = name && event.target.files[0];
    if (!file) return;
    const reader = new FileReader();
    reader.onload = () => (document.querySelector(`[data-preview="${name}"]`).src = reader.result);
    reader.readAsDataURL(file);
  });
}
