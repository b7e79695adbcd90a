/* The bulletin desk, made quicker. Every page works without this: it only presses the buttons that are there.
   Single keys can be turned off, and rest while somebody types; dragging has the arrow buttons beside it. */
"use strict";

const KEYS_OFF = "sendwell-keys-off";
const rows = () => [...document.querySelectorAll("[data-row]:not(:disabled)")];
const isTyping = (at) => at.matches("input:not([type=checkbox], [type=radio]), textarea, select");

/* Single keys */
const panel = document.querySelector(".shortcuts");
const box = document.querySelector("#shortcuts-on");

function areKeysOn() {
  try {
    return localStorage.getItem(KEYS_OFF) !== "yes";
  } catch {
    return true;
  }
}

function showKeys() {
  document.documentElement.classList.toggle("keys-on", areKeysOn());
  if (box) box.checked = areKeysOn();
}

if (panel && box) {
  panel.hidden = false;
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(KEYS_OFF, box.checked ? "no" : "yes");
    } catch {
      /* without storage they stay on */
    }
    showKeys();
  });
}
showKeys();

function step(by) {
  const all = rows();
  const here = document.activeElement.closest("li");
  const at = all.findIndex((row) => here && here.contains(row));
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (next) next.focus();
}

document.addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.key === "Escape" && isTyping(at)) {
    at.blur();
    return;
  }
  if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    const row = at.closest("[data-item]");
    const button = row && row.querySelector(`[value^="${event.key === "ArrowUp" ? "up" : "down"} "]`);
    if (button && !button.disabled) {
      event.preventDefault();
      button.click();
    }
    return;
  }
  if (!areKeysOn() || isTyping(at) || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    step(event.key === "j" ? 1 : -1);
    return;
  }
  const target = /^[a-z0-9]$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]:not(:disabled)`);
  if (target) {
    event.preventDefault();
    target.click();
  }
});

/* Dragging within a section. The form is sent with the place where the item was put down. */
for (const list of document.querySelectorAll("[data-section]")) {
  let carried = null;
  let was = null;
  list.addEventListener("dragstart", (event) => {
    carried = event.target.closest("[data-item]");
    was = carried.nextElementSibling;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(carried, 12, 12);
    carried.classList.add("carried");
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("[data-item]");
    if (!carried || !over) return;
    event.preventDefault();
    if (over === carried) return;
    const box = over.getBoundingClientRect();
    over[event.clientY < box.top + box.height / 2 ? "before" : "after"](carried);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", (event) => {
    if (!carried) return;
    const row = carried;
    carried = null;
    row.classList.remove("carried");
    if (event.dataTransfer.dropEffect === "none") list.insertBefore(row, was);
    if (row.nextElementSibling === was) return;
    const told = document.createElement("button");
    told.name = "do";
    told.value = `before ${row.dataset.item} ${row.nextElementSibling?.dataset.item ?? ""}`.trim();
    told.hidden = true;
    list.closest("form").append(told);
    list.closest("form").requestSubmit(told);
  });
}

/* The time left in which an issue can be stopped */
const left = document.querySelector("[data-left]");
if (left) {
  const until = Date.now() + left.dataset.left * 1000;
  const tell = () => {
    const seconds = Math.max(0, Math.round((until - Date.now()) / 1000));
    if (seconds > 5400) return;
    left.textContent = seconds
      ? `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s left.`
      : "The time is over.";
  };
  tell();
  setInterval(tell, 1000);
}

/* Nobody loses what they wrote by a slip */
const kept = [...document.querySelectorAll("form[data-keep]")];
const fromStart = (list) => Math.max(0, [...list.options].findIndex((option) => option.defaultSelected));
const isChanged = (field) => {
  if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
  return field.matches("select") ? field.selectedIndex !== fromStart(field) : field.value !== (field.defaultValue ?? field.value);
};
let sent = null;
for (const form of kept) form.addEventListener("leaving", () => (sent = form)); // told by sending.js
addEventListener("beforeunload", (event) => {
  const isUnsaved = kept.length > 0 && document.querySelector("[data-unsaved]"); // a form that was sent and not taken
  const isLost = kept.some((form) => form !== sent && [...form.elements].some(isChanged));
  if (!isLost && (sent || !isUnsaved)) return;
  sent = null;
  event.preventDefault();
});

/* Schools that are ticked are counted at once: by what the button "Count again" would answer. */
const choosing = document.querySelector("[data-count]");

if (choosing) {
  const SOON = 250;
  let newest = 0;
  choosing.addEventListener("change", (event) => {
    if (!event.target.closest("#for_whom")) return;
    const mine = ++newest;
    setTimeout(async () => {
      if (mine !== newest) return;
      const body = new URLSearchParams(new FormData(choosing));
      body.set("do", "count");
      try {
        const reply = await fetch(choosing.getAttribute("action"), { method: "POST", body });
        const page = new DOMParser().parseFromString(await reply.text(), "text/html");
        const counted = page.querySelector("#reach");
        if (mine === newest && counted) document.querySelector("#reach").replaceChildren(...counted.childNodes);
      } catch {
        /* the button is still there */
      }
    }, SOON);
  });
}
