// Passkeys: what the browser's authenticator says is put into the form as JSON, and the form is sent as any other.

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
const decode = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
const encode = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

behaviour("passkey", (form) => {
  const { credential } = form.elements;
  form.hidden = form.dataset.passkey === "find" && !globalThis.PublicKeyCredential;
  on(window, "pagehide", () => (credential.value = ""));
  on(form, "submit", async (event) => {
    if (credential.value) return;
    event.preventDefault();
    const problem = form.querySelector("[data-passkey-problem]");
    problem.hidden = true;
    try {
      credential.value = JSON.stringify(plain(await (form.dataset.passkey === "create" ? create(form) : find(form))));
    } catch {
      problem.hidden = false;
      return;
    }
    form.requestSubmit();
  });
});

async function create({ dataset }) {
  const asked = JSON.parse(dataset.passkeyOptions);
  asked.challenge = decode(asked.challenge);
  asked.user.id = decode(asked.user.id);
  for (const known of asked.excludeCredentials) known.id = decode(known.id);
  return navigator.credentials.create({ publicKey: asked });
}

async function find({ action }) {
  const asked = await (await fetch(`${action}/options`, { method: "POST" })).json();
  asked.challenge = decode(asked.challenge);
  return navigator.credentials.get({ publicKey: asked });
}

function plain({ id, type, response }) {
  const said = PARTS.filter((part) => response[part]).map((part) => [part, encode(response[part])]);
  return { id, rawId: id, type, response: Object.fromEntries(said) };
}
