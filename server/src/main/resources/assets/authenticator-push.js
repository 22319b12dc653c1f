// Where the system wakes the application for it. Not every browser gives an address, and some never answer: then it hears
// while it is open.

import { call } from "./authenticator-calls.js";
import { base64url, fromBase64url } from "./authenticator-keys.js";

const PATIENCE = 5000; // milliseconds

const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE));

async function subscription() {
  const registration = await navigator.serviceWorker.ready;
  return (
    (await registration.pushManager.getSubscription()) ??
    registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: fromBase64url(document.body.dataset.pushKey),
    })
  );
}

/** Asked for by a button: `default` may become yes or no, once. */
export const canAsk = () => "Notification" in window && "PushManager" in window && Notification.permission === "default";

export const isAllowed = () => "Notification" in window && Notification.permission === "granted";

/** Whether the server can wake this phone from now on. */
export async function subscribe(account) {
  try {
    const given = await Promise.race([subscription(), late()]);
    const told = await call(
      "subscription",
      {
        endpoint: given.endpoint,
        p256dh: base64url(given.getKey("p256dh")),
        auth: base64url(given.getKey("auth")),
      },
      account,
    );
    return told.outcome === "kept";
  } catch {
    return false;
  }
}

export async function askAndSubscribe(account) {
  return (await Notification.requestPermission()) === "granted" && subscribe(account);
}
