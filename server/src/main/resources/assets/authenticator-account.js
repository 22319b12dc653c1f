// The accounts of this phone, and what can be done with each.

import { Away, call } from "./authenticator-calls.js";
import { pending } from "./authenticator-listen.js";
import { askAndSubscribe, canAsk, isAllowed, subscribe } from "./authenticator-push.js";
import { complain, copyOf, fill, onSubmit, screen, show, timeOf, when, word } from "./authenticator-screens.js";
import { all, change, find, forget } from "./authenticator-store.js";

const home = screen("home");
const profile = screen("account");
const removal = screen("remove");
let current;

function tile(account) {
  const copy = copyOf("tile");
  const link = copy.querySelector("a");
  link.href = `#account=${account.device}`;
  fill(copy, { house: account.house, identifier: account.identifier, initial: account.house.slice(0, 1) });
  const count = pending.get(account.device)?.length ?? 0;
  const badge = copy.querySelector('[data-slot="count"]');
  badge.hidden = count === 0;
  badge.textContent = word("pending", { count });
  return copy;
}

export async function openHome() {
  const accounts = await all();
  when(home, { none: accounts.length === 0 });
  home.querySelector("[data-quiet]").classList.toggle("button-quiet", accounts.length > 0);
  home.querySelector('[data-slot="tiles"]').replaceChildren(...accounts.map(tile));
  show("home");
}

function line({ id, action, at }, device) {
  const copy = copyOf("pending");
  copy.querySelector("a").href = `#request=${id}&account=${device}`;
  fill(copy, { action: word(`action.${action}`), at: timeOf(at) });
  return copy;
}

export async function openAccount(device) {
  const account = await find(device);
  if (!account) return openHome();
  current = account;
  const requests = pending.get(device) ?? [];
  fill(profile, {
    house: account.house,
    identifier: account.identifier,
    name: account.name,
    lock: word(`lock.${account.lock.kind}`),
  });
  profile.querySelector('[data-slot="requests"]').replaceChildren(...requests.map((request) => line(request, device)));
  when(profile, { none: requests.length === 0, "ask-notices": canAsk(), "no-notices": !canAsk() && !isAllowed() });
  const { site } = document.body.dataset;
  const whose = new URLSearchParams({ identifier: account.identifier });
  profile.querySelector('[data-slot="password"]').href = `${site}/account/password#${whose}`;
  profile.querySelector('[data-slot="remove"]').href = `#remove=${device}`;
  show("account");
  return undefined;
}

export async function openRemoval(device) {
  const account = await find(device);
  if (!account) return openHome();
  current = account;
  fill(removal, { house: account.house, identifier: account.identifier });
  show("remove");
  return undefined;
}

/** The server first: keys that are gone here could not tell it any more. One that knows us no longer need not be told. */
onSubmit(removal.querySelector("form"), async (form) => {
  try {
    await call("leave", {}, current);
  } catch (failure) {
    complain(form, "remove", word(`error.${failure instanceof Away ? "away" : "failed"}`));
    return;
  }
  await forget(current.device);
  history.replaceState(null, "", location.pathname);
  dispatchEvent(new CustomEvent("accounts"));
  show("removed");
});

profile.querySelector('[data-act="notices"]').addEventListener("click", async () => {
  const works = await askAndSubscribe(current);
  when(profile, { "ask-notices": false, "no-notices": !works });
});

/** Names change, and so do subscriptions: told anew each time the application opens. */
export async function refresh() {
  for (const account of await all()) {
    try {
      const { outcome, house, identifier, name, subscribed } = await call("state", {}, account);
      if (outcome !== "live") continue;
      await change(account.device, (kept) => Object.assign(kept, { house, identifier, name }));
      if (!subscribed && isAllowed()) await subscribe(account);
    } catch {
      return; // no network: as it was
    }
  }
}
