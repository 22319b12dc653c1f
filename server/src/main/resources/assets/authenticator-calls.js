// Every call is signed whole by the phone's own key: where it goes, when, once, and what it says. No cookie goes along.

import { base64url, bytes, random, sha256, sign } from "./authenticator-keys.js";

const { tenant, page } = document.body.dataset;
const PATH = "/authenticator/api/";
const ANOTHER_TIME = 20_000; // milliseconds

/** Nothing was heard. */
export class Away extends Error {}

/** The server's clock, as this phone's tells it: it may be wrong by hours. */
let offset = 0;

export const now = () => Date.now() + offset;

async function send(name, body, { device, key }, signal) {
  const at = now();
  const nonce = base64url(random(16));
  const digest = base64url(await sha256(bytes(body)));
  const text = [tenant, "POST", PATH + name, at, nonce, digest].join("\n");
  const headers = {
    "Content-Type": "application/json",
    "Poterne-At": String(at),
    "Poterne-Nonce": nonce,
    "Poterne-Signature": await sign(key, text),
  };
  if (device) headers["Poterne-Device"] = device;
  try {
    const answer = await fetch(`${page}/api/${name}`, {
      method: "POST",
      body,
      headers,
      signal,
      credentials: "omit",
      cache: "no-store",
    });
    return { at, ...(await answer.json()) };
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Away();
  }
}

/** `outcome` says what came of it. A call refused for its time is sent once more, by the server's clock. */
export async function call(name, message, signer, signal) {
  const body = JSON.stringify(message);
  const first = await send(name, body, signer, signal);
  if (!first.now) throw new Away();
  const apart = first.now - first.at;
  if (Math.abs(apart) < ANOTHER_TIME) return first;
  offset += apart;
  return first.outcome === "refused" ? send(name, body, signer, signal) : first;
}
