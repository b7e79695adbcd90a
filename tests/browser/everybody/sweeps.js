// What is wrong with a page that only the page itself can tell? Each function answers with faults in words, or none.
window.sweeps = (() => {
  // Where moving sideways is meant: tables of many columns, and text that is code (WCAG 2.2, 1.4.10).
  const MAY_MOVE_SIDEWAYS = ".sideways, .sideways *, pre, pre *, .code, .code *";
  // Cut off on purpose, and told in words beside it: folded rows ("and 9 more"), the watermark, and heads of columns
  // on a phone, where each cell says its own.
  const HEADS = ".table thead, .table thead *";
  const FOLDED = ".unseen, .skip, .recipient-box, .marked, svg, iframe, input, textarea, select";
  const CONTROLS =
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, iframe, [tabindex], [contenteditable="true"]';
  const PRESSABLE = 'a[href], button, input, select, textarea, summary, label, option, [role="option"]';

  const isSeen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(isSeen);
  const words = (e) => (e.getAttribute("aria-label") || e.innerText || e.value || e.id || "").trim().slice(0, 50);
  const named = (e) => {
    const kind = typeof e.className === "string" && e.className !== "" ? `.${e.className.trim().replace(/\s+/g, ".")}` : "";
    return `${e.tagName.toLowerCase()}${kind} “${words(e).replace(/\s+/g, " ")}”`;
  };
  const isFolded = (e) => e.offsetWidth <= 1 && e.offsetHeight <= 1; // for screen readers alone
  const unique = (faults) => [...new Set(faults)].slice(0, 8);

  // Nothing stands or moves beyond the sides of the window.
  const wide = () => {
    const faults = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) faults.push("the page moves sideways");
    for (const e of all("body *")) {
      if (e.closest(MAY_MOVE_SIDEWAYS) || e.matches(HEADS) || e.closest(".unseen, .skip, svg, select")) continue;
      const { overflowX } = getComputedStyle(e);
      if (/auto|scroll/.test(overflowX) && e.tagName !== "TEXTAREA" && e.scrollWidth > e.clientWidth + 1)
        faults.push(`moves sideways: ${named(e)}`);
      const box = e.getBoundingClientRect();
      if (box.right > width + 1 && box.width > 0 && !e.closest(".recipient-box")) faults.push(`runs off the side: ${named(e)}`);
    }
    for (const t of all(".chart text"))
      if (t.getBoundingClientRect().right > t.closest("svg").getBoundingClientRect().right)
        faults.push(`runs out of its chart: ${t.textContent}`);
    return unique(faults);
  };

  // Nothing is cut off where it cannot be scrolled to.
  const cut = () => {
    const faults = [];
    for (const e of [document.body, ...all("body *")]) {
      if (e.closest(FOLDED) || e.matches(HEADS) || isFolded(e)) continue;
      const style = getComputedStyle(e);
      if (style.display.startsWith("inline") && style.display === "inline") continue;
      const isCutX = /hidden|clip/.test(style.overflowX) && style.textOverflow !== "ellipsis";
      if (isCutX && e.scrollWidth > e.clientWidth + 1) faults.push(`cut off at its side: ${named(e)}`);
      if (/hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1)
        faults.push(`cut off below: ${named(e)}`);
    }
    return unique(faults);
  };

  // With reduced motion asked for, nothing moves by itself.
  const moving = () =>
    unique(
      all("body, body *")
        .filter((e) => {
          const style = getComputedStyle(e);
          const lasts = (given) => given.split(",").some((one) => parseFloat(one) > 0);
          return lasts(style.transitionDuration) || (style.animationName !== "none" && lasts(style.animationDuration));
        })
        .map((e) => `moves: ${named(e)}`),
    );

  // What looks as if it could be pressed is a control, which the keyboard can press too.
  const pressable = () =>
    unique(
      all("body *")
        .filter((e) => getComputedStyle(e).cursor === "pointer" && !e.closest(PRESSABLE))
        .map((e) => `looks pressable and is no control: ${named(e)}`),
    );

  // Colour never says it alone: marks have words, wrong fields have theirs.
  const colourAlone = () => {
    const faults = all(".badge, .severity, .stage, .notice-title").filter((e) => e.innerText.trim() === "");
    const wrong = all("[aria-invalid=true]").filter((e) => {
      const ids = `${e.getAttribute("aria-describedby") || ""} ${e.getAttribute("aria-errormessage") || ""}`;
      return !ids.split(/\s+/).some((id) => id !== "" && (document.getElementById(id)?.innerText || "").trim() !== "");
    });
    return unique([
      ...faults.map((e) => `a mark without words: ${named(e)}`),
      ...wrong.map((e) => `wrong, and nothing says why: ${named(e)}`),
    ]);
  };

  const LOOKS = ["fontWeight", "textDecorationLine", "outlineStyle", "outlineWidth"];
  const EDGES = ["Top", "Right", "Bottom", "Left"].flatMap((side) =>
    ["Width", "Style", "Color"].map((what) => `border${side}${what}`),
  );
  const look = (e) => [...LOOKS, ...EDGES].map((name) => getComputedStyle(e)[name]).join("|");

  // With forced colours, what is chosen still looks other than what is not.
  const marks = () =>
    unique(
      all('[aria-current]:not([aria-current="false"]), [aria-pressed="true"], [aria-selected="true"]')
        .filter((e) => {
          const group = e.closest("ul, ol, nav, [role=group], [role=listbox], .views, .top-tools");
          const others = [...(group?.querySelectorAll(e.tagName) ?? [])].filter(
            (o) => isSeen(o) && !o.matches('[aria-current], [aria-pressed="true"], [aria-selected="true"]'),
          );
          return others.length > 0 && others.some((o) => look(o) === look(e) && o.className === e.className);
        })
        .map((e) => `looks as the others without our colours: ${named(e)}`),
    );

  // And what has a ground of its own has an edge in its place.
  const edges = () =>
    unique(
      all(".badge, .notice, .card, article, .timing, .button, .primary, .field :is(select, textarea, input[type=text])")
        .filter((e) => !e.matches("div:empty") && EDGES.every((name) => !name.endsWith("Style") || getComputedStyle(e)[name] === "none"))
        .map((e) => `no edge without our colours: ${named(e)}`),
    );

  // The order in which Tab goes is the order in which things stand.
  const order = () =>
    unique(
      all("body *")
        .filter((e) => {
          const style = getComputedStyle(e);
          return style.order !== "0" || /reverse/.test(style.flexDirection) || e.tabIndex > 0;
        })
        .map((e) => `stands elsewhere than Tab goes: ${named(e)}`),
    );

  // The walk with Tab: where it should stop, how each stop looked before, and what is seen at the stop it has come to.
  let stops = [];
  let before = null;
  const around = (e) => [e, e.parentElement, e.parentElement?.parentElement].filter(Boolean);
  const dress = (e) =>
    around(e).map((one) => `${look(one)}|${getComputedStyle(one).boxShadow}|${getComputedStyle(one).backgroundColor}`).join("/");
  const isStop = (e) => {
    if (e.disabled || e.tabIndex < 0 || e.closest("[inert]") || !isSeen(e)) return false;
    if (e.tagName === "SUMMARY") return e.parentElement.tagName === "DETAILS";
    if (e.type !== "radio") return true;
    const group = all(`input[type="radio"][name="${CSS.escape(e.name)}"]`).filter((one) => one.form === e.form && !one.disabled);
    const chosen = group.find((one) => one.checked);
    return chosen ? chosen === e : group[0] === e || group.at(-1) === e;
  };
  const begin = () => {
    const within = document.querySelector("dialog:modal") ?? document;
    window.focus();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    window.scrollTo(0, 0);
    before = null;
    stops = [...within.querySelectorAll(CONTROLS)].filter(isStop).map((e) => ({ e, was: dress(e), met: false }));
    // Behind a dialog the page takes no focus: it stays on the dialog's first button.
    for (const stop of stops) stop.met = stop.e === document.activeElement;
    return stops.length;
  };
  const points = (box) => {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (right - left < 1 || bottom - top < 1) return [];
    const dx = Math.min(4, (right - left) / 3), dy = Math.min(4, (bottom - top) / 3);
    return [
      [(left + right) / 2, (top + bottom) / 2],
      [left + dx, top + dy], [right - dx, top + dy], [left + dx, bottom - dy], [right - dx, bottom - dy],
    ];
  };
  const isHidden = (e) =>
    ![...e.getClientRects()].flatMap(points).some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (e.contains(hit) || hit.contains(e) || hit.closest("label")?.control === e);
    });
  // Null when the focus has gone out of the page.
  const here = () => {
    const e = document.activeElement;
    if (e === null || e === document.body || e === document.documentElement || !document.hasFocus()) return null;
    const at = stops.findIndex((stop) => stop.e === e);
    const faults = [];
    if (e.tagName !== "IFRAME") {
      if (at >= 0 && !stops[at].met && dress(e) === stops[at].was && getComputedStyle(e).outlineStyle === "none")
        faults.push(`the focus is not seen on ${named(e)}`);
      if (isHidden(e)) faults.push(`the focus is hidden on ${named(e)}`);
    }
    // A date has a stop for its day, its month and its year: staying in it is not going round.
    const again = at >= 0 && stops[at].met && e !== before && e.tagName !== "IFRAME";
    before = e;
    if (at >= 0) stops[at].met = true;
    return { at, again, faults, frame: e.tagName === "IFRAME" };
  };
  // "and 9 more" is gone when Tab comes there: the box with all of them unfolds first.
  const missed = () =>
    unique(
      stops
        .filter(({ e, met }) => !met && e.isConnected && isStop(e) && !e.matches(".more-people"))
        .filter(({ e }) => e.type !== "radio" || !stops.some((o) => o.met && o.e.name === e.name))
        .map(({ e }) => `Tab never reaches ${named(e)}`),
    );

  // Whatever stands under a bar that stays put comes out from under it when it gets the focus (WCAG 2.2, 2.4.11).
  const covered = () => {
    const bars = all("body *").filter((e) => /sticky|fixed/.test(getComputedStyle(e).position));
    if (bars.length === 0) return [];
    begin();
    const hidden = stops
      .filter(({ e }) => e.tagName !== "IFRAME" && !bars.some((bar) => bar.contains(e)))
      .filter(({ e }) => {
        window.scrollTo(0, window.scrollY + e.getBoundingClientRect().top);
        e.focus();
        return isHidden(e);
      });
    return unique(hidden.map(({ e }) => `the focus stays under a bar on ${named(e)}`));
  };

  // Wider lines, letters and words, as somebody may set them for themselves (WCAG 2.2, 1.4.12).
  const SPACED =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
  const space = (isOn) => {
    const sheet = new CSSStyleSheet(); // made here: one belongs to the document that was there when it was made
    sheet.replaceSync(isOn ? SPACED : "");
    document.adoptedStyleSheets = [sheet];
  };
  const grow = (size) => {
    document.documentElement.style.fontSize = size;
  };

  return { wide, cut, moving, pressable, colourAlone, marks, edges, order, begin, here, missed, covered, space, grow };
})();

// What is said aloud: words that come into a place which was there before, and alerts.
window.heard = window.heard ?? [];
window.listen = () => {
  if (document.listening) return false;
  document.listening = true;
  const PLACES = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], output';
  const say = (e) => {
    const said = (e?.textContent ?? "").trim();
    if (said !== "") window.heard.push(said);
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      const at = change.target.nodeType === 1 ? change.target : change.target.parentElement;
      if (at?.closest(PLACES)) say(at.closest(PLACES));
      for (const added of change.addedNodes)
        if (added.nodeType === 1)
          for (const alert of [added, ...added.querySelectorAll('[role="alert"]')])
            if (alert.matches('[role="alert"]')) say(alert);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
  return () => document.querySelectorAll(PLACES).forEach(say);
};
window.listen();
// A frame can keep its window and be given another document, which nobody listens to: then what stands there now is told.
window.told = () => {
  const late = window.listen();
  if (late) late();
  return window.heard;
};
