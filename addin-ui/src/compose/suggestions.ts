/** Who could be meant? The list under a recipient field, as an ARIA combobox: arrows choose, Enter or Tab takes. */
import { element, icon } from "../dom/element";
import { tryOut } from "../words/spoken";
import { type Person, suggest } from "./people";

const PERSON = "M10 3.5a3 3 0 1 0 0 6a3 3 0 1 0 0-6M4 17c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5";

export class Suggestions {
  readonly list: HTMLUListElement;
  #found: readonly Person[] = [];
  #active = -1;

  constructor(
    readonly input: HTMLInputElement,
    readonly name: string,
    readonly people: () => readonly Person[],
    readonly onChoose: (person: Person) => void,
  ) {
    this.list = element("ul", {
      id: `${name}-suggestions`,
      class: "suggestions",
      role: "listbox",
      "aria-label": tryOut.suggestions,
      hidden: true,
    });
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    input.setAttribute("aria-expanded", "false");
  }

  update(): void {
    this.#found = suggest(this.people(), this.input.value);
    this.#active = this.#found.length > 0 ? 0 : -1;
    this.#draw();
  }

  close(): void {
    this.#found = [];
    this.#active = -1;
    this.#draw();
  }

  /** Whether the key was for the list. */
  onKey(event: KeyboardEvent): boolean {
    if (this.#found.length === 0) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) this.#active = (this.#active + step + this.#found.length) % this.#found.length;
    else if (event.key === "Escape") this.close();
    else if (event.key !== "Enter" && event.key !== "Tab") return false;
    else this.#choose(this.#active);
    event.preventDefault();
    event.stopPropagation();
    if (step !== undefined) this.#draw();
    return true;
  }

  #choose(at: number): void {
    const person = this.#found[at];
    if (person !== undefined) this.onChoose(person);
  }

  #draw(): void {
    const isOpen = this.#found.length > 0;
    this.list.replaceChildren(...this.#found.map((person, at) => this.#option(person, at)));
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.input.setAttribute("aria-activedescendant", this.#optionId(this.#active));
    else this.input.removeAttribute("aria-activedescendant");
  }

  #option(person: Person, at: number): HTMLLIElement {
    const made = element(
      "li",
      {
        id: this.#optionId(at),
        class: "suggestion",
        role: "option",
        "aria-selected": at === this.#active ? "true" : "false",
      },
      icon(PERSON, "icon avatar"),
      element(
        "span",
        { class: "suggestion-words" },
        element("span", { class: "suggestion-name" }, person.name),
        element(
          "span",
          { class: "suggestion-about" },
          [person.about, person.address].filter((w) => w !== "").join(" · "),
        ),
      ),
    );
    made.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the field keeps the focus
      this.#choose(at);
    });
    return made;
  }

  #optionId(at: number): string {
    return `${this.name}-suggestion-${at}`;
  }
}
