// The application: which screen is open, and what comes by itself. The address says where one is, so that "back" works.

import { openAccount, openHome, openRemoval, refresh } from "./authenticator-account.js";
import { openEnrolment } from "./authenticator-enrol.js";
import { listenToAll, pending } from "./authenticator-listen.js";
import { isOpen, isPending, openRequest } from "./authenticator-request.js";
import { show, shown } from "./authenticator-screens.js";
import { all } from "./authenticator-store.js";

const { page } = document.body.dataset;
let awaited = ""; // a request that a notification told of, and that has not been fetched yet

async function route() {
  const to = new URLSearchParams(location.hash.slice(1));
  if (to.has("bind")) {
    history.replaceState(null, "", `${location.pathname}#add`);
    return openEnrolment(to.get("bind"));
  }
  if (to.has("add")) return openEnrolment("");
  if (to.has("request")) return openAwaited(to.get("request"));
  if (to.has("remove")) return openRemoval(to.get("remove"));
  return to.has("account") ? openAccount(to.get("account")) : openHome();
}

/** It may be on its way still: the application has just been woken. */
async function openAwaited(id) {
  if (isPending(id)) return openRequest(id);
  awaited = id;
  return openHome();
}

/** Something is pending, or no longer. Whoever is busy with something else is not torn from it. */
async function heard() {
  const requests = [...pending.values()].flat();
  const open = requests.find(({ id }) => isOpen(id));
  if (shown() === "request") return open ? undefined : openRequest("");
  if (awaited && isPending(awaited)) return go(awaited);
  if (!["home", "account"].includes(shown())) return undefined;
  const next = requests.find(({ id }) => !seen.has(id));
  return next ? go(next.id) : route();
}

const seen = new Set();

function go(id) {
  seen.add(id);
  awaited = "";
  location.hash = `request=${id}`;
}

function workHidden() {
  navigator.serviceWorker?.register(`${page}/service-worker.js`, { scope: page }).catch(() => {});
  navigator.serviceWorker?.addEventListener("message", ({ data }) => openAwaited(data.request));
}

const isAble = () => globalThis.indexedDB && crypto.subtle;

if (isAble()) {
  addEventListener("hashchange", route);
  addEventListener("requests", heard);
  addEventListener("revoked", () => show("revoked"));
  addEventListener("reached", ({ detail }) => (document.getElementById("offline").hidden = detail));
  addEventListener("offline", () => (document.getElementById("offline").hidden = false));
  workHidden();
  try {
    await all();
    await route();
    await listenToAll();
    await refresh();
  } catch {
    show("unable"); // private browsing keeps nothing
  }
} else {
  show("unable");
}
