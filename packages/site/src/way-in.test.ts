import type { AppLoadContext } from "@remix-run/node";
import { describe, expect, it, vi } from "vitest";
import { knownCaller, personCaller } from "./caller.server";

type Gate = "code" | "idle" | "enrol" | null;

/** Asks as a browser whose session stands before a gate; `holdForm` tells what was kept of it. */
async function ask(
  gate: Gate,
  request: Request,
  caller: typeof personCaller | typeof knownCaller = personCaller,
  asked = request.url,
) {
  const holdForm = vi.fn(async () => {});
  const who = { actor: { name: "Lê Văn L" } };
  const ctx = { language: "vi", session: null, gate: gate && { kind: gate, who } };
  const site = async () => ({ ctx, caller: { session: { holdForm } } });
  const context = { asked, site } as unknown as AppLoadContext;
  const answer = await caller({ request, context }, ["idle"]).catch((thrown: unknown) => thrown);
  const to = answer instanceof Response ? answer.headers.get("Location") : null;
  return { to, held: holdForm.mock.calls.map(([form]: unknown[]) => form) };
}

const page = "http://xa.vn/u/xa/dossiers?queue=late";
const back = encodeURIComponent("/u/xa/dossiers?queue=late");

function sent(fields: [string, string | File][], url = page): Request {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return new Request(url, { method: "POST", body });
}

describe("someone without a session", () => {
  it.each([
    [null, `/sign-in?next=${back}`],
    ["code", `/sign-in/code?next=${back}`],
    ["idle", `/unlock?next=${back}`],
    ["enrol", `/account/second-factor?next=${back}`],
  ] as const)("before the gate %s goes to %s and from there back", async (gate, to) => {
    expect(await ask(gate, new Request(page))).toEqual({ to, held: [] });
  });

  it("comes back to the page, not to the data that its script asked for", async () => {
    const { to } = await ask("idle", new Request("http://xa.vn/u/xa/dossiers.data?queue=late&_routes=root"));
    expect(to).toBe(`/unlock?next=${back}`);
  });
});

describe("what is sent to a locked session", () => {
  it("is kept with its fields in their order, to be sent again", async () => {
    const fields: [string, string][] = [
      ["name", "Nguyễn Thị Ánh"],
      ["paper", "Bản sao"],
      ["paper", "Tờ khai"],
    ];
    expect(await ask("idle", sent(fields))).toEqual({
      to: `/unlock?next=${encodeURIComponent("/held")}`,
      held: [{ address: "/u/xa/dossiers?queue=late", fields }],
    });
  });

  it("goes back to the index route that it was meant for", async () => {
    const asked = "http://xa.vn/u/xa/settings.data?index&_routes=x";
    const { held } = await ask("idle", sent([["a", "b"]], "http://xa.vn/u/xa/settings"), personCaller, asked);
    expect(held).toEqual([{ address: "/u/xa/settings?index=", fields: [["a", "b"]] }]);
  });

  it("is not kept when there is a file in it, or nothing", async () => {
    for (const fields of [[["file", new File(["x"], "x.csv")] as [string, File]], []]) {
      expect(await ask("idle", sent(fields))).toEqual({ to: `/unlock?next=${back}`, held: [] });
    }
  });

  it("is not kept for somebody who is not known, or has the code still to give", async () => {
    for (const gate of [null, "code", "enrol"] as const) {
      expect((await ask(gate, sent([["name", "x"]]))).held).toEqual([]);
    }
  });
});

it("lets nobody past another gate than the one of the page", async () => {
  expect((await ask("code", new Request("http://xa.vn/unlock?next=/u/xa"), knownCaller)).to).toMatch(
    /^\/sign-in\/code/,
  );
  expect((await ask("idle", new Request("http://xa.vn/unlock?next=/u/xa"), knownCaller)).to).toBeNull();
});
