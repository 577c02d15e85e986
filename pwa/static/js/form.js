// A form is sent by its page, once: where nothing answers all that was typed is still there. The server says where to go
// on (pwa/sent_by_page.py), or answers with a page, which takes the place of this one.

const PATIENCE_MS = 30_000;
const UPLOAD_MS = 300_000;

on(document, "submit", async (event) => {
  const { target: form, submitter, defaultPrevented } = event;
  if (defaultPrevented) return;
  event.preventDefault();
  if (form.ariaBusy) return;
  form.ariaBusy = "true";
  const fields = new FormData(form, submitter);
  const address = new URL(submitter?.getAttribute("formaction") ?? form.getAttribute("action"), location);
  const answered = form.method === "post" ? post(form, address, fields) : find(address, fields);
  const goes = await answered.catch(({ name }) => notice(name === "TimeoutError" ? "late" : "offline"));
  if (goes) location.assign(goes);
  else form.ariaBusy = null;
});

on(window, "pageshow", ({ persisted }) => {
  for (const form of persisted ? document.querySelectorAll("form[aria-busy]") : []) form.ariaBusy = null;
});

// What is only looked for is asked for by its address, once somebody answers.
async function find(address, fields) {
  address.search = new URLSearchParams(fields);
  await fetch("/health", { method: "HEAD", signal: AbortSignal.timeout(PATIENCE_MS) });
  return address;
}

async function post(form, address, fields) {
  const isUpload = form.enctype.startsWith("multipart");
  const answer = await fetch(address, {
    method: "POST",
    body: isUpload ? fields : new URLSearchParams(fields),
    headers: { "Sent-By": self === top ? "page" : "frame", ...JSON.parse(document.body.getAttribute("hx-headers")) },
    signal: AbortSignal.timeout(isUpload ? UPLOAD_MS : PATIENCE_MS),
  });
  const { headers, status } = answer;
  const goes = headers.get("HX-Redirect");
  const name = /filename="(.+)"/.exec(headers.get("Content-Disposition"))?.[1];
  if (name) return void keep(name, await answer.blob());
  const html = await answer.text();
  const page = new DOMParser().parseFromString(html, "text/html");
  if (answer.ok && !page.querySelector(`[data-draft="${form.dataset.draft}"]`)) form.dispatchEvent(new Event("done"));
  if (page.querySelector("main")) show(page, html);
  else if (headers.has("HX-Reswap")) tell(page.querySelector(".toast"));
  else if (!answer.ok && !goes) noticeOf(status);
  return goes;
}

function show(page, html) {
  scrollTo(0, 0);
  if (globalThis.htmx) return htmx.swap(document.body, html, { swapStyle: "innerHTML" });
  document.title = page.title;
  document.body.replaceWith(page.body);
  arrived(document.body);
}

const keep = (download, blob) => Object.assign(document.createElement("a"), { download, href: URL.createObjectURL(blob) }).click();

// The first field in error is where the hand goes next.
behaviour("error-first", (form) => form.querySelector("[aria-invalid=true]")?.focus());
