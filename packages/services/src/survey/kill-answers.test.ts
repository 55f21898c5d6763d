import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { surveyToken } from "@gandan/auth/survey-token";
import { connect } from "@gandan/db/connect";
import { startEmbeddedServer } from "@gandan/db/embedded-server";
import { inUnit } from "@gandan/db/in-unit";
import type { TestDatabase } from "@gandan/db/test-database";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actingAt, fillProcedures, recordAll, takenIn } from "../dossier/dossier-test-unit";
import { migrateDatabase } from "../platform/migrate-database";
import { answerByToken } from "./answer-survey";
import { askingUnit, form, KEY, sent, visitor } from "./answer-test-unit";
import { verifyResponses } from "./fold-responses";
import { moveAnswers } from "./move-answers";

const SHEETS = 500;
const NOW = "2026-11-20T09:50";

let dataFolder: string;
let server: Awaited<ReturnType<typeof startEmbeddedServer>>;
beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), "gandan-answers-"));
  chmodSync(dataFolder, 0o755);
  server = await startEmbeddedServer({ dataFolder });
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Connections to a server of its own, as a test database has them. */
function openDatabase(): TestDatabase {
  const { url, superUrl } = server;
  const inDatabase = new URL(superUrl);
  inDatabase.pathname = "/gandan";
  const root = postgres(inDatabase.href, { max: 2, onnotice: () => {} });
  const [owner, worker] = [connect({ url, max: 1 }), connect({ url, role: "worker", max: 1 })];
  const [app, oversight] = [connect({ url, role: "app", max: 8 }), connect({ url, role: "oversight", max: 1 })];
  const ends = [owner, app, oversight, worker, root];
  return {
    url,
    owner,
    app,
    oversight,
    worker,
    root,
    drop: async () => void (await Promise.all(ends.map((each) => each.end()))),
  };
}

/** The server dies as a machine does: at once, without a word to anybody, and is started anew. */
async function killServer(): Promise<void> {
  const pid = Number(readFileSync(join(dataFolder, "postgresql/data/postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
  await server.stop();
  for (let tries = 0; ; tries++) {
    try {
      server = await startEmbeddedServer({ dataFolder, port: server.port });
      return;
    } catch (error) {
      // Processes of the killed server need a moment to see that it is gone.
      if (tries >= 40) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

it("500 sheets at once, their server killed in the middle: each token answers once, and no answer is lost", {
  timeout: 180_000,
}, async () => {
  await migrateDatabase(server.url);
  const database = openDatabase();
  await fillProcedures(database);
  const { unitId, slug, stampAt } = await askingUnit(database);
  const codes = Array.from({ length: SHEETS }, (_, i) => `H-${String(i).padStart(4, "0")}`);
  const intakes = codes.map((code) => takenIn(code, "2026-11-12T08:20", "2026-11-17T08:20"));
  await recordAll(actingAt(database, unitId, "2026-11-18T08:20"), intakes);
  const invitations = await database.root<{ id: string }[]>`
    insert into survey_invitation (unit_id, dossier_id, form_slug, issued_on, way)
    select ${unitId}, id, ${form.id}, received_on, 'slip' from dossier where unit_id = ${unitId} returning id`;
  expect(invitations).toHaveLength(SHEETS);

  const scope = { db: { app: database.app }, unitId };
  const send = async (n: number) => {
    const id = invitations[n]!.id;
    const token = surveyToken(KEY, unitId, id);
    const who = { address: `203.0.${n >> 8}.${n & 255}` };
    const fields = sent({ chung: String((n % 5) + 1), "y-kien": `phiếu ${n}` });
    const ctx = visitor(database, NOW, who);
    return answerByToken(ctx, { slug, token, stamp: stampAt(`token ${id}`, NOW), fields });
  };
  const acknowledged = new Set<number>();
  const unanswered: number[] = [];
  let killed: Promise<void> | undefined;
  let sending = true;
  const worker = (async () => {
    while (sending) await moveAnswers(scope, new Date()).catch(() => new Promise((r) => setTimeout(r, 50)));
  })();
  await Promise.all(
    invitations.map(async (_, n) => {
      try {
        expect((await send(n)).state).toBe("taken");
        acknowledged.add(n);
        if (acknowledged.size === SHEETS / 4) killed = killServer();
      } catch {
        unanswered.push(n);
      }
    }),
  );
  await killed;
  expect(acknowledged.size).toBeGreaterThanOrEqual(SHEETS / 4);
  expect(unanswered.length).toBeGreaterThan(0);

  // Who got no answer sends again; and so does somebody who did get one.
  const again = [...unanswered, ...[...acknowledged].slice(0, 50)];
  const states = new Map(await Promise.all(again.map(async (n) => [n, (await send(n)).state] as const)));
  sending = false;
  await worker;
  for (const n of acknowledged) if (states.has(n)) expect(states.get(n)).toBe("spent");
  while ((await moveAnswers(scope, new Date())) > 0);

  const { root } = database;
  const texts = await root<{ text: string }[]>`select text from survey_text where unit_id = ${unitId}`;
  expect(texts.map(({ text }) => text).sort()).toEqual(codes.map((_, n) => `phiếu ${n}`).sort());
  const [counts] = await root`
    select (select count(*)::int from survey_response where unit_id = ${unitId}) as kept,
      (select count(*)::int from survey_spent where unit_id = ${unitId}) as spent,
      (select count(*)::int from survey_inbox where unit_id = ${unitId}) as waiting`;
  expect(counts).toEqual({ kept: SHEETS, spent: SHEETS, waiting: 0 });
  expect(await inUnit(scope, (_tx, sql) => verifyResponses(sql, unitId))).toEqual([]);
  await database.drop();
});
