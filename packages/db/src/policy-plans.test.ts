import { afterAll, beforeAll, expect, it } from "vitest";
import { inScope } from "./in-scope";
import { inUnit } from "./in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "./test-database";

const VERSION = "00000000-0000-4000-8000-0000000000aa";
let database: TestDatabase;
let above: string;
const units: string[] = [];

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Cond"?: string;
  Plans?: Plan[];
}

beforeAll(async () => {
  database = await createTestDatabase();
  above = await newUnit(database.owner, { level: "province" });
  for (let n = 0; n < 4; n++) units.push(await newUnit(database.owner, { parentId: above }));
  await newUnit(database.owner);
  for (const unitId of units) {
    await inUnit({ db: { app: database.app }, unitId }, async (_tx, sql) => {
      await sql`
        insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state,
          received_at, due_at, finished_at, last_seq, name_key, name_tail, name_marked, phone_tail)
        select ${unitId}, 'H-' || n, '2024-01-01'::date + n / 10, '1.001193', 'birth', 'direct', 'accepted',
          '2024-01-01', '2024-01-01'::timestamptz + n * interval '1 hour',
          case when n % 50 > 0 then '2024-02-01'::timestamptz end, 1, 'nguyen thi ' || n, reverse(' nguyen thi ' || n),
          'nguyễn thị ' || n, reverse(n::text)
        from generate_series(1, 3000) n`;
      await sql`
        insert into rollup_day (unit_id, version_id, day, dossiers, met, missed, pending, not_applicable, as_of)
        select ${unitId}, ${VERSION}, '2020-01-01'::date + n, 1, '{1}', '{0}', '{0}', '{0}', now()
        from generate_series(1, 1500) n`;
    });
  }
  await database.root`vacuum analyze`;
});
afterAll(() => database.drop());

/** The nodes that read `table`. */
function reads(plan: Plan, table: string): Plan[] {
  return [
    ...(plan["Relation Name"] === table ? [plan] : []),
    ...(plan.Plans ?? []).flatMap((sub) => reads(sub, table)),
  ];
}

async function planIn(
  run: (text: string) => Promise<readonly Record<string, unknown>[]>,
  query: string,
  table: string,
) {
  const rows = await run(`explain (format json) ${query}`);
  const [{ Plan: plan }] = rows[0]!["QUERY PLAN"] as [{ Plan: Plan }];
  return reads(plan, table).map((node) => node["Node Type"]);
}

/** What the indexes are asked for by a query of the unit. */
async function indexConditions(query: string): Promise<string[]> {
  const rows = await inUnit({ db: { app: database.app }, unitId: units[0]! }, (_tx, sql) =>
    sql.unsafe(`explain (format json) ${query}`),
  );
  const [{ Plan: plan }] = rows[0]!["QUERY PLAN"] as [{ Plan: Plan }];
  const collect = (node: Plan): string[] => [
    ...(node["Index Cond"] ? [node["Index Cond"]] : []),
    ...(node.Plans ?? []).flatMap(collect),
  ];
  return collect(plan);
}

const asUnit = (query: string) =>
  planIn(
    (text) => inUnit({ db: { app: database.app }, unitId: units[0]! }, (_tx, sql) => sql.unsafe(text)),
    query,
    "dossier",
  );

it.each([
  ["a code", "select * from dossier where external_code = 'H-17'"],
  ["a month", "select * from dossier where received_on between '2024-03-01' and '2024-03-05'"],
  [
    "what is due",
    "select * from dossier where finished_at is null and ended_at is null and due_at < '2024-01-20' order by due_at",
  ],
])("finds %s in a unit by an index", async (_what, query) => {
  expect(await asUnit(query)).toEqual([expect.stringMatching(/Index|Bitmap Heap/)]);
});

it.each([
  ["the beginning of a name", "name_key >= 'nguyen thi 17' and name_key < E'nguyen thi 17\\U0010ffff'"],
  [
    "the beginning of a name with its marks",
    "name_key >= 'nguyen thi 17' and name_key < E'nguyen thi 17\\U0010ffff' and name_marked like any(array['%nguyễn%'])",
  ],
  ["the last words of a name", "name_tail >= '71 ' and name_tail < E'71 \\U0010ffff'"],
  ["the last digits of a phone", "phone_tail >= '71' and phone_tail < E'71\\U0010ffff'"],
])(
  "finds %s by its range in an index, which row-level security grants to comparisons alone",
  async (_what, condition) => {
    const [column = ""] = condition.split(" ");
    const query = `select id, received_on from dossier where ${condition} limit 10001`;
    expect(await indexConditions(query)).toEqual([expect.stringContaining(`(${column} >= `)]);
    const likeness = `select id from dossier where ${column} like 'nguyen thi 17%'`;
    expect((await indexConditions(likeness)).filter((each) => each.includes(column))).toEqual([]);
  },
);

it("turns the pages of a unit's list without sorting", async () => {
  const query = "select * from dossier order by received_on desc, id desc limit 50";
  expect(await asUnit(query)).toEqual(["Index Scan"]);
});

it("reads the roll-ups of named units below by an index", async () => {
  const list = units.map((id) => `'${id}'`).join(", ");
  const plan = await planIn(
    (text) => inScope({ db: { oversight: database.oversight }, unitId: above }, (_tx, sql) => sql.unsafe(text)),
    `select unit_id, sum(dossiers) from rollup_day
     where unit_id in (${list}) and version_id = '${VERSION}' and day between '2024-01-01' and '2024-01-31' group by 1`,
    "rollup_day",
  );
  expect(plan).toEqual([expect.stringMatching(/Index|Bitmap Heap/)]);
});
