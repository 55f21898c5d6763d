import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inScope } from "@gandan/db/in-scope";
import { inUnit } from "@gandan/db/in-unit";
import { type RegisterEntry, type RegisterGroup, registerDocument } from "@gandan/documents/plan/register-document";
import type { PrintRegister } from "@gandan/model/oversight/oversight-inputs";
import { type DocumentFile, writeDocument } from "../platform/write-document";
import { type RegisterRow, readRegister } from "./read-register";

/** Names of the procedures registered under each adoption, as they were called on `on`. */
function readProcedureNames(ctx: UnitCtx, rows: readonly RegisterRow[], on: string): Promise<Map<string, string[]>> {
  const ids = rows.flatMap(({ adoptionId }) => adoptionId ?? []);
  return inScope(ctx, async (_tx, sql) => {
    const found = await sql<{ adoptionId: string; names: string[] }[]>`
      select adoption_id as "adoptionId", array_agg(name order by name) as names
      from (
        select distinct r.adoption_id, coalesce(p.name, r.procedure_code) as name
        from registration r
        left join lateral (
          select name from procedure where code = r.procedure_code
          order by effective_from <= ${on}::date desc, effective_from desc limit 1
        ) p on true
        where r.adoption_id = any(${ids}::uuid[])
      ) one group by 1`;
    return new Map(found.map(({ adoptionId, names }) => [adoptionId, names]));
  });
}

function entryOf(row: RegisterRow, names: ReadonlyMap<string, string[]>): RegisterEntry {
  return {
    name: row.unit.name,
    state: row.state,
    model: row.title,
    declined: row.declinedReason,
    reference: row.reference ?? (row.state === "adopted" ? row.basis : null),
    procedures: names.get(row.adoptionId ?? "") ?? [],
  };
}

/**
 * The register of models on a day as a file: offices and communes apart, with what each answered and the procedures it
 * registered; filtered and sorted as asked.
 * @throws AppError FORBIDDEN
 */
export async function printRegister(ctx: UnitCtx, { format, ...input }: PrintRegister): Promise<DocumentFile> {
  const { rows, counts, on } = await readRegister(ctx, input);
  const names = await readProcedureNames(ctx, rows, on);
  const group = (kind: RegisterGroup["kind"]): RegisterGroup => ({
    kind,
    entries: rows.filter(({ unit }) => unit.level === kind).map((row) => entryOf(row, names)),
  });
  const unit = await inUnit(ctx, async (_tx, sql) => {
    const [head] = await sql<{ name: string; slug: string }[]>`
      select n.name, u.slug from unit u join unit_name n on n.unit_id = u.id where u.id = ${ctx.unitId}
      order by n.valid_from <= ${on}::date desc, n.valid_from desc limit 1`;
    await appendAudit(sql, {
      unitId: ctx.unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "register.print",
      details: { on, format },
    });
    return head!;
  });
  const document = registerDocument({
    unit: unit.name,
    on,
    groups: [group("office"), group("commune")],
    counts,
    filtered: input.state !== undefined || input.words !== "",
  });
  return writeDocument(document, { name: `so-dang-ky-${unit.slug}-${on}`, format });
}
