// @vitest-environment node
/** Do the sample drafts name days that fit, whichever week they are written in? */
import { describe, expect, it } from "vitest";
import { samplesIn } from "../src/compose/samples/picker";
import type { Sample } from "../src/compose/samples/sample";
import { dayAndYear, readWeek, SOME_WEEK } from "../src/compose/samples/week";

const DAY_MS = 86_400_000;
const daysFrom = (first: string, many: number): string[] =>
  Array.from({ length: many }, (_, n) => new Date(Date.parse(first) + n * DAY_MS).toISOString().slice(0, 10));
/** The last week before Christmas: schools are back on 4 January. */
const DECEMBER = {
  monday: "2026-12-14T10:00:00+00:00",
  term_days: [...daysFrom("2026-12-14", 5), ...daysFrom("2027-01-04", 90)],
  term: "autumn",
  next_term: "spring",
  next_term_from: "January",
};
const JUNE = {
  ...DECEMBER,
  monday: "2027-06-21T10:00:00+01:00",
  term_days: [...daysFrom("2027-06-21", 31), ...daysFrom("2027-09-01", 90)],
  term: "summer",
  next_term: "autumn",
  next_term_from: "September",
};
const one = (id: string, told: unknown): Sample => {
  const found = samplesIn(readWeek(told)).find((sample) => sample.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe("the week of the samples", () => {
  it.each([undefined, null, "monday", {}, { monday: 3 }, { monday: "soon", term_days: ["2026-12-14"] }])(
    "is always the same one when the service does not tell: %j",
    (told) => {
      expect(readWeek(told)).toBe(SOME_WEEK);
    },
  );

  it("is kept with what is missing or wrong in it left out", () => {
    const week = readWeek({ monday: JUNE.monday, term_days: [7, "2027-06-21", null], next_term: "" });
    expect(week).toEqual({ ...SOME_WEEK, monday: JUNE.monday, termDays: ["2027-06-21"] });
  });

  it("names days as they were written, where schools are there", () => {
    expect(one("urgent-return", undefined).body).toContain("deadline is Thursday 19 November 2026.");
    expect(one("false-urgent", undefined).body).toContain("by Friday 4 December.");
    expect(one("role", undefined).subject).toBe("SENCO training day on 12 January");
    expect(one("late-night", undefined).at).toBe("2026-11-19T22:40:00.000Z");
  });

  it("passes over holidays to the same weekday of the next term", () => {
    expect(one("false-urgent", DECEMBER).body).toContain("by Friday 8 January.");
    expect(one("urgent-return", DECEMBER).body).toContain("deadline is Thursday 17 December 2026.");
    expect(dayAndYear(readWeek(DECEMBER), 18)).toBe("Friday 8 January 2027");
    expect(one("role", JUNE).body).toContain("on Tuesday 7 September 2027");
  });

  it("speaks of its own term and of the next", () => {
    expect(one("urgent-return", JUNE).body).toContain("your summer school census return");
    expect(one("all-schools", JUNE).subject).toBe("New in-year admissions form from September");
    expect(one("contact-list", DECEMBER).subject).toBe("Bikeability places for the spring");
  });

  it("is late at night in London, summer or winter", () => {
    expect(one("late-night", JUNE).at).toBe("2027-06-24T21:40:00.000Z");
  });

  it("keeps the weekday that is wrong on purpose wrong", () => {
    for (const [told, said] of [
      [undefined, "25 November 2026"],
      [DECEMBER, "6 January 2027"],
      [JUNE, "30 June 2027"],
    ] as const) {
      expect(one("forgotten-file", told).body).toContain(`on Tuesday ${said.slice(0, -5)}?`);
      expect(new Date(`${said} 12:00Z`).getUTCDay()).toBe(3);
    }
  });

  it("leaves nothing unfilled", () => {
    for (const told of [undefined, DECEMBER, JUNE]) {
      const words = JSON.stringify(samplesIn(readWeek(told)));
      expect(words).not.toMatch(/undefined|NaN|Invalid|\$\{/);
    }
  });
});
