/* Nothing that somebody wrote is lost on its way. Before a form leaves its page it is found out whether Sendwell answers,
   and still knows who they are; if not, the form stays as it is and says so. A second press while one is under way is one. */
"use strict";

const PATIENCE_MS = 5000;
const SAID = {
  away: ["Sendwell cannot be reached just now. Nothing was sent.", "What you wrote still stands here."],
  out: ["You were signed out. Nothing was sent.", "What you wrote still stands here. "],
};

async function whyNot() {
  try {
    const reply = await fetch("/account", { redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
    if (reply.type === "opaqueredirect") return "out";
    return reply.status >= 500 ? "away" : "";
  } catch (error) {
    return error.name === "TimeoutError" ? "" : "away";
  }
}

function made(tag, words, more = {}) {
  return Object.assign(document.createElement(tag), { textContent: words, ...more });
}

function told(why, again) {
  const [title, words] = SAID[why];
  const notice = made("div", "", { className: "notice notice-warn not-sent", tabIndex: -1 });
  notice.setAttribute("role", "alert");
  const said = made("p", words);
  if (why === "out") {
    const href = `/who?then=${encodeURIComponent("/account")}`;
    said.append(made("a", "Sign in in another tab", { href, target: "_blank", rel: "noopener" }), ", then try again.");
  }
  const press = made("button", "Try again", { type: "button", className: "button" });
  press.addEventListener("click", again);
  const row = made("p", "");
  row.append(press);
  notice.append(made("p", title, { className: "notice-title" }), said, row);
  return notice;
}

for (const form of document.querySelectorAll("main form[method=post]")) {
  let state = "here";
  form.addEventListener("submit", async (event) => {
    if (state === "going") {
      state = "gone";
      setTimeout(() => (state = "here"), PATIENCE_MS); // the answer was a file, or never came
      return;
    }
    event.preventDefault();
    if (state !== "here") return;
    state = "asking";
    const pressed = event.submitter;
    const why = await whyNot();
    form.querySelector(".not-sent")?.remove();
    state = why === "" ? "going" : "here";
    if (why === "") {
      form.dispatchEvent(new Event("leaving"));
      form.requestSubmit(pressed);
      return;
    }
    const notice = told(why, () => form.requestSubmit(pressed));
    form.prepend(notice);
    notice.focus();
  });
  addEventListener("pageshow", () => (state = "here")); // back to it, as it was
  addEventListener("beforeunload", (event) => setTimeout(() => event.defaultPrevented && (state = "here"))); // or stayed
}
