import { type LookUpDossier, SLIP_SIGNS } from "@gandan/model/look-up/look-up-inputs";
import { readBoard } from "../src/board/read-board";
import { lookUpDossier } from "../src/look-up/look-up-dossier";
import { readLookUp } from "../src/look-up/read-look-up";
import { slipCode } from "../src/look-up/slip-code";
import type { RequestCtx } from "../src/session/request-ctx";
import { startBenchDatabase, verdict } from "./bench-database";
import { fillDesk } from "./desk-fill";

const option = Number(process.argv.find((arg) => arg.startsWith("--dossiers="))?.slice("--dossiers=".length));
const TOTAL = option || 1_000_000;
const NOW = new Date("2026-11-20T03:00:00Z");
const key = Buffer.alloc(32, 7);
/** A right look-up with the page it opens; the counts of a board. */
const LIMIT_MS = 50;
/** Between the medians of refusals for a code that exists and one that does not, in the noise of a network. */
const DIFFERENCE_MS = 3;
const SAMPLES = 150;

const database = await startBenchDatabase();
const { root, app, oversight } = database;
let asked = 0;

/** Each request from an address of its own: what is measured is no throttle. */
const visitor = (): RequestCtx => ({
  db: { app, oversight },
  policy: { secondFactor: "offered", idleMinutes: 30, key },
  session: null,
  gate: null,
  now: NOW,
  language: "vi",
  host: "localhost",
  userAgent: null,
  address: `10.${(++asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
});

function percentile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const line = (what: string, times: readonly number[]) =>
  verdict(
    `look-up: ${what}: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms (p50 limit ${LIMIT_MS})`,
    percentile(times, 0.5) <= LIMIT_MS,
  );

try {
  const { most } = await fillDesk(database, TOTAL, TOTAL / 10, NOW);
  const [unit] = await root<{ slug: string }[]>`select slug from unit where id = ${most}`;
  const slug = unit!.slug;
  const dossiers = await root<{ id: string; code: string }[]>`
    select id, external_code as code from dossier where unit_id = ${most} order by hashtext(external_code) limit ${SAMPLES}`;
  console.log(`look-up: ${TOTAL} dossiers of one province, a tenth of them in the unit`);

  const wrong = SLIP_SIGNS.slice(0, 6);
  const refused = (code: string) => {
    const input: LookUpDossier = { slug, code, factor: { kind: "slip", text: wrong } };
    return timed(() => lookUpDossier(visitor(), input).catch(() => null));
  };
  const [there, missing]: [number[], number[]] = [[], []];
  for (const { code } of dossiers) {
    there.push(await refused(code));
    missing.push(await refused(`${code}-0`));
  }
  const [a, b] = [percentile(there, 0.5), percentile(missing, 0.5)];
  verdict(
    `look-up: a refusal takes ${a.toFixed(2)} ms where the code exists and ${b.toFixed(2)} ms where it does not (p50; difference at most ${DIFFERENCE_MS})`,
    Math.abs(a - b) <= DIFFERENCE_MS,
  );

  const right: number[] = [];
  for (const { id, code } of dossiers) {
    right.push(
      await timed(async () => {
        const factor = { kind: "slip", text: slipCode(key, most, id) } as const;
        const { pass } = await lookUpDossier(visitor(), { slug, code, factor });
        await readLookUp(visitor(), { slug, pass });
      }),
    );
  }
  line("found and opened", right);
  const counted: number[] = [];
  for (let i = 0; i < 50; i++) counted.push(await timed(() => readBoard(visitor(), { slug })));
  line("counts of the board", counted);
} finally {
  await database.stop();
}
