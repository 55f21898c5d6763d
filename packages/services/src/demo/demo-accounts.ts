import { addStaff } from "@gandan/auth/add-staff";
import type { Role } from "@gandan/auth/roles";
import type { Database } from "@gandan/db/connect";
import { TWO_TIERS_FROM } from "@gandan/db/unit/list-dates";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { demoUnitId } from "./demo-units";

/** One password for all accounts of the demo; it protects nothing but made-up data. */
export const DEMO_PASSWORD = "chinh-quyen-than-thien";

export interface DemoAccount {
  /** Where the person works: the site of a commune or that of the offices above. */
  site: "commune" | "oversight";
  signInName: string;
  name: string;
  /** The unit of today, or the last one, by name. */
  unit: string;
  roles: { unitId: string; role: Role; validFrom: string; validTo?: string }[];
}

const START = "2024-01-01";

const person = (
  site: DemoAccount["site"],
  signInName: string,
  name: string,
  unit: string,
  role: Role,
  ...units: [unitId: string, from: string][]
): DemoAccount => ({
  site,
  signInName,
  name,
  unit,
  roles: units.map(([unitId, validFrom]) => ({ unitId, role, validFrom })),
});

/** Four people of a commune: one-stop desk, keeper of the model, chairman, Fatherland Front. */
function staffOf(place: string, unit: string, unitId: string, before?: string): DemoAccount[] {
  const at: [string, string][] = [[unitId, TWO_TIERS_FROM]];
  // A role in an ended unit stays open, so that its last period can still be read.
  const longer: [string, string][] = before ? [[before, START], ...at] : at;
  return [
    person("commune", `motcua.${place}`, "Nguyễn Thị A", unit, "desk-officer", ...longer),
    person("commune", `vanphong.${place}`, "Trần Văn B", unit, "model-keeper", ...longer),
    person("commune", `chutich.${place}`, "Lê Văn C", unit, "chairman", ...at),
    person("commune", `mttq.${place}`, "Phạm Thị D", unit, "mttq", ...at),
  ];
}

function above(place: string, unit: string, units: [string, string][]): DemoAccount[] {
  return [
    person("oversight", `theodoi.${place}`, "Hoàng Văn E", unit, "oversight-officer", ...units),
    person("oversight", `lanhdao.${place}`, "Phan Thị G", unit, "oversight-leader", ...units),
  ];
}

/** The account that looks after the installation. */
export const operatorAccount: DemoAccount = person("oversight", "vanhanh", "Nguyễn Văn A", "Gần Dân", "operator", [
  OPERATOR_UNIT_ID,
  START,
]);

/** Accounts of the demo, one for each role and situation. */
export function demoAccounts(): DemoAccount[] {
  const at = demoUnitId;
  return [
    ...staffOf("dongha", "Phường Đông Hà", at.commune("19333"), at.oldCommune("19339")),
    ...staffOf("namdong", "Xã Nam Dong", at.commune("24649"), at.oldCommune("24649")),
    person("commune", "motcua.namdongha", "Vũ Thị H", "Phường Nam Đông Hà", "desk-officer", [
      at.commune("19351"),
      TWO_TIERS_FROM,
    ]),
    person("commune", "vanphong.namdongha", "Đặng Văn K", "Phường Nam Đông Hà", "model-keeper", [
      at.commune("19351"),
      TWO_TIERS_FROM,
    ]),
    person("commune", "vanphong.longthuy", "Bùi Thị L", "Phường Long Thủy", "model-keeper", [
      at.oldCommune("25217"),
      START,
    ]),
    ...above("phuoclong", "Thị xã Phước Long", [[at.phuocLongTown, START]]),
    ...above("thanhhoa", "Tỉnh Thanh Hoá", [[at.thanhHoa, START]]),
    ...above("quangtri", "Tỉnh Quảng Trị", [
      [at.oldQuangTri, START],
      [at.quangTri, TWO_TIERS_FROM],
    ]),
    ...above("dongnai", "Thành phố Đồng Nai", [
      [at.binhPhuoc, START],
      [at.dongNai, TWO_TIERS_FROM],
    ]),
    operatorAccount,
  ];
}

/** Adds the people, with their roles; four hashes at a time. */
export async function addAccounts(app: Database, accounts: readonly DemoAccount[], password: string): Promise<void> {
  for (let i = 0; i < accounts.length; i += 4) {
    await Promise.all(
      accounts
        .slice(i, i + 4)
        .map(({ signInName, name, roles }) => addStaff(app, { signInName, name, password, roles })),
    );
  }
}
