// A phone is added: by the link behind the picture, or by what was typed from the computer's page.

import { Away, call } from "./authenticator-calls.js";
import { base64url, freshPair, sha256, spki } from "./authenticator-keys.js";
import { hasPhoneLock, isTrivial, NotUnlocked, phoneLock, pinLock } from "./authenticator-lock.js";
import { complain, complainAll, onSubmit, screen, show, when, word } from "./authenticator-screens.js";
import { keep } from "./authenticator-store.js";

const room = screen("add");
const form = room.querySelector("form");
let link = "";

/** From the address, which forgets it: it is nobody else's to read. */
export async function openEnrolment(code) {
  link = code;
  const offersPhoneLock = await hasPhoneLock();
  when(room, { typed: !link, linked: Boolean(link), lock: offersPhoneLock });
  if (offersPhoneLock && !form.dataset.touched) form.elements.lock.value = "webauthn";
  form.dataset.touched = "yes";
  chooseLock();
  if (form.elements["device-name"].value === "") form.elements["device-name"].value = document.body.dataset.model;
  show("add");
}

function chooseLock() {
  when(form, { pin: form.elements.lock.value === "pin" });
}

function faults() {
  const { identifier, typed, "device-name": name, lock, pin, "pin-again": again } = form.elements;
  const found = [];
  if (!link && identifier.value.trim() === "") found.push(["identifier", "identifier"]);
  if (!link && typed.value.replace(/[\s-]/g, "").length !== 8) found.push(["typed", "code"]);
  if (name.value.trim() === "") found.push(["device-name", "name"]);
  if (lock.value === "pin") {
    if (!/^\d{4,12}$/.test(pin.value)) found.push(["pin", "pin-form"]);
    else if (isTrivial(pin.value)) found.push(["pin", "pin-trivial"]);
    else if (pin.value !== again.value) found.push(["pin-again", "pin-again"]);
  }
  return found;
}

async function enrol() {
  const wrong = faults();
  if (wrong.length > 0) return complainAll(form, wrong);
  const { identifier, typed, "device-name": name, lock: kind, pin } = form.elements;
  const pair = await freshPair();
  const key = await spki(pair.publicKey);
  const text = `enrol\n${base64url(await sha256(key))}`;
  try {
    const lock = kind.value === "pin" ? await pinLock(pin.value, text) : await phoneLock(name.value.trim(), text);
    const told = await call(
      "enrol",
      {
        ...(link ? { code: link } : { identifier: identifier.value.trim(), typed: typed.value }),
        name: name.value.trim(),
        deviceKey: base64url(key),
        verification: lock.told,
        proof: lock.proof,
      },
      { key: pair.privateKey },
    );
    return await settle(told, name.value.trim(), pair.privateKey, lock.kept);
  } catch (failure) {
    return complain(form, "add", word(`error.${reason(failure)}`));
  }
}

async function settle({ outcome, device, house, identifier }, name, key, lock) {
  if (outcome !== "bound") {
    if (outcome === "code" && !link) return complainAll(form, [["typed", "code"]]);
    return complain(form, "add", word(`error.${outcome}`) || word("error.failed"));
  }
  await keep({ device, house, identifier, name, key, lock });
  navigator.storage?.persist?.(); // a phone short of room must not drop keys first
  form.reset();
  delete form.dataset.touched;
  history.replaceState(null, "", location.pathname);
  dispatchEvent(new CustomEvent("accounts"));
  show("added");
  return undefined;
}

function reason(failure) {
  if (failure instanceof NotUnlocked) return failure.reason;
  return failure instanceof Away ? "away" : "failed";
}

form.addEventListener("change", chooseLock);
onSubmit(form, enrol);
