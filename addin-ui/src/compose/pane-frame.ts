/**
 * Where does the add-in's pane live in the window?
 *
 * In a frame beside the draft, opened and closed with the ribbon button as in Outlook: a closed pane is gone,
 * an opened one starts anew, and each message has its own. On a narrow screen the draft and the pane take turns.
 */
import { byId, element } from "../dom/element";
import type { PaneServer } from "../host/pane-server";
import { tryOut } from "../words/spoken";
import { conditionQuery } from "./conditions";

export class PaneFrame {
  readonly #place = byId("pane");
  readonly #toggle = byId("toggle-pane");

  constructor(readonly server: PaneServer) {
    this.#toggle.addEventListener("click", () => {
      if (this.isOpen && !this.#isNarrowAndHidden()) this.close();
      else this.#openAndEnter();
    });
    for (const view of ["draft", "pane"] as const) {
      byId(`show-${view}`).addEventListener("click", () => {
        if (view === "pane" && !this.isOpen) this.open();
        this.show(view);
      });
    }
  }

  get isOpen(): boolean {
    return this.#place.querySelector("iframe") !== null;
  }

  /** With a context, the pane goes to the card it names. */
  open(context?: string): void {
    if (context !== undefined) this.server.item.setContext(context);
    this.show("pane");
    if (this.isOpen) return;
    this.#put();
    this.#mark();
  }

  /** Another message is open: what the pane of the last one knew goes with it. */
  renew(): void {
    const wasOpen = this.isOpen;
    this.#remove();
    if (wasOpen) this.#put();
  }

  #put(): void {
    const frame = element("iframe", {
      src: `/addin/pane-try.html${conditionQuery()}`,
      title: tryOut.paneTitle,
    });
    this.#place.append(frame);
    this.server.serve(frame);
  }

  #remove(): void {
    this.#place.querySelector("iframe")?.remove();
    this.server.serve(null);
    this.server.item.setContext("");
  }

  /** Opened by hand, the pane gets the focus, as in Outlook. */
  #openAndEnter(): void {
    this.open();
    const frame = this.#place.querySelector("iframe");
    frame?.addEventListener("load", () => frame.contentWindow?.focus());
  }

  close(): void {
    this.#remove();
    this.show("draft");
    this.#mark();
  }

  show(view: "draft" | "pane"): void {
    document.body.dataset.view = view;
    for (const name of ["draft", "pane"])
      byId(`show-${name}`).setAttribute("aria-pressed", String(name === view));
  }

  #isNarrowAndHidden(): boolean {
    return this.#place.offsetParent === null;
  }

  #mark(): void {
    this.#toggle.setAttribute("aria-pressed", String(this.isOpen));
    document.body.classList.toggle("pane-open", this.isOpen);
  }
}
