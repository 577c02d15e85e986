// An operation has one id however often its form is sent; a form that stays on the page gets a new one
// once its operation was done, so that the next is not taken for a repeat.

globalThis.newOperationId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const field = detail.elt.elements?.operation_id;
  if (detail.successful && field) field.value = newOperationId();
});
