import { type LocalDate, localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { compileCalendar, type OfficeCalendar } from "@gandan/calendar/office-calendar";
import type { ModelSource } from "@gandan/model/model/model-schema";
import type { TransactionSql } from "postgres";
import { layerHeads, layerSources } from "../calendar/calendar-layers";
import { type SourceKey, sourcesOf } from "../model/published-source";
import { type AdoptionSpan, Judge, type ProcedureTerm, type VersionSpan } from "./judge";

interface AdoptionRow extends AdoptionSpan {
  modelUnitId: string | null;
  modelId: string | null;
}

interface VersionRow extends SourceKey {
  ruleIds: string[];
  from: LocalDate;
  to: LocalDate | null;
}

/** Calendars by the versions of the rows they were compiled from, oldest first: most units share one, and each request needs it. */
const compiled = new Map<string, OfficeCalendar>();
const CALENDARS_KEPT = 64;

/** The calendar in force for a unit: national, then each unit above it, then its own days; two years ahead of `now`. */
export async function loadCalendar(sql: TransactionSql, unitId: string, now: Date): Promise<OfficeCalendar> {
  const layers = await layerHeads(sql, unitId);
  const year = Number(localDateOf(toLocalMinute(now)).slice(0, 4));
  const key = [year, ...layers.map(({ stamp }) => stamp)].join("\n");
  const known = compiled.get(key);
  if (known) return known;
  const sources = await layerSources(sql, layers);
  const calendar = compileCalendar(sources, { from: "2022-01-01", to: `${year + 2}-12-31` });
  const [oldest] = compiled.keys();
  if (oldest !== undefined && compiled.size >= CALENDARS_KEPT) compiled.delete(oldest);
  compiled.set(key, calendar);
  return calendar;
}

/**
 * Everything needed to judge the dossiers of `unitId`: its calendar, the procedures' terms, the model versions it
 * adopted and the yardsticks applied from above, each with the days it is in force. One round trip of six queries, and one for the versions that are new to this process.
 */
export async function loadJudge(sql: TransactionSql, unitId: string, now: Date): Promise<Judge> {
  const [calendar, procedures, adoptions, registrations, versions, yardsticks] = await Promise.all([
    loadCalendar(sql, unitId, now),
    sql<ProcedureTerm[]>`
      select code, name, procedure_group as "group", term, effective_from as "from" from procedure
      order by code, effective_from desc`,
    sql<AdoptionRow[]>`
      select id, valid_from as "from", valid_to as "to", own_name as "ownName",
        model_unit_id as "modelUnitId", model_id as "modelId"
      from adoption where unit_id = ${unitId} order by valid_from`,
    sql<{ adoptionId: string; code: string }[]>`
      select distinct adoption_id as "adoptionId", procedure_code as code from registration where unit_id = ${unitId}`,
    sql<(VersionRow & { modelId: string })[]>`
      select v.id, v.model_id as "modelId", v.checksum, v.state, v.dossier_rule_ids as "ruleIds",
        v.effective_from as "from", v.effective_to as "to"
      from model_version v
      where v.state = 'published' and v.model_id in (select model_id from adoption where unit_id = ${unitId})
      order by v.effective_from, v.version`,
    sql<VersionRow[]>`
      select v.id, v.checksum, v.state, v.dossier_rule_ids as "ruleIds", greatest(y.valid_from, a.valid_from) as "from", least(y.valid_to, a.valid_to) as "to"
      from yardstick_application y
      join unit_ancestors a on a.ancestor_id = y.unit_id and a.descendant_id = ${unitId} and a.depth > 0
      join model_version v on v.unit_id = y.model_unit_id and v.id = y.version_id and v.state = 'published'
      order by y.valid_from`,
  ]);
  const sources = await sourcesOf(sql, [...versions, ...yardsticks]);
  const inFull = ({ id, ruleIds }: VersionRow) => inOrder(sources.get(id)!, ruleIds);
  const own: VersionSpan[] = [];
  for (const adoption of adoptions) {
    const ofModel = versions.filter((version) => version.modelId === adoption.modelId);
    ofModel.forEach((version, i) => {
      // The first version also serves days of the adoption before the version's own first day.
      const from = i === 0 || version.from < adoption.from ? adoption.from : version.from;
      const ends = [ofModel[i + 1]?.from, version.to ? dayAfter(version.to) : null, adoption.to];
      const to = ends.filter((day): day is LocalDate => Boolean(day)).sort()[0] ?? null;
      if (to === null || from < to) {
        const source = inFull(version);
        own.push({
          versionId: version.id,
          title: adoption.ownName ?? source.title,
          source,
          from,
          to,
          yardstick: false,
        });
      }
    });
  }
  const applied = yardsticks.map((version) => {
    const source = inFull(version);
    return { versionId: version.id, title: source.title, source, from: version.from, to: version.to, yardstick: true };
  });
  const codes = new Map<string, Set<string>>(adoptions.map(({ id }) => [id, new Set<string>()]));
  for (const { adoptionId, code } of registrations) codes.get(adoptionId)?.add(code);
  return new Judge({ calendar, procedures, adoptions, registered: codes, versions: [...own, ...applied] });
}

/** jsonb forgets the order of keys; packed outcomes and roll-ups go by the order fixed at publication. */
function inOrder(source: ModelSource, ruleIds: readonly string[]): ModelSource {
  const first = new Set(ruleIds);
  const ids = [...ruleIds, ...Object.keys(source.rules).filter((id) => !first.has(id))];
  return { ...source, rules: Object.fromEntries(ids.map((id) => [id, source.rules[id]!])) };
}

function dayAfter(day: LocalDate): LocalDate {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
