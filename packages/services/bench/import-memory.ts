import { readFileSync } from "node:fs";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { connect } from "@gandan/db/connect";
import { fileOf, goodRows } from "../src/import/import-test-file";
import { runImport } from "../src/import/run-import";
import { startImport, uploadImport } from "../src/import/upload-import";

// A process of its own for import.bench.ts: takes one file in and tells how much memory that took at most.
const [url, unitId, path] = process.argv.slice(2) as [string, string, string];
const app = connect({ url, role: "app", max: 2 });
const oversight = connect({ url, role: "oversight", max: 1 });
const ctx: UnitCtx = {
  db: { app, oversight },
  actor: { staffId: crypto.randomUUID(), name: "Nguyễn Văn A", roles: [{ unitId, role: "desk-officer" }] },
  unitId,
  now: new Date("2026-11-23T01:00:00Z"),
  language: "vi",
};

async function takeIn(bytes: Uint8Array): Promise<string> {
  const { importId } = await uploadImport(ctx, { fileName: "ho-so.csv", bytes });
  await startImport(ctx, { importId, onlyGood: false });
  return runImport(ctx, importId, ctx.now);
}

// Code and connections are there before it counts.
await takeIn(fileOf(goodRows(200, 900_000)));
const bytes = readFileSync(path);
const before = process.memoryUsage.rss();
const end = await takeIn(bytes);
const growth = process.resourceUsage().maxRSS * 1024 - before;
await Promise.all([app.end(), oversight.end()]);
console.log(JSON.stringify({ end, growth }));
