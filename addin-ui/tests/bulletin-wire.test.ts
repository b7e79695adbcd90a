// @vitest-environment node
/** Is what the service says of an item read as it is meant? */
import { describe, expect, it } from "vitest";
import { atTheDesk } from "../dev/desks";
import { Stale } from "../src/wire/ask";
import { createBulletinClient, createRequestClient } from "../src/wire/bulletin-client";
import { Trouble } from "../src/wire/client";
import { readFields, readFollowed, readSuggestion } from "../src/wire/read-item";
import { readRequest } from "../src/wire/read-request";

const item = { headline: "New admissions form", summary: "Use it from January." };
const sent = { id: "abcdef0123456789", stage: "submitted", item };

describe("reading what the service says", () => {
  it("finds the words of a mark by code points", () => {
    const read = readSuggestion({
      item: { ...item, body: "🎻 Amira Khan plays" },
      marks: [{ title: "A pupil", start: 2, end: 12 }],
    });
    expect(read.marks).toEqual([{ title: "A pupil", words: "Amira Khan" }]);
  });

  it("tells each part that a gate means once, and none where there is none", () => {
    const part = { field: "contact", words: "12/03/2018" };
    const gates = [{ title: "Public", message: "", stops: true, parts: [part, part, { words: 7 }] }, {}];
    expect(readFollowed({ ...sent, gates }).gates.map(({ parts }) => parts)).toEqual([["12/03/2018"], []]);
  });

  it("takes nothing for an item that is none, and follows no script", () => {
    expect(() => readFollowed({})).toThrow();
    expect(() => readSuggestion({})).toThrow();
    expect(readFollowed({ ...sent, link: "javascript:alert(1)" }).link).toBe("");
  });

  it("has an honest default for everything that is left out", () => {
    expect(readFields(item)).toMatchObject({ body: "", closes: null, links: [], consent: "unknown" });
    expect(readFields(item).for_whom.phases).toEqual([]);
  });

  it("hands faults on by field", async () => {
    const body = {
      detail: "Some fields are wrong.",
      errors: [{ pointer: "/headline", detail: "Write a headline." }],
    };
    const fetcher = (): Promise<Response> =>
      Promise.resolve(
        new Response(JSON.stringify(body), {
          status: 422,
          headers: { "Content-Type": "application/problem+json" },
        }),
      );
    const trouble = await createBulletinClient("", 1000, fetcher)
      .submit("k", readFields(item), null)
      .catch((error: unknown) => error);
    expect((trouble as Trouble).faults).toEqual(new Map([["headline", "Write a headline."]]));
  });

  it("reads a request with the test for urgent mail, and takes nothing for one that is none", () => {
    const steps = [
      { question: "week", asks: "Is it near?", answer: "yes", said: "Yes.", section: "1", quote: "Q" },
    ];
    const read = readRequest({
      id: "abc",
      state: "asked",
      urgency: { answer: "yes", said: "Urgent.", steps },
    });
    expect(read.urgency?.steps).toEqual([{ asks: "Is it near?", said: "Yes.", section: "1", quote: "Q" }]);
    expect(read).toMatchObject({ item: "", may_withdraw: false, asked: { deadline: null } });
    expect(() => readRequest({ id: "abc", state: "unheard-of" })).toThrow();
  });

  it("tells what is gone from what was changed", async () => {
    const answer =
      (status: number): typeof fetch =>
      () =>
        Promise.resolve(
          new Response(JSON.stringify({ detail: "Look first." }), {
            status,
            headers: { "Content-Type": "application/problem+json" },
          }),
        );
    const how = async (status: number): Promise<unknown> => {
      const error: unknown = await createRequestClient("", 1000, answer(status))
        .withdraw("abc", 1)
        .catch((e: unknown) => e);
      return error instanceof Stale ? [error.how, error.message] : error;
    };
    expect(await how(404)).toEqual(["gone", "Look first."]);
    expect(await how(409)).toEqual(["changed", "Look first."]);
    expect(await how(500)).toBeInstanceOf(Trouble);
  });
});

describe("the desks that stand in for the service", () => {
  it("answer as the service does", () => {
    const draft = { subject: "Bikeability", body: { content: "<p>Free places.</p>" } };
    const { item: filled } = readSuggestion(atTheDesk("POST", "/api/v1/bulletin/suggestions", { draft }));
    const { id } = readFollowed(atTheDesk("POST", "/api/v1/bulletin/items", filled));
    const at = `/api/v1/bulletin/items/${id}`;
    expect(readFollowed(atTheDesk("GET", at, {})).item.body).toBe("Free places.");
    expect(readFollowed(atTheDesk("POST", `${at}/withdrawal`, {}))).toMatchObject({ stage: "withdrawn" });
    const asked = readRequest(atTheDesk("POST", "/api/v1/bulk-requests", { kind: "chosen" }));
    const back = atTheDesk("POST", `/api/v1/bulk-requests/${asked.id}/withdrawal`, {});
    expect(readRequest(back)).toMatchObject({ state: "withdrawn", version: 2 });
    expect(atTheDesk("GET", "/api/v1/bulletin/items/none", {})).toBeNull();
  });
});
