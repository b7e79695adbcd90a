/**
 * How is a piece of a page made?
 *
 * One builder, text only: a string is always a text node, so words from a draft or a reply can never become
 * markup.
 */
export type Child = Node | string | null | undefined | false;

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...present(children));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** A 20 by 20 line icon from path data; decorative, so hidden from screen readers. */
export function icon(path: string, className = "icon"): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  setAttributes(svg, { viewBox: "0 0 20 20", class: className, "aria-hidden": "true", focusable: "false" });
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export function button(
  label: string,
  attributes: Attributes,
  onPress: () => void,
  ...children: Child[]
): HTMLButtonElement {
  const made = element(
    "button",
    { type: "button", ...attributes },
    ...(children.length > 0 ? children : [label]),
  );
  if (children.length > 0 && attributes["aria-label"] === undefined) made.setAttribute("aria-label", label);
  made.addEventListener("click", onPress);
  return made;
}

/** Text in which words such as "e-mail" and "e-bulletin" are never broken at their hyphen, nor parted from a stop. */
export function prose(text: string): (Node | string)[] {
  return text
    .split(/\b(e-[a-z]+[.,;:!?)”]*)/i)
    .map((part, at) => (at % 2 === 0 ? part : element("span", { class: "whole" }, part)))
    .filter((part) => part !== "");
}

/** The element with this id; a page that lacks it is broken, and says so at once. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element with the id ${id}.`);
  return found;
}

export function present(children: readonly Child[]): (Node | string)[] {
  return children.filter((c): c is Node | string => c !== null && c !== undefined && c !== false && c !== "");
}

function setAttributes(made: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
}
