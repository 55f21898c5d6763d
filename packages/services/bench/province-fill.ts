import { addStaff } from "@gandan/auth/add-staff";
import { addUnits } from "@gandan/db/unit/add-unit";
import { TWO_TIERS_FROM } from "@gandan/db/unit/list-dates";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { writeSuccessions } from "@gandan/db/unit/write-units";
import { frame } from "@gandan/rulesets/library";
import { enterPoints } from "../src/demo/demo-index";
import { prepareInstallation } from "../src/demo/load-demo";
import type { BenchDatabase } from "./bench-database";

export const COMMUNES = 170;
/** Old communes that went into each of the new ones on 1 July 2025. */
const MERGED = 3;
const PASSWORD = "do-thoi-gian-cua-trang";
const FRAME = "par-commune-2026";
const YARDSTICK = "yardstick-2024";
const MODELS = ["dong-thanh-2024", "nam-dong-2024", "quang-trung-2023", "truong-xuan-2023", "long-thuy-2023"];

export interface Province {
  slug: string;
  /** A new commune. */
  below: string;
  /** An official of the province. */
  signInName: string;
  password: string;
  years: number[];
  /** Dossiers that the roll-ups stand for. */
  dossiers: number;
}

/** First day of two years that end at `today`. */
const firstDay = (today: string) => `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`;

/**
 * A province of 170 communes, each made of three in July 2025, with answers to models, a yardstick, the index of two
 * years, and roll-ups as two years of `dossiers` leave them: what its pages read, without the dossiers themselves.
 */
export async function fillProvince(database: BenchDatabase, dossiers: number, now: Date): Promise<Province> {
  const { root, owner, app, url } = database;
  const today = now.toISOString().slice(0, 10);
  await prepareInstallation(url, now, PASSWORD);
  const [province] = await addUnits(owner.sql, [
    { level: "province", type: "tỉnh", code: "38", name: "Tỉnh Đo", validFrom: "2020-01-01" },
  ]);
  const parentId = province!;
  const old = await addUnits(
    owner.sql,
    Array.from({ length: COMMUNES * MERGED }, (_, i) => ({
      ...{ level: "commune" as const, type: "xã", code: String(12_000 + i), name: `Xã Cũ ${i}`, parentId },
      ...{ validFrom: "2020-01-01", validTo: TWO_TIERS_FROM },
    })),
  );
  const communes = await addUnits(
    owner.sql,
    Array.from({ length: COMMUNES }, (_, i) => ({
      ...{ level: "commune" as const, type: "xã", code: String(25_000 + i), name: `Xã Mới ${i}`, parentId },
      validFrom: TWO_TIERS_FROM,
    })),
  );
  await owner.sql.begin((sql) =>
    writeSuccessions(
      sql,
      old.map((predecessorId, i) => ({
        predecessorId,
        successorId: communes[Math.floor(i / MERGED)]!,
        partial: false,
      })),
    ),
  );
  const signInName = "theodoi.do";
  await addStaff(app, {
    ...{ signInName, name: "Hoàng Văn E", password: PASSWORD },
    roles: [{ unitId: parentId, role: "oversight-officer", validFrom: "2020-01-01" }],
  });
  await root`
    insert into yardstick_application (unit_id, model_unit_id, version_id, valid_from)
    select ${parentId}, unit_id, id, '2024-01-01' from model_version
    where model_id = (select id from model where unit_id = ${OPERATOR_UNIT_ID} and slug = ${YARDSTICK})`;
  await answer(database, [...old, ...communes]);
  await fillRollups(database, firstDay(today), today, dossiers);
  const year = Number(today.slice(0, 4));
  for (const each of [year - 1, year]) {
    const source = { ...frame(FRAME)!, id: `${FRAME}-${each}`, year: each };
    const frameId = crypto.randomUUID();
    await root`
      insert into index_frame (unit_id, id, slug, year, title, state, source, yaml, published_at)
      values (${parentId}, ${frameId}, ${source.id}, ${each}, ${source.title}, 'published', ${source as never}::jsonb, '', ${now})`;
    for (const unitId of communes) await enterPoints(app, unitId, frameId, source, each, now);
  }
  await root.unsafe("vacuum (freeze, analyze)");
  const [faces] = await root<{ slug: string; below: string; counted: string }[]>`
    select (select slug from unit where id = ${parentId}) as slug,
      (select slug from unit where id = ${communes[7]!}) as below,
      (select sum(dossiers) from rollup_month r join model_version v on v.id = r.version_id
        join model m on m.id = v.model_id where m.type = 'yardstick') as counted`;
  const { slug, below, counted } = faces!;
  return { slug, below, signInName, password: PASSWORD, years: [year - 1, year], dossiers: Number(counted) };
}

/** Nine of ten units run a model of the library under a name of their own, with procedures; one in twenty declined. */
async function answer({ root }: BenchDatabase, unitIds: readonly string[]): Promise<void> {
  await root`
    insert into adoption (unit_id, model_unit_id, model_id, own_name, valid_from, basis, reference, declined_reason)
    select unit_id, case when i % 20 <> 1 then ${OPERATOR_UNIT_ID}::uuid end,
      case when i % 20 <> 1 then (select id from model where unit_id = ${OPERATOR_UNIT_ID}
        and slug = (${MODELS}::text[])[1 + i % ${MODELS.length}::int]) end,
      case when i % 20 <> 1 then 'Chính quyền thân thiện, vì Nhân dân phục vụ ' || i end, '2024-01-01',
      'Kế hoạch số ' || i || '/KH-UBND', 'Công văn số ' || i || '/UBND-VP', case when i % 20 = 1 then 'Chưa đủ điều kiện' end
    from unnest(${[...unitIds]}::uuid[]) with ordinality as units(unit_id, i) where i % 20 <> 2`;
  await root`
    insert into registration (unit_id, adoption_id, procedure_code, mode)
    select a.unit_id, a.id, p.code, 'same-day'
    from adoption a cross join (select distinct code from procedure order by code limit 12) p
    where a.model_id is not null`;
}

/** The roll-ups of `dossiers` from `from` to `to`, spread evenly over communes and days, each judged by yardstick and own model. */
async function fillRollups({ root }: BenchDatabase, from: string, to: string, dossiers: number): Promise<void> {
  await root`select setseed(0.5)`;
  await root`
    create temporary table judging as
    select n.unit_id, v.id as version_id, v.dossier_rule_ids as rule_ids,
      greatest(u.valid_from, ${from}::date) as first, least(u.valid_to - 1, ${to}::date) as last,
      case when u.valid_to is null then 1.0 else 1.0 / ${MERGED}::int end as share
    from unit_parent n join unit u on u.id = n.unit_id and u.level = 'commune'
    left join adoption a on a.unit_id = u.id
    join model m on m.slug = ${YARDSTICK} or m.id = a.model_id
    join model_version v on v.model_id = m.id`;
  await root`
    insert into rollup_day (unit_id, version_id, day, dossiers, met, missed, pending, not_applicable, as_of)
    select unit_id, version_id, day, n, array_agg(n - missed - pending - na order by i), array_agg(missed order by i),
      array_agg(pending order by i), array_agg(na order by i), now()
    from (
      select j.unit_id, j.version_id, day::date as day, i, n, na, pending, floor((n - na - pending) * 0.15 * random())::int as missed
      from judging j
      cross join lateral generate_series(j.first, j.last, interval '1 day') day
      cross join lateral (select greatest(1, round(${dossiers}::float8 * j.share / ${COMMUNES}::int
        / (${to}::date - ${from}::date + 1) + (hashtext(j.unit_id::text || day::text) % 5)))::int as n) size
      cross join lateral generate_series(1, cardinality(j.rule_ids)) i
      cross join lateral (select (n * 0.2 * (i % 4))::int as na, (n * 0.02)::int as pending) parts
    ) rules
    group by unit_id, version_id, day, n`;
  await root`
    insert into rollup_month (unit_id, version_id, month, dossiers, met, missed, pending, not_applicable, as_of)
    select unit_id, version_id, month, max(n)::int, array_agg(met order by i), array_agg(missed order by i),
      array_agg(pending order by i), array_agg(na order by i), now()
    from (
      select unit_id, version_id, date_trunc('month', day)::date as month, i, sum(dossiers) as n, sum(u.met)::int as met,
        sum(u.missed)::int as missed, sum(u.pending)::int as pending, sum(u.na)::int as na
      from rollup_day
      cross join lateral unnest(met, missed, pending, not_applicable) with ordinality as u(met, missed, pending, na, i)
      group by 1, 2, 3, 4
    ) rules
    group by 1, 2, 3`;
  await root`
    insert into rollup_reason (unit_id, version_id, month, rule_id, reason, procedure_group, n)
    select r.unit_id, r.version_id, r.month, j.rule_ids[i], reason, procedure_group, 1 + r.missed[i] / 12
    from rollup_month r
    join judging j on j.unit_id = r.unit_id and j.version_id = r.version_id
    cross join lateral generate_series(1, cardinality(j.rule_ids)) i
    cross join unnest(array['dossier.late', 'dossier.lateOpen']) reason
    cross join unnest(array['birth', 'marriage', 'certification', 'construction', 'social', 'other']) procedure_group`;
}
