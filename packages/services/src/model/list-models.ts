import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { countCommitments } from "@gandan/model/model-editing/count-commitments";
import { dayOf } from "./check-text";
import { sourcesOf } from "./published-source";
import { inForce } from "./visible-models";

export interface ListedModel {
  id: string;
  slug: string;
  type: "model" | "yardstick";
  title: string;
  summary: string | null;
  /** Where it stands in the list: the unit's own, of a unit above, or of the library. */
  place: "own" | "above" | "library";
  ownerName: string;
  issuer: string | null;
  sample: boolean;
  /** Slogans by their titles: "5 biết", "3 không". */
  slogans: string[];
  commitments: number;
  measured: number;
  /** Newest published version and the draft, where there is one. */
  version: number | null;
  versionId: string | null;
  effectiveFrom: LocalDate | null;
  draftVersionId: string | null;
  updatedAt: Date;
  /** Adopted by the unit today. */
  current: boolean;
}

interface Row {
  id: string;
  unitId: string;
  slug: string;
  type: "model" | "yardstick";
  title: string;
  summary: string | null;
  ownerName: string | null;
  depth: number | null;
  versionId: string;
  version: number;
  state: "draft" | "published";
  effectiveFrom: LocalDate | null;
  updatedAt: Date;
  checksum: string;
}

/**
 * Models that the unit can choose from: its own (drafts too), those of units above it, the library.
 * @throws AppError FORBIDDEN
 */
export async function listModels(ctx: UnitCtx): Promise<ListedModel[]> {
  authorize(ctx, "model:read");
  const today = dayOf(ctx.now);
  return inUnit(ctx, async (_tx, sql) => {
    const [found, adoptions] = await Promise.all([
      sql<Row[]>`
        select m.id, m.unit_id as "unitId", m.slug, m.type, m.title, m.summary, n.name as "ownerName", a.depth,
          v.id as "versionId", v.version, v.state, v.effective_from as "effectiveFrom", v.updated_at as "updatedAt",
          v.checksum
        from model m
        join model_version v on v.unit_id = m.unit_id and v.model_id = m.id
        left join lateral (select name from unit_name where unit_id = m.unit_id order by valid_from desc limit 1) n
          on true
        left join lateral (select min(depth) as depth from unit_ancestors
          where ancestor_id = m.unit_id and descendant_id = ${ctx.unitId}) a on true
        order by a.depth nulls last, m.title, v.version`,
      sql<{ modelId: string }[]>`
        select model_id as "modelId" from adoption where unit_id = ${ctx.unitId} and model_id is not null
          and valid_from <= ${today} and (valid_to is null or valid_to > ${today})`,
    ]);
    const adopted = new Set(adoptions.map(({ modelId }) => modelId));
    const models = new Map<string, Row[]>();
    for (const row of found) models.set(row.id, [...(models.get(row.id) ?? []), row]);
    const listed = [...models.values()].map((versions) => {
      const force = inForce(versions, today);
      return { force, draft: versions.find(({ state }) => state === "draft"), shown: force ?? versions.at(-1)! };
    });
    const sources = await sourcesOf(
      sql,
      listed.map(({ shown: { versionId: id, checksum, state } }) => ({ id, checksum, state })),
    );
    return listed.flatMap(({ force, draft, shown }): ListedModel[] => {
      const source = sources.get(shown.versionId);
      if (!source) return [];
      const { commitments, measured } = countCommitments(source);
      return [
        {
          id: shown.id,
          slug: shown.slug,
          type: shown.type,
          title: source.title,
          summary: source.summary ?? null,
          place: shown.unitId === ctx.unitId ? "own" : shown.unitId === OPERATOR_UNIT_ID ? "library" : "above",
          ownerName: shown.ownerName ?? "",
          issuer: source.issued_by?.unit ?? null,
          sample: source.sample,
          slogans: source.slogans.map(({ title }) => title),
          commitments,
          measured,
          version: force?.version ?? null,
          versionId: force?.versionId ?? null,
          effectiveFrom: force?.effectiveFrom ?? null,
          draftVersionId: draft?.versionId ?? null,
          updatedAt: shown.updatedAt,
          current: adopted.has(shown.id),
        },
      ];
    });
  });
}
