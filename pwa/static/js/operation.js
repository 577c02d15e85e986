// An operation has one id however often its form is sent; a form that stays gets a new one once its operation was done.

// crypto.randomUUID, also where the pages come without HTTPS.
globalThis.newOperationId = () =>
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (it) =>
    (it ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (it / 4)))).toString(16),
  );

on(document, "htmx:afterRequest", ({ detail: { elt, successful } }) => {
  if (!successful || !elt.elements) return;
  elt.dispatchEvent(new Event("done"));
  if (elt.elements.operation_id) elt.elements.operation_id.value = newOperationId();
});
