import type { UnitCtx } from "@gandan/auth/unit-context";
import { connect } from "@gandan/db/connect";
import { databaseAway } from "@gandan/db/database-away";
import { AppError } from "@gandan/model/error/app-error";
import { foldRollups } from "../rollup/fold-rollups";
import { actOnDossier } from "./act-on-dossier";
import { COPY } from "./dossier-test-unit";
import { receiveDossier } from "./receive-dossier";

/**
 * Twenty officers of one unit and its worker in one process, for tests that kill it, or the server under it. An officer
 * takes dossiers in, takes them to their end and passes on the one that all share; each deed is told on a line of stdout
 * once it is acknowledged. Whose form was lost with a connection sends it again, as a person would.
 * Arguments: address of the database, unit, number of the first form.
 */
const [url, unitId, first] = process.argv.slice(2) as [string, string, string];
const OFFICERS = 20;
const app = connect({ url, role: "app", max: 8, name: "desk-loop" });

const ctxOf = (officer: number): UnitCtx => ({
  db: { app, oversight: app },
  actor: { staffId: `officer-${officer}`, name: `Cán bộ ${officer}`, roles: [{ unitId, role: "desk-officer" }] },
  unitId,
  now: new Date(),
  language: "vi",
});

const say = (...words: (string | number)[]) => process.stdout.write(`${words.join(" ")}\n`);

/** Sends until it is answered; `lost` tells whether an earlier sending may have got through. */
async function send<T>(work: (lost: boolean) => Promise<T>): Promise<T> {
  for (let lost = false; ; lost = true) {
    try {
      return await work(lost);
    } catch (error) {
      if (databaseAway(error) === null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}

/** One deed upon what was seen. A clash after a lost answer is the deed's own, when nobody else works on the dossier. */
async function act(
  officer: number,
  dossierId: string,
  seen: number,
  type: "forward" | "finish" | "hand-over" | "close",
) {
  const deed = type === "forward" ? { type, to: `Cán bộ ${officer}` } : { type };
  await send(async (lost) => {
    try {
      await actOnDossier(ctxOf(officer), { dossierId, seen, deed });
    } catch (error) {
      if (!(lost && error instanceof AppError && error.code === "CONFLICT")) throw error;
    }
  });
  say("act", dossierId, seen + 1);
}

async function work(officer: number): Promise<never> {
  for (let n = 0; ; n++) {
    const key = `00000000-0000-4000-8000-${String(Number(first) + officer * 10_000 + n).padStart(12, "0")}`;
    const form = {
      procedure: COPY,
      channel: "direct" as const,
      applicantName: "Nguyễn Văn A",
      papers: [],
      complete: true,
    };
    const { dossierId, externalCode } = await send(() => receiveDossier(ctxOf(officer), { ...form, key }));
    say("receive", key, dossierId, externalCode);
    for (const [i, type] of (["forward", "finish", "hand-over", "close"] as const).entries()) {
      await act(officer, dossierId, 2 + i, type);
    }
    await passOn(officer);
  }
}

/** All want the same dossier at once: one of them gets it, the others are told and look again. */
async function passOn(officer: number): Promise<void> {
  const shared = await send(async () => {
    const rows = await app.sql.begin(async (sql) => {
      await sql.unsafe(`set local app.unit_id = '${unitId}'`);
      return sql<{ id: string; seen: number }[]>`
        select id, last_seq as seen from dossier where external_code = 'SHARED'`;
    });
    return rows[0]!;
  });
  try {
    await actOnDossier(ctxOf(officer), {
      dossierId: shared.id,
      seen: shared.seen,
      deed: { type: "forward", to: `Cán bộ ${officer}, lần ${crypto.randomUUID()}` },
    });
    say("act", shared.id, shared.seen + 1);
  } catch (error) {
    if (databaseAway(error) === null && !(error instanceof AppError && error.code === "CONFLICT")) throw error;
  }
}

async function foldForever(): Promise<never> {
  for (;;) {
    await send(() => foldRollups({ db: { app }, unitId }, new Date()));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

await Promise.all([foldForever(), ...Array.from({ length: OFFICERS }, (_, officer) => work(officer))]);
