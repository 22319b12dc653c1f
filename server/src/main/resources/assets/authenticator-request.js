// One request: who asks, from where, until when. The number is typed, never chosen (63B 3.1.3).

import { Away, call, now } from "./authenticator-calls.js";
import { pending } from "./authenticator-listen.js";
import { NotUnlocked, prove } from "./authenticator-lock.js";
import { complain, complainAll, fill, onSubmit, screen, show, timeOf, when, word } from "./authenticator-screens.js";
import { find } from "./authenticator-store.js";

const room = screen("request");
const form = room.querySelector("form");
let current; // { account, request }

/** Of whichever account: a notification knows the request alone. */
function sought(id) {
  for (const [device, requests] of pending) {
    const request = requests.find((one) => one.id === id);
    if (request) return { device, request };
  }
  return undefined;
}

export const isPending = (id) => sought(id) !== undefined;

export const isOpen = (id) => current?.request.id === id;

export async function openRequest(id) {
  const found = sought(id);
  const account = found && (await find(found.device));
  if (!account) return close("over");
  const { request } = found;
  if (!isOpen(id)) form.reset();
  current = { account, request };
  const nowhere = word("request.nowhere");
  fill(room, {
    question: word(`question.${request.action}`),
    house: account.house,
    identifier: account.identifier,
    browser: request.browser && request.platform ? word("request.on", request) : request.browser || request.platform || nowhere,
    from: request.from || nowhere,
    at: timeOf(request.at),
  });
  form.elements.number.maxLength = request.digits;
  when(room, { unknown: !request.known, pin: account.lock.kind === "pin", webauthn: account.lock.kind === "webauthn" });
  tick();
  show("request");
  return undefined;
}

function close(end) {
  if (current) {
    const { account, request } = current;
    const rest = (pending.get(account.device) ?? []).filter(({ id }) => id !== request.id);
    pending.set(account.device, rest);
  }
  current = undefined;
  form.reset();
  history.replaceState(null, "", location.pathname);
  show(end);
}

function tick() {
  if (!current) return;
  const left = Math.max(0, Math.ceil((current.request.expires - now()) / 1000));
  fill(room, { left: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` });
  if (left === 0) close("over");
}

setInterval(tick, 1000);

const ENDS = ["approved", "denied", "wrong-number", "over", "unverified"];

async function answer(message) {
  const { account, request } = current;
  const { outcome } = await call("answer", { request: request.id, ...message }, account);
  if (ENDS.includes(outcome)) close(outcome);
  else complain(form, "request", word(`error.${outcome}`) || word("error.failed"));
}

async function attempt(act) {
  try {
    await act();
  } catch (failure) {
    if (failure instanceof NotUnlocked && failure.reason === "wiped") close("wiped");
    else if (failure instanceof NotUnlocked && failure.reason === "pin-wrong") wrongPin(failure.left);
    else complain(form, "request", word(`error.${reason(failure)}`));
  }
}

function wrongPin(left) {
  form.elements.unlock.value = "";
  complainAll(form, [["unlock", "pin-wrong", { left }]]);
}

function reason(failure) {
  if (failure instanceof NotUnlocked) return failure.reason;
  return failure instanceof Away ? "away" : "failed";
}

onSubmit(form, async () => {
  const { account, request } = current;
  const number = form.elements.number.value.replace(/\s/g, "");
  const pin = form.elements.unlock.value;
  const wrong = [];
  if (!new RegExp(`^\\d{${request.digits}}$`).test(number)) wrong.push(["number", "number"]);
  if (account.lock.kind === "pin" && pin === "") wrong.push(["unlock", "pin-missing"]);
  if (wrong.length > 0) return complainAll(form, wrong);
  return attempt(async () => {
    const text = ["approve", request.id, request.action, number].join("\n");
    const proof = await prove(account.device, text, pin);
    await answer({ answer: "approve", number, proof });
  });
});

form.querySelector('[data-act="deny"]').addEventListener("click", () => attempt(() => answer({ answer: "deny", number: "", proof: "" })));
