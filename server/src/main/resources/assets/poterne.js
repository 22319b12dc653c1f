// Courtesies on top of pages that work without them. Every text comes from the page's data- attributes.

const all = (selector) => document.querySelectorAll(selector);

/** "Afficher" / "Masquer". Hidden again before it is sent: browsers keep what left as a password. */
function offerReveal(button) {
  const field = document.getElementById(button.getAttribute("aria-controls"));
  const words = {
    password: [button.textContent, button.getAttribute("aria-label")],
    text: [button.dataset.hide, button.dataset.hideLabel],
  };
  const turn = (type) => {
    field.type = type;
    [button.textContent] = words[type];
    button.setAttribute("aria-label", words[type][1]);
  };
  button.hidden = false;
  button.addEventListener("click", () => turn(field.type === "password" ? "text" : "password"));
  field.form.addEventListener("submit", () => turn("password"));
}

/** One polite line below a password field: caps lock, then whether both fields agree. */
function keepLine(field) {
  const input = field.querySelector("input");
  const line = field.querySelector(".live");
  const other = document.getElementById(input.dataset.sameAs ?? "");
  let capsLock = false;
  const say = () => {
    const typed = other && input.value !== "";
    const same = typed && input.value === other.value;
    const different = typed && !same && [...input.value].length >= [...other.value].length;
    const text = capsLock ? field.dataset.capsLock : same ? input.dataset.same : different ? input.dataset.different : "";
    line.classList.toggle("good", text !== "" && text === input.dataset.same);
    if (line.textContent !== text) line.textContent = text;
  };
  const watch = (event) => {
    capsLock = event.getModifierState?.("CapsLock") ?? capsLock;
    say();
  };
  input.addEventListener("keydown", watch);
  input.addEventListener("keyup", watch);
  input.addEventListener("input", say);
  other?.addEventListener("input", say);
  input.addEventListener("blur", () => {
    capsLock = false;
    say();
  });
}

/** Code points, as the server counts them, after the normalisation it applies. */
const length = (text) => [...text.normalize("NFC")].length;

/** A letter without case counts as both, as on the server. */
const kinds = {
  lower: /\p{Lowercase}|(?![\p{Uppercase}\p{Lt}])\p{L}/u,
  upper: /\p{Uppercase}|\p{Lt}|(?!\p{Lowercase})\p{L}/u,
  digit: /\p{Nd}/u,
  special: /[^\p{L}\p{Nd}\p{Mn}]/u,
};
const PASSPHRASE = 20; // characters, from which on no kind is asked

/** What a browser can tell; the other rules are judged when the form is sent. */
const rules = {
  "minimum-length": (text, item) => length(text) >= Number(item.dataset.characters),
  "maximum-length": (text, item) => text !== "" && length(text) <= Number(item.dataset.characters),
  classes: (text, item) => length(text) >= PASSPHRASE || kinds[item.dataset.kind].test(text.normalize("NFC")),
};

function tickRules(list) {
  const input = document.getElementById(list.dataset.rulesOf);
  input.addEventListener("input", () => {
    for (const item of list.querySelectorAll("[data-rule]")) {
      const met = rules[item.dataset.rule]?.(input.value, item) ?? false;
      item.classList.toggle("met", met);
      item.querySelector(".unseen").textContent = met ? list.dataset.met : "";
    }
  });
}

const ROWS = ["azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890"];

/** Whether a character follows from those before it: repeated, the next of a row, or part of a piece seen already. */
function follows(text, at) {
  const [before, now] = [text[at - 1], text[at]];
  const step = now.codePointAt(0) - before.codePointAt(0);
  const pair = before + now;
  return (
    (step >= -1 && step <= 1) ||
    ROWS.some((row) => row.includes(pair) || [...row].reverse().join("").includes(pair)) ||
    (at > 3 && text.slice(0, at - 1).join("").includes(text.slice(at - 2, at + 1).join("")))
  );
}

/**
 * About how many bits whoever guesses must get right. A rough measure, for advice alone: in a run of letters all but the
 * first four are half told by the word they make; a year is one sign, and a sign at the end is what everybody puts there.
 */
function bits(password) {
  const text = [...password.normalize("NFC").toLowerCase().replace(/(19|20)\d\d/g, "%")];
  let [sum, run] = [0, 0];
  text.forEach((sign, at) => {
    const letter = /\p{L}/u.test(sign);
    run = letter ? run + 1 : 0;
    if (at > 0 && follows(text, at)) sum += 0.5;
    else if (letter) sum += run > 4 ? 2 : 3.5;
    else if (/\p{Nd}/u.test(sign)) sum += 3.3;
    else sum += sign === " " || at === text.length - 1 ? 1 : 5;
  });
  const capitals = [...password].filter((sign) => /\p{Lu}/u.test(sign)).length;
  return sum + Math.min(capitals, text.length - capitals);
}

const FAIR = 30; // bits
const STRONG = 45;

/** Advice below the field, said when it changes; nothing is refused for it, and nothing leaves the page. */
function adviseOnStrength(line) {
  const input = document.getElementById(line.dataset.strengthOf);
  input.addEventListener("input", () => {
    const worth = length(input.value) < input.minLength ? 0 : bits(input.value);
    const level = worth >= STRONG ? "strong" : worth >= FAIR ? "fair" : "weak";
    const text = input.value === "" ? "" : line.dataset[level];
    line.classList.toggle("strong", text !== "" && level === "strong");
    if (line.textContent !== text) line.textContent = text;
  });
}

const PATIENCE = 10_000; // milliseconds

/** A second press while the first is under way sends nothing more. */
function sendOnce(form) {
  const button = form.querySelector("button[data-busy]");
  if (!button) return;
  const words = button.textContent;
  const set = (busy) => {
    button.ariaDisabled = String(busy);
    button.textContent = busy ? button.dataset.busy : words;
  };
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
    set(true);
    // A request that was stopped or lost must not leave the form dead.
    setTimeout(() => {
      sent = false;
      set(false);
    }, PATIENCE);
  });
  // Back from the next page: the browser shows this one as it was left.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    sent = false;
    set(false);
  });
}

/** Work that a flood pays dearly and a person does not notice. A form sent before it is done
 * waits for it, as long as patience lasts. */
function solvePuzzle(field) {
  const line = field.form.querySelector("[data-puzzle-line]");
  const button = field.form.querySelector("button[data-busy]");
  const { puzzle, bits, worker: script, solving, solved } = field.dataset;
  let worker;
  let open = true;
  let held; // the submit that waits
  const settle = (answer) => {
    if (!open) return;
    open = false;
    worker?.terminate();
    field.value = answer;
    line.textContent = answer && solved;
    if (held) field.form.requestSubmit(held.submitter);
  };
  const giveUp = () => settle(""); // it is then let in more seldom, not turned away
  const hold = (event) => {
    if (!open) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!held) setTimeout(giveUp, PATIENCE);
    held = event;
    button.ariaDisabled = "true";
    button.textContent = button.dataset.busy;
  };
  field.form.addEventListener("submit", hold, { capture: true }); // before sendOnce, however late the work begins
  try {
    worker = new Worker(script);
    worker.addEventListener("message", ({ data }) => settle(data));
    worker.addEventListener("error", giveUp);
    worker.postMessage({ puzzle, bits: Number(bits) });
    line.textContent = solving;
  } catch {
    giveUp();
  }
}

/** Another image in place, all that was typed left where it is; and work instead of it, for whoever prefers that. */
function offerWays(question) {
  const image = question.querySelector("[data-question-image]");
  const work = question.querySelector("[data-question-work]");
  const puzzle = question.querySelector("[data-puzzle]");
  work.hidden = false;
  let begun = false;
  work.querySelector("input").addEventListener("change", ({ target }) => {
    if (image) image.hidden = target.checked;
    if (target.checked && !begun) solvePuzzle(puzzle);
    begun = true;
  });
  image?.querySelector("[name=challenge-renew]").addEventListener("click", (event) => {
    event.preventDefault();
    renew(question, event.target);
  });
}

async function renew(question, button) {
  const form = button.form;
  const id = form.elements["challenge-id"];
  const answer = form.elements["challenge-answer"];
  const body = new URLSearchParams({ _csrf: form.elements._csrf.value, "challenge-id": id.value });
  const response = await fetch(question.dataset.renew, { method: "POST", body }).catch(() => undefined);
  if (!response?.ok) {
    form.requestSubmit(button); // as without JavaScript: the page comes back with another
    return;
  }
  id.value = (await response.json()).id;
  const shown = question.dataset.images + id.value;
  question.querySelector("img").src = shown + "/image.png";
  question.querySelector("audio").src = shown + "/audio.wav";
  question.querySelector("a[download]").href = shown + "/audio.wav";
  question.querySelector("[data-question-line]").textContent = question.dataset.renewed;
  answer.value = "";
  answer.focus();
}

/**
 * The authenticator says whose password is to be changed, behind the #: no server reads it there, and it leaves the address at
 * once. It goes along to the ways out.
 */
function takeIdentifier() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (!given.has("identifier")) return;
  history.replaceState(null, "", location.pathname + location.search);
  const field = document.querySelector("main input:is([autocomplete~=username], [autocomplete~=email]):not([readonly])");
  if (field?.value === "") field.value = given.get("identifier");
  for (const way of all(".ways-out a")) way.hash = new URLSearchParams({ identifier: given.get("identifier") });
}

/** Browsers show a page one comes back to as it was left: a typed password must not wait in it for the next person. */
function forgetWhenLeft(input) {
  addEventListener("pagehide", () => {
    input.value = "";
    input.dispatchEvent(new Event("input"));
  });
}

/** Nor may a signed-in page, no-store or not: asked again, the server knows who has left. */
function askAgainWhenBack() {
  addEventListener("pagehide", () => (document.body.hidden = true));
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}

/** "Copier": the words of the element it names, which can be selected without this too. */
function offerCopy(button) {
  if (!navigator.clipboard) return;
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText.trim());
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = words), 4_000);
  });
}

/** "Imprimer", and "Télécharger": a file that never leaves the page. */
function offerPrint(button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

function offerSave(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const text = document.getElementById(button.dataset.save).innerText.trim();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" }));
    link.download = button.dataset.file;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

takeIdentifier();
all(".reveal").forEach(offerReveal);
all("[data-copy]").forEach(offerCopy);
all("[data-print]").forEach(offerPrint);
all("[data-save]").forEach(offerSave);
all("[data-password]").forEach(keepLine);
all("[data-rules-of]").forEach(tickRules);
all("[data-strength-of]").forEach(adviseOnStrength);
all("[data-password] input").forEach(forgetWhenLeft);
all("[data-puzzle]:not([data-on-demand])").forEach(solvePuzzle); // before the next line: a form that waits has not been sent
all("form").forEach(sendOnce);
all("[data-question]").forEach(offerWays);
if (document.querySelector("[data-signed-in]")) askAgainWhenBack();
document.querySelector("[aria-invalid]")?.focus();
