// While the application is open it waits for requests, one call at a time for each account; hidden, it hears nothing.

import { Away, call } from "./authenticator-calls.js";
import { all, forget } from "./authenticator-store.js";

const WAIT = 25; // seconds that the server may hold a call
const PAUSE = 3000; // milliseconds after a failure
const BETWEEN = 500; // milliseconds: a server that answers at once is not asked without end
const WHILE_PENDING = 2000; // milliseconds: such calls are answered at once
const SLOWEST = 6000; // milliseconds: less and less often, while nothing changes

/** What is pending, by device. */
export const pending = new Map();

/** Those that the server does not hear, though it is there. */
export const unheard = new Set();

const listeners = new Map();

const rest = (time) => new Promise((done) => setTimeout(done, time));

function tell(name, detail) {
  dispatchEvent(new CustomEvent(name, { detail }));
}

const names = (requests) => requests.map(({ id }) => id).join();

async function listen(account, stop) {
  let wait = 0; // what is there already is shown at once
  let pause = WHILE_PENDING;
  while (!stop.aborted) {
    try {
      const told = await call("pending", { wait }, account, stop);
      tell("reached", true);
      if (!told.requests && (await call("state", {}, account, stop)).outcome === "revoked") return await lost(account);
      if (told.requests) {
        const same = names(told.requests) === names(pending.get(account.device) ?? []);
        pause = same ? Math.min(pause * 1.5, SLOWEST) : WHILE_PENDING;
        pending.set(account.device, told.requests);
        unheard.delete(account.device);
      } else {
        unheard.add(account.device);
      }
      tell("requests", account);
      wait = WAIT;
      await rest(told.requests ? (told.requests.length > 0 ? pause : BETWEEN) : PAUSE);
    } catch (failure) {
      if (stop.aborted) return undefined;
      if (failure instanceof Away) tell("reached", false);
      wait = 0;
      await rest(PAUSE);
    }
  }
  return undefined;
}

/** It answers for nobody any more: what is left of its keys goes too. */
async function lost(account) {
  pending.delete(account.device);
  listeners.delete(account.device);
  await forget(account.device);
  tell("revoked", account);
}

/** Called again whenever accounts come or go. */
export async function listenToAll() {
  const accounts = document.hidden ? [] : await all();
  const here = new Set(accounts.map(({ device }) => device));
  for (const [device, stop] of listeners) {
    if (!here.has(device)) {
      stop.abort();
      listeners.delete(device);
    }
  }
  for (const account of accounts) {
    if (!listeners.has(account.device)) {
      const stop = new AbortController();
      listeners.set(account.device, stop);
      listen(account, stop.signal);
    }
  }
}

document.addEventListener("visibilitychange", listenToAll);
addEventListener("accounts", listenToAll);
addEventListener("online", listenToAll);
