// Passkeys: asks the browser for one, and sends its answer with the page's own form. Every text comes from the page's data-
// attributes. Without this script, or in a browser that has no passkeys, the forms stay hidden and the page says so.

const forms = [...document.querySelectorAll("form[data-act]")];
const RENEWED = 4 * 60_000; // milliseconds: a challenge lives five minutes

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.codePointAt(0));
const text = (buffer) =>
  btoa(String.fromCodePoint(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

/** What the server says as base64url, browsers take as bytes (WebAuthn L3 §5.1.8). */
function withBytes(options) {
  const descriptors = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));
  return {
    ...options,
    challenge: bytes(options.challenge),
    user: options.user && { ...options.user, id: bytes(options.user.id) },
    allowCredentials: descriptors(options.allowCredentials),
    excludeCredentials: descriptors(options.excludeCredentials),
  };
}

/** And back. What a browser knows beside that is not sent. */
function asText({ id, rawId, type, response }) {
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
    .filter((name) => response[name])
    .map((name) => [name, text(response[name])]);
  return JSON.stringify({
    id,
    rawId: text(rawId),
    type,
    clientExtensionResults: {},
    response: { ...Object.fromEntries(parts), transports: response.getTransports?.() },
  });
}

async function complete(form, how = {}) {
  const answer = await fetch(form.dataset.options, { headers: { Accept: "application/json" } });
  if (answer.redirected) return location.reload(); // the session is over: the page itself says so
  const { challenge, options } = await answer.json();
  const act = form.dataset.act === "create" ? "create" : "get";
  const credential = await navigator.credentials[act]({ publicKey: withBytes(options), ...how });
  form.elements.challenge.value = challenge;
  form.elements.credential.value = asText(credential);
  form.submit();
}

/** The browser's own list below the field of the door: no button, no window, until one is chosen. */
function listen(form) {
  let asking = Promise.resolve();
  let controller = new AbortController();
  let timer;
  const stop = () => {
    clearTimeout(timer);
    controller.abort();
    return asking;
  };
  const start = async () => {
    await stop();
    controller = new AbortController();
    asking = complete(form, { mediation: "conditional", signal: controller.signal }).catch(() => {});
    timer = setTimeout(start, RENEWED);
  };
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => event.persisted && start());
  start();
  return { stop, start };
}

const reasons = { NotAllowedError: "cancelled", AbortError: "cancelled", InvalidStateError: "known" };

async function offer(form) {
  const line = form.querySelector("[data-line]");
  const button = form.querySelector("button");
  let busy = false;
  let list; // the browser's, while nobody has pressed the button
  const set = (isBusy, words) => {
    busy = isBusy;
    button.ariaDisabled = String(isBusy);
    line.textContent = words;
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    set(true, form.dataset.asking);
    await list?.stop();
    try {
      await complete(form);
    } catch (error) {
      set(false, form.dataset[reasons[error.name]] ?? form.dataset.failed);
      list?.start();
    }
  });
  addEventListener("pageshow", (event) => event.persisted && set(false, ""));
  form.hidden = false;
  if (form.dataset.act === "listen" && (await PublicKeyCredential.isConditionalMediationAvailable?.())) list = listen(form);
}

document.querySelectorAll("[data-without-script]").forEach((line) => (line.hidden = true));
if (window.PublicKeyCredential && navigator.credentials) forms.forEach(offer);
else document.querySelectorAll("[data-without-passkeys]").forEach((line) => (line.hidden = false));
