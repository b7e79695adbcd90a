/** Which samples can be opened? The list beside the draft, and a menu where there is no room for it. */
import { button, byId, element } from "../../dom/element";
import type { Sample } from "./sample";
import { TO_PEOPLE } from "./to-people";
import { TO_SCHOOLS } from "./to-schools";

const GROUPS: readonly (readonly [title: string, samples: readonly Sample[]])[] = [
  ["To schools", TO_SCHOOLS],
  ["To people", TO_PEOPLE],
];
export const SAMPLES: readonly Sample[] = GROUPS.flatMap(([, samples]) => samples);

export function samplePicker(open: (sample: Sample) => void): void {
  const place = byId("samples");
  const choose = (sample: Sample): void => {
    for (const made of place.querySelectorAll("button")) {
      made.setAttribute("aria-pressed", String(made.dataset.sample === sample.id));
    }
    (byId("samples-menu") as HTMLSelectElement).value = sample.id;
    open(sample);
  };
  for (const [title, samples] of GROUPS) {
    place.append(
      element("h3", {}, title),
      element("ul", {}, ...samples.map((sample) => entry(sample, choose))),
    );
  }
  fillMenu(choose);
}

function entry(sample: Sample, choose: (sample: Sample) => void): HTMLLIElement {
  const press = (): void => {
    choose(sample);
  };
  return element(
    "li",
    {},
    button(
      sample.name,
      {
        class: "sample",
        "data-sample": sample.id,
        "aria-pressed": "false",
        "aria-label": `${sample.name}: ${sample.about}`,
      },
      press,
      element("span", { class: "sample-name" }, sample.name),
      element("span", { class: "sample-about" }, sample.about),
    ),
  );
}

function fillMenu(choose: (sample: Sample) => void): void {
  const menu = byId("samples-menu") as HTMLSelectElement;
  menu.append(
    element("option", { value: "" }, "Try a draft…"),
    ...GROUPS.map(([title, samples]) =>
      element(
        "optgroup",
        { label: title },
        ...samples.map((s) => element("option", { value: s.id }, s.name)),
      ),
    ),
  );
  menu.addEventListener("change", () => {
    const sample = SAMPLES.find((s) => s.id === menu.value);
    if (sample !== undefined) choose(sample);
  });
}
