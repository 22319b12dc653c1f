// Long lists, searched by typing: the select of the page stays what is sent, and what browsers fill in.
// The pattern is ARIA's editable combobox with list autocomplete (APG); without this script the select works alone.

/** As people type: case, accents, spaces, hyphens and apostrophes do not count. */
const loose = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[œæøłđıß]/g, (letter) => ({ œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ı: "i", ß: "ss" })[letter])
    .replace(/[\p{Mn}\p{Pd}\s'’‘ʼ`´]/gu, "");

/** Options whose words begin with what was typed, then those that hold it; a code counts as a word of its own. */
function search(options, typed) {
  const wanted = loose(typed);
  if (wanted === "") return options;
  const begins = (option) =>
    option.value.toLowerCase() === wanted || option.text.split(/[\s(-]+/).some((word) => loose(word).startsWith(wanted));
  const first = options.filter((option) => begins(option) || loose(option.text).startsWith(wanted));
  return [...first, ...options.filter((option) => !first.includes(option) && loose(option.text).includes(wanted))];
}

function element(tag, attributes) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function makeSearchable(box) {
  const select = box.querySelector("select");
  const options = [...select.options].filter((option) => option.value !== "");
  const blank = [...select.options].find((option) => option.value === "");
  const nothing = !select.required && blank;
  if (!blank) select.append(new Option("", "")); // for letters that name nothing
  const id = select.id;
  const input = element("input", {
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": `${id}-options`,
    "aria-describedby": [`${id}-search`, `${id}-none`, select.getAttribute("aria-describedby")].filter(Boolean).join(" "),
  });
  const hint = element("p", { id: `${id}-search`, class: "unseen" });
  const list = element("ul", { id: `${id}-options`, role: "listbox", tabindex: "-1", "aria-labelledby": `${id}-label`, hidden: "" });
  const button = element("button", { type: "button", tabindex: "-1", "aria-label": box.dataset.open });
  const line = element("p", { role: "status", class: "unseen" });
  const none = element("p", { id: `${id}-none`, role: "alert", class: "live" });
  let shown = [];
  let active = -1;

  const chosen = () => select.selectedOptions[0];
  const words = () => (chosen()?.value ? chosen().text : "");
  const isOpen = () => !list.hidden;

  const mark = (place) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = place;
    const item = list.children[active];
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    if (item) input.setAttribute("aria-activedescendant", item.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const choose = (option) => {
    select.value = option.value;
    input.value = option.text;
    input.removeAttribute("aria-invalid");
    none.textContent = "";
    close();
  };
  const open = (typed) => {
    shown = search(options, typed);
    list.replaceChildren(
      ...shown.map((option, place) => {
        const item = element("li", { id: `${id}-option-${place}`, role: "option", "aria-selected": "false" });
        item.textContent = option.text;
        item.addEventListener("click", () => choose(option));
        return item;
      }),
    );
    active = -1;
    list.hidden = shown.length === 0;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(isOpen()));
    line.textContent = shown.length === 0 ? "" : box.dataset.found.replace("#", shown.length);
    none.textContent = shown.length === 0 ? box.dataset.none : "";
    mark(typed === "" ? shown.indexOf(chosen()) : 0);
  };
  /**
   * What is read is what is sent: the line that is marked, seen while typing, is the choice (APG: automatic selection).
   * Letters that name nothing stay, choose nothing, and say so.
   */
  const settle = () => {
    if (input.value === words()) return close();
    if (loose(input.value) === "") {
      if (nothing) select.value = "";
      input.value = words();
      none.textContent = "";
      return close();
    }
    if (!isOpen()) open(input.value);
    if (shown[active]) return choose(shown[active]);
    select.value = "";
    input.setAttribute("aria-invalid", "true");
    close();
  };

  const keys = {
    ArrowDown: () => (isOpen() ? mark((active + 1) % shown.length) : open("")),
    ArrowUp: () => (isOpen() ? mark((active <= 0 ? shown.length : active) - 1) : open("")),
    /** Sends the form once what is read is what would be sent, and not before. */
    Enter: (event) => {
      if (event.isComposing || (!isOpen() && input.value === words())) return;
      event.preventDefault();
      if (isOpen() && shown[active]) choose(shown[active]);
      else settle();
    },
    Escape: (event) => {
      if (!isOpen()) return;
      event.preventDefault();
      input.value = words();
      none.textContent = "";
      close();
    },
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") event.preventDefault();
    keys[event.key]?.(event);
  });
  // or the field would lose its focus, and settle, before the click is one
  list.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("input", () => open(input.value));
  input.addEventListener("focus", () => input.select());
  input.addEventListener("click", () => isOpen() || open(""));
  input.addEventListener("blur", settle);
  button.addEventListener("click", () => {
    input.focus();
    if (isOpen()) settle();
    else open("");
  });
  // filled in by the browser, or put back by its Back button
  select.addEventListener("change", () => (input.value = words()));
  addEventListener("pageshow", () => document.activeElement === input || (input.value = words()));

  for (const name of ["aria-invalid", "autofocus"]) {
    if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
    select.removeAttribute(name);
  }
  const focused = document.activeElement === select;
  select.id = `${id}-value`;
  input.required = select.required;
  select.required = false;
  select.tabIndex = -1;
  select.setAttribute("aria-hidden", "true");
  select.classList.add("unseen");
  input.id = id;
  input.value = words();
  hint.textContent = box.dataset.hint;
  button.append(box.querySelector("svg"));
  box.append(input, button, list, hint, line);
  box.after(none);
  if (focused) input.focus();
}

document.querySelectorAll("[data-list]").forEach(makeSearchable);
