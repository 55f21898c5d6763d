import type { Database } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { TWO_TIERS_FROM } from "@gandan/db/unit/list-dates";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { shiftDay } from "@gandan/model/oversight/period";
import { libraryModel, register } from "@gandan/rulesets/library";
import type { TransactionSql } from "postgres";
import { applyYardstick } from "../yardstick/apply-yardstick";
import { listYardsticks } from "../yardstick/list-yardsticks";
import { type DemoDatabases, demoLeader } from "./demo-leader";
import { demoUnitId } from "./demo-units";

interface DemoAdoption {
  unitId: string;
  /** Library model; null when the unit declined. */
  model: string | null;
  from: string;
  to: string | null;
  ownName?: string | undefined;
  basis?: string | undefined;
  reference?: string | undefined;
  declined?: string | undefined;
  procedures: readonly string[];
}

const day = (date: string) => date.split("-").reverse().join("/");

/** The answers in the register of thị xã Phước Long (plan 190/KH-UBND, annexes), until the units were no more. */
function registerAdoptions(): DemoAdoption[] {
  const source = register();
  if (!source) return [];
  return source.entries.map((entry) => ({
    unitId: entry.kind === "office" ? demoUnitId.office(entry.no) : demoUnitId.oldCommune(entry.unit_code ?? ""),
    model: entry.model,
    from: source.effective.from,
    to: TWO_TIERS_FROM,
    ownName: entry.own_name,
    basis: `Kế hoạch ${source.document.number ?? ""} ngày ${day(source.effective.from)}`,
    reference: entry.reply && `${entry.reply.type} số ${entry.reply.number} ngày ${day(entry.reply.date)}`,
    declined: entry.declined,
    procedures: entry.procedures.map(({ code }) => code),
  }));
}

/** A unit of one of the other four plans, on its own model from the plan's first day. */
function planAdoption(code: string, model: string): DemoAdoption {
  const { issued_by: issuedBy, effective } = libraryModel(model)?.model ?? {};
  return {
    unitId: demoUnitId.oldCommune(code),
    model,
    from: effective?.from ?? "2024-01-01",
    to: TWO_TIERS_FROM,
    basis: issuedBy?.document?.title,
    procedures: [],
  };
}

const civilStatus = ["1.001193", "1.000894", "1.000656"];
const copies = ["2.000815", "2.000884", "2.000635"];

/** What the units of July 2025 run; made up, as no plan of theirs is known. */
function successorAdoptions(): DemoAdoption[] {
  const next = (code: string, model: string, ownName: string, procedures: readonly string[]): DemoAdoption => ({
    unitId: demoUnitId.commune(code),
    model,
    from: TWO_TIERS_FROM,
    to: null,
    ownName,
    basis: "Kế hoạch tiếp tục thực hiện mô hình sau sắp xếp đơn vị hành chính (ví dụ)",
    procedures,
  });
  // The plan of Phước Long ended with 2025.
  const afterPlan = (code: string, first: DemoAdoption, second: DemoAdoption): DemoAdoption[] => [
    { ...first, unitId: demoUnitId.commune(code), to: "2026-01-01" },
    { ...second, unitId: demoUnitId.commune(code), from: "2026-01-01" },
  ];
  return [
    next("14818", "quang-trung-2023", "Chính quyền thân thiện, vì Nhân dân phục vụ", [...civilStatus, "2.000815"]),
    next("15592", "truong-xuan-2023", "Chính quyền thân thiện, vì Nhân dân phục vụ", ["1.001193", "2.000815"]),
    next("19333", "dong-thanh-2024", "3 không, 3 biết", [...civilStatus, ...copies]),
    next("24649", "nam-dong-2024", "Sự hài lòng của người dân là mục tiêu phục vụ", copies),
    ...afterPlan(
      "25217",
      next("25217", "long-thuy-2023", "Nâng cao chất lượng phục vụ nhân dân tại bộ phận một cửa", copies),
      next("25217", "dong-thanh-2024", "3 không, 3 biết", copies),
    ),
    ...afterPlan(
      "25220",
      next("25220", "phuoc-binh-2023", "Chính quyền thân thiện", [...copies, "1.000894"]),
      next("25220", "truong-xuan-2023", "Chính quyền thân thiện", [...copies, "1.000894"]),
    ),
  ];
}

/** Writes adoptions and registrations of units that have none yet; the library must be installed. */
export async function adoptDemoModels(app: Database, now: Date): Promise<void> {
  const adoptions = [
    ...registerAdoptions(),
    planAdoption("14824", "quang-trung-2023"),
    planAdoption("15598", "truong-xuan-2023"),
    planAdoption("19339", "dong-thanh-2024"),
    planAdoption("24649", "nam-dong-2024"),
    ...successorAdoptions(),
  ];
  const modes = register()?.modes ?? ["same-day"];
  for (const unitId of new Set(adoptions.map((one) => one.unitId))) {
    const ofUnit = adoptions.filter((one) => one.unitId === unitId);
    await inUnit({ db: { app }, unitId }, async (_tx, sql) => {
      const [known] = await sql`select 1 from adoption where unit_id = ${unitId} limit 1`;
      if (known) return;
      for (const adoption of ofUnit) await writeAdoption(sql, adoption, modes, now);
    });
  }
}

async function writeAdoption(sql: TransactionSql, one: DemoAdoption, modes: readonly string[], now: Date) {
  const [row] = await sql<{ id: string }[]>`
    insert into adoption (unit_id, model_unit_id, model_id, own_name, valid_from, valid_to, basis, reference,
      declined_reason, recorded_at, recorded_by)
    values (${one.unitId}, ${one.model && OPERATOR_UNIT_ID},
      (select id from model where unit_id = ${OPERATOR_UNIT_ID} and slug = ${one.model}), ${one.ownName ?? null},
      ${one.from}, ${one.to}, ${one.basis ?? null}, ${one.reference ?? null}, ${one.declined ?? null}, ${now}, 'demo')
    returning id`;
  await sql`
    insert into registration (unit_id, adoption_id, procedure_code, mode)
    select ${one.unitId}, ${row!.id}, code, mode
    from unnest(${[...one.procedures]}::text[]) code cross join unnest(${[...modes]}::text[]) mode`;
}

/** Provinces that apply the common yardstick to all below them, each from its first day in the demo. */
const appliedBy: readonly [string, string][] = [
  [demoUnitId.thanhHoa, "2024-01-01"],
  [demoUnitId.binhPhuoc, "2024-01-01"],
  [demoUnitId.oldQuangTri, "2024-01-01"],
  [demoUnitId.dakNong, "2024-01-01"],
  [demoUnitId.quangTri, TWO_TIERS_FROM],
  [demoUnitId.lamDong, TWO_TIERS_FROM],
  [demoUnitId.dongNai, TWO_TIERS_FROM],
];

/** Lets the leaders of provinces that have none yet apply the yardstick, on the day before; the library must be installed. */
export async function applyDemoYardstick(db: DemoDatabases): Promise<void> {
  for (const [unitId, from] of appliedBy) {
    const ctx = demoLeader(db, unitId, new Date(`${shiftDay(from, -1)}T08:00:00+07:00`));
    const { applications, versions } = await listYardsticks(ctx);
    // The first version of the library's.
    const version = versions.findLast(({ owner, title }) => owner === null && title === yardstickTitle());
    if (applications.some(({ own }) => own) || !version) continue;
    await applyYardstick(ctx, { versionId: version.versionId, from, basis: "Văn bản mẫu" });
  }
}

const yardstickTitle = () => libraryModel("yardstick-2024")?.model.title;
