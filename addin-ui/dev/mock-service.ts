/** What answers while there is no service? A stand-in for `npm run dev`: real shapes, made-up judgement. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import type { CheckReply, CheckRequest } from "../src/wire/contract";
import { atTheDesk } from "./desks.ts";
import { bulletin, clear, noSubject, shownFamilies, unknownAudience, webmail } from "./replies.ts";

export function mockService(): Plugin {
  const answer: Connect.NextHandleFunction = (request, response, next) => {
    if (request.url === "/") response.writeHead(302, { Location: "/addin/" }).end();
    else if (request.url === "/try/people.json") send(response, { people: people() });
    else if (request.url === "/api/v1/checks") void check(request, response);
    else if (request.url === "/api/v1/sign-in") send(response, { authority: "" });
    else if (request.url === "/api/v1/choices") response.writeHead(204).end();
    else if (isForTheDesks(request.url)) void atTheDesks(request, response);
    else next();
  };
  return {
    name: "mock-service",
    configureServer: (server) => void server.middlewares.use(answer),
    configurePreviewServer: (server) => void server.middlewares.use(answer),
  };
}

async function check(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { draft } = (await told(request)) as CheckRequest;
  await new Promise((resolve) => setTimeout(resolve, 40));
  send(response, replyTo(draft));
}

async function told(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString() || "{}");
}

const isForTheDesks = (url = ""): boolean => /^\/api\/v1\/(bulletin|bulk-requests)\b/.test(url);

async function atTheDesks(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reply = atTheDesk(request.method ?? "GET", request.url ?? "", await told(request));
  if (reply === null) response.writeHead(404).end();
  else send(response, reply);
}

function replyTo(draft: CheckRequest["draft"]): CheckReply {
  const schools = draft.to.filter((r) => r.address.endsWith(".sch.example")).length;
  if (draft.to.some((r) => r.kind === "contact-list")) return unknownAudience;
  if (schools > 1)
    return { ...bulletin, audience: { ...bulletin.audience, recipients: schools, people: schools, schools } };
  if (/\d{3} \d{3} \d{4}/.test(draft.body.content)) return webmail;
  if (draft.to.length > 3) return { ...clear, verdict: "warn", advice: [shownFamilies] };
  return draft.subject === "" ? { ...clear, verdict: "warn", advice: [noSubject] } : clear;
}

function send(response: ServerResponse, body: object): void {
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

function people(): object[] {
  const cast = [
    { name: "All Staff", address: "all-staff@wealdshire.example", kind: "group", about: "Everyone here" },
    { name: "My schools", address: "", kind: "contact-list", about: "A list of your own" },
    { name: "Priya Shah", address: "p.shah@wealdshire.example", kind: "user", about: "Admissions" },
    { name: "Tom Aldous", address: "t.aldous@wealdshire.example", kind: "user", about: "Finance" },
    { name: "Efua Mensah", address: "e.mensah@wealdshire.example", kind: "user", about: "SEND team" },
    {
      name: "Communications Team",
      address: "communications@wealdshire.example",
      kind: "user",
      about: "Bulletin",
    },
    { name: "Dana Whitlock", address: "dana.whitlock@gmail.com", kind: "outside", about: "A parent" },
    {
      name: "Northfield Supplies",
      address: "sales@northfield-supplies.example",
      kind: "outside",
      about: "A company",
    },
  ];
  const clusters = ["Oakham", "Westbrook", "Marlow Vale", "Ashdown", "Harbour"];
  const schools = clusters.flatMap((cluster, c) =>
    ["Primary School", "Infant School", "Junior School", "C of E Primary School", "High School"].map(
      (kind, s) => ({
        name: `${cluster} ${kind}`,
        address: `office@school${c}${s}.wealdshire.sch.example`,
        kind: "user",
        about: `office · ${cluster}`,
      }),
    ),
  );
  return [...cast, ...schools];
}
