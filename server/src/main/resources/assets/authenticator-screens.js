// One screen at a time, with words that the server wrote. Whatever comes from elsewhere is put in as text.

const screens = document.querySelectorAll("[data-screen]");
const words = document.getElementById("words").content;

export const screen = (name) => document.querySelector(`[data-screen="${name}"]`);

export function word(key, values = {}) {
  const text = words.querySelector(`[data-word="${key}"]`)?.textContent ?? "";
  return Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value), text);
}

export function fill(room, slots) {
  for (const [name, value] of Object.entries(slots)) {
    room.querySelector(`[data-slot="${name}"]`).textContent = value;
  }
}

/** Parts that are there under a condition: `{ pin: true, webauthn: false }`. */
export function when(room, conditions) {
  for (const [name, holds] of Object.entries(conditions)) {
    for (const part of room.querySelectorAll(`[data-when="${name}"]`)) part.hidden = !holds;
  }
}

export function copyOf(template) {
  return document.getElementById(template).content.cloneNode(true);
}

/** Shown and read out: a screen that comes by itself must not pass unnoticed. */
export function show(name) {
  const room = screen(name);
  const isNew = room.hidden;
  for (const other of screens) other.hidden = other !== room;
  document.body.dataset.shown = name;
  if (isNew) {
    scrollTo(0, 0);
    room.querySelector("h1").focus();
  }
  return room;
}

export const shown = () => document.body.dataset.shown;

/** Beside its field, and tied to it; an empty text takes it away. */
export function complain(room, name, text) {
  const line = room.querySelector(`[data-error="${name}"]`);
  line.querySelector("span").textContent = text;
  line.hidden = text === "";
  const field = room.querySelector(`[name="${name}"]`);
  if (text === "") field?.removeAttribute("aria-invalid");
  else field?.setAttribute("aria-invalid", "true");
}

export function calm(room) {
  for (const line of room.querySelectorAll("[data-error]")) complain(room, line.dataset.error, "");
}

/** Says all that is wrong; the first field at fault has the hand. */
export function complainAll(room, faults) {
  for (const [name, key, values] of faults) complain(room, name, word(`error.${key}`, values));
  room.querySelector("[aria-invalid]")?.focus();
}

/** A form does one thing at a time, and a second press while it does nothing more. */
export function onSubmit(form, act) {
  let busy = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const button = form.querySelector("button[type=submit]");
    button.ariaDisabled = "true";
    calm(form);
    try {
      await act(form);
    } finally {
      busy = false;
      button.ariaDisabled = null;
    }
  });
}

const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "medium" });

export const timeOf = (at) => moment.format(new Date(at));
