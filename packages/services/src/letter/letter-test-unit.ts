import { randomUUID } from "node:crypto";
import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import { actingAt, adoptOwn, moment, recordAll, takenIn } from "../dossier/dossier-test-unit";

export const ORIGIN = "https://xa.example";

/** What a letter of these tests says. */
export const LETTER_CONTENT = {
  honorific: "Bà",
  addressee: "Nguyễn Thị A",
  cause: "Kết quả xác minh của cơ quan cấp trên về chậm",
  newDueAt: moment("2026-11-26T16:00").toISOString(),
  responsible: "Nguyễn Văn B, công chức Tư pháp – Hộ tịch",
  remedy: "Gửi kết quả qua bưu chính, không thu thêm tiền",
};

export interface LetterUnit {
  unitId: string;
  chairman: UnitCtx;
  desk: UnitCtx;
  /** Drafts of apologies, as they were written. */
  letters: { letterId: string; revision: number }[];
}

/** A unit with `count` dossiers due at 17:00 of the day and a draft of an apology for each, and who signs it at 10:00. */
export async function unitWithDrafts(database: TestDatabase, count: number): Promise<LetterUnit> {
  const { root } = database;
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId);
  const desk = actingAt(database, unitId, "2026-11-20T09:00");
  await recordAll(
    desk,
    Array.from({ length: count }, (_, i) =>
      takenIn(`H-${String(i).padStart(3, "0")}`, "2026-11-17T08:00", "2026-11-20T17:00"),
    ),
  );
  const letters = await root<{ letterId: string; revision: number }[]>`
    insert into letter (unit_id, dossier_id, kind, state, content, drafted_by, drafted_at)
    select unit_id, id, 'apology', 'drafted', ${LETTER_CONTENT as never}::jsonb, ${desk.actor.staffId}, ${desk.now}
    from dossier where unit_id = ${unitId} order by external_code
    returning id as "letterId", revision`;
  return {
    unitId,
    desk,
    chairman: actingAt(database, unitId, "2026-11-20T10:00", ["chairman"]),
    letters: [...letters],
  };
}

/** A person known to sign-in, with roles in the unit, acting at a moment. */
export async function personOf(
  database: TestDatabase,
  unitId: string,
  name: string,
  roles: readonly Role[],
  time = "2026-11-20T10:00",
): Promise<UnitCtx> {
  const staffId = randomUUID();
  await database.root`insert into staff (id, sign_in_name, name) values (${staffId}, ${staffId}, ${name})`;
  for (const role of roles) {
    await database.root`
      insert into staff_role (staff_id, unit_id, role, valid_from) values (${staffId}, ${unitId}, ${role}, '2026-01-01')`;
  }
  const ctx = actingAt(database, unitId, time, roles);
  return { ...ctx, actor: { ...ctx.actor, staffId, name } };
}
