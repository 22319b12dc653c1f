// What its holder unlocks for one answer, and what is then signed: exactly the text that was agreed to.
//
// A PIN opens a key of its own. It is wrapped under the PIN stretched (PBKDF2) and mixed with a key that cannot leave this
// browser (HMAC): a copy of the database without this browser leaves nothing to guess at. It never reaches the server.

import { base64url, bytes, freshPairToWrap, fromBase64url, random, sha256, sign, spki, unwrapPrivate } from "./authenticator-keys.js";
import { change, find } from "./authenticator-store.js";

const ROUNDS = 600_000;
export const MOST_WRONG = 10;

/** Nothing was proved: `reason` names the sentence that says why. */
export class NotUnlocked extends Error {
  constructor(reason, left = 0) {
    super(reason);
    this.reason = reason;
    this.left = left;
  }
}

const RUNS = "01234567890 09876543210 14789632 25802580";

/** The first ones that anybody would try: one digit, a run or a walk over the keys, a pair or a half repeated, a year. */
export function isTrivial(pin) {
  const period = (length) => pin.length % length === 0 && pin === pin.slice(0, length).repeat(pin.length / length);
  return period(1) || period(2) || (pin.length > 4 && period(3)) || RUNS.includes(pin) || /^(19|20)\d\d$/.test(pin);
}

async function wrapping(pin, { salt, binder }) {
  const typed = await crypto.subtle.importKey("raw", bytes(pin), "PBKDF2", false, ["deriveBits"]);
  const stretched = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS }, typed, 256);
  const bound = await crypto.subtle.sign("HMAC", binder, stretched);
  const secret = await crypto.subtle.importKey("raw", bound, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: bytes("poterne approval key") };
  return crypto.subtle.deriveKey(how, secret, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
}

/** A new lock: what the phone keeps, what the server is told, and the proof that both are one. */
export async function pinLock(pin, text) {
  const pair = await freshPairToWrap();
  const kept = {
    kind: "pin",
    salt: random(16),
    iv: random(12),
    binder: await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
    wrong: 0,
  };
  const key = await wrapping(pin, kept);
  kept.wrapped = await crypto.subtle.wrapKey("pkcs8", pair.privateKey, key, { name: "AES-GCM", iv: kept.iv });
  return {
    kept,
    told: { kind: "pin", key: base64url(await spki(pair.publicKey)) },
    proof: await sign(pair.privateKey, text),
  };
}

/** Counted before it is tried: closing the page in between gives no try back. The last one takes the key with it. */
async function unlockByPin(device, pin, text) {
  const counted = await change(device, ({ lock }) => (lock.wrong += 1));
  if (!counted?.lock.wrapped || counted.lock.wrong > MOST_WRONG) throw new NotUnlocked("wiped");
  try {
    const { lock } = counted;
    const key = await unwrapPrivate(lock.wrapped, await wrapping(pin, lock), { name: "AES-GCM", iv: lock.iv });
    await change(device, (account) => (account.lock.wrong = 0));
    return await sign(key, text);
  } catch {
    if (counted.lock.wrong < MOST_WRONG) throw new NotUnlocked("pin-wrong", MOST_WRONG - counted.lock.wrong);
    await change(device, ({ lock }) => delete lock.wrapped);
    throw new NotUnlocked("wiped");
  }
}

/** Whether the phone has a lock that it shows to pages. */
export async function hasPhoneLock() {
  return (
    document.body.dataset.phoneLock === "yes" &&
    (await window.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable?.().catch(() => false)) === true
  );
}

/** The same, with the phone's own lock. */
export async function phoneLock(name, text) {
  const credential = await unlocked(
    navigator.credentials.create({
      publicKey: {
        challenge: await sha256(bytes(text)),
        rp: { name: document.title },
        user: { id: random(32), name, displayName: name },
        pubKeyCredParams: [-7, -257].map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: { authenticatorAttachment: "platform", userVerification: "required", residentKey: "discouraged" },
      },
    }),
  );
  const { response } = credential;
  const registration = whole(credential, {
    clientDataJSON: base64url(response.clientDataJSON),
    attestationObject: base64url(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  });
  return { kept: { kind: "webauthn", credential: credential.id }, told: { kind: "webauthn", registration }, proof: "" };
}

async function unlockPhone({ credential: id }, text) {
  const challenge = await sha256(bytes(text));
  const allowCredentials = [{ type: "public-key", id: fromBase64url(id) }];
  const credential = await unlocked(
    navigator.credentials.get({ publicKey: { challenge, allowCredentials, userVerification: "required" } }),
  );
  const { response } = credential;
  return whole(credential, {
    clientDataJSON: base64url(response.clientDataJSON),
    authenticatorData: base64url(response.authenticatorData),
    signature: base64url(response.signature),
  });
}

/** As WebAuthn's own toJSON, which not every phone has. */
const whole = ({ id, type }, response) => ({ id, rawId: id, type, response, clientExtensionResults: {} });

const unlocked = (asking) =>
  asking.catch(() => {
    throw new NotUnlocked("locked");
  });

/** What the person unlocks the phone for. */
export async function prove(device, text, pin) {
  const account = await find(device);
  if (!account) throw new NotUnlocked("wiped");
  return account.lock.kind === "pin" ? unlockByPin(device, pin, text) : unlockPhone(account.lock, text);
}
