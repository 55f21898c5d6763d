import { appendAudit } from "@gandan/db/audit/append-audit";
import type { Database } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { libraryModels } from "@gandan/rulesets/library";
import { checksumOf, dayOf } from "./check-text";
import { dossierRuleIdsOf } from "./dossier-rule-ids";

/** First day of a library model that states none: before any of the plans. */
const FIRST_DAY = "2023-01-01";

/**
 * Writes the library as published models of the operator's unit. A text that changed becomes a new version from today
 * on; a second run changes nothing. Gives the ids of the models written.
 */
export function installLibrary(db: { app: Database }, now: Date): Promise<{ installed: string[] }> {
  const unitId = OPERATOR_UNIT_ID;
  return inUnit({ db, unitId }, async (_tx, sql) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('library', 0))`;
    const known = await sql<{ slug: string; id: string; version: number; checksum: string }[]>`
      select distinct on (m.slug) m.slug, m.id, v.version, v.checksum
      from model m join model_version v on v.unit_id = m.unit_id and v.model_id = m.id
      where m.unit_id = ${unitId} order by m.slug, v.version desc`;
    const installed: string[] = [];
    for (const { id: slug, text, model, own } of libraryModels()) {
      const before = known.find((one) => one.slug === slug);
      const checksum = checksumOf(text);
      if (before?.checksum === checksum) continue;
      const [row] = await sql<{ id: string }[]>`
        insert into model (unit_id, slug, type, title, summary)
        values (${unitId}, ${slug}, ${model.type}, ${model.title}, ${model.summary ?? null})
        on conflict (unit_id, slug) do update set title = excluded.title, summary = excluded.summary
        returning id`;
      const from = before ? dayOf(now) : (own.effective?.from ?? FIRST_DAY);
      await sql`
        insert into model_version (unit_id, model_id, version, state, source, yaml, checksum, dossier_rule_ids,
          effective_from, effective_to, published_at, published_by)
        values (${unitId}, ${row!.id}, ${(before?.version ?? 0) + 1}, 'published', ${JSON.stringify(model)}::text::jsonb,
          ${text}, ${checksum}, ${dossierRuleIdsOf(model)}::text[], ${from}, ${own.effective?.to ?? null}, ${now}, 'library')`;
      installed.push(slug);
    }
    await sql`
      update model m set extends_unit_id = above.unit_id, extends_model_id = above.id
      from model_version v, model above
      where m.unit_id = ${unitId} and v.unit_id = m.unit_id and v.model_id = m.id and m.extends_model_id is null
        and above.unit_id = m.unit_id and above.slug = substring(v.yaml from '(?n)^extends: ([a-z0-9-]+)')`;
    if (installed.length > 0) {
      await appendAudit(sql, { unitId, at: now, actor: "library", action: "model.install", details: { installed } });
    }
    return { installed };
  });
}
