import { THREE_TIERS_FROM, TWO_TIERS_FROM } from "@gandan/db/unit/list-dates";
import type { PlannedSuccession, PlannedUnit } from "@gandan/db/unit/planned-unit";
import { unitIdOf } from "@gandan/db/unit/unit-id";
import { register } from "@gandan/rulesets/library";

type Level = "province" | "district" | "commune" | "office";

const oldId = (level: Level, code: string) => unitIdOf(level, code, THREE_TIERS_FROM);
const newId = (level: "province" | "commune", code: string) => unitIdOf(level, code, TWO_TIERS_FROM);

/** Ids of the units that the demo speaks of; the same as the import of the official lists gives. */
export const demoUnitId = {
  /** Thanh Hóa went through July 2025 as one province: the id is that of the list in force. */
  thanhHoa: newId("province", "38"),
  quangTri: newId("province", "44"),
  lamDong: newId("province", "68"),
  dongNai: newId("province", "75"),
  binhPhuoc: oldId("province", "70"),
  oldQuangTri: oldId("province", "45"),
  dakNong: oldId("province", "67"),
  phuocLongTown: oldId("district", "688"),
  bimSon: oldId("district", "381"),
  thoXuan: oldId("district", "395"),
  dongHaCity: oldId("district", "461"),
  cuJut: oldId("district", "662"),
  oldCommune: (code: string) => oldId("commune", code),
  commune: (code: string) => newId("commune", code),
  /** Offices have no official code: the register's line stands for one. */
  office: (line: number) => oldId("office", officeCode(line)),
} as const;

const officeCode = (line: number) => `688-${String(line).padStart(2, "0")}`;

function unit(
  level: Level,
  code: string,
  name: string,
  type: string,
  id: string,
  parentId: string | null,
  span: { validFrom: string; validTo: string | null },
): PlannedUnit {
  return { id, level, code, name, type, parentId, ...span };
}

const ended = { validFrom: THREE_TIERS_FROM, validTo: TWO_TIERS_FROM };
const current = { validFrom: TWO_TIERS_FROM, validTo: null };

const province = (code: string, name: string, type = "tỉnh") =>
  unit("province", code, name, type, newId("province", code), null, current);
const commune = (code: string, type: string, name: string, parentId: string) =>
  unit("commune", code, name, type, newId("commune", code), parentId, current);
const oldProvince = (code: string, name: string) =>
  unit("province", code, name, "tỉnh", oldId("province", code), null, ended);
const district = (code: string, type: string, name: string, parentId: string) =>
  unit("district", code, name, type, oldId("district", code), parentId, ended);
const oldCommune = (code: string, type: string, name: string, parentId: string) =>
  unit("commune", code, name, type, oldId("commune", code), parentId, ended);

/** Units in force first: where two share name and code, the older one's address gets the year. */
export function demoUnits(): PlannedUnit[] {
  const at = demoUnitId;
  const entries = register()?.entries ?? [];
  return [
    { ...province("38", "Tỉnh Thanh Hoá"), validFrom: THREE_TIERS_FROM },
    province("44", "Tỉnh Quảng Trị"),
    province("68", "Tỉnh Lâm Đồng"),
    province("75", "Thành phố Đồng Nai", "thành phố"),
    commune("14818", "phường", "Phường Quang Trung", at.thanhHoa),
    commune("15592", "xã", "Xã Xuân Lập", at.thanhHoa),
    commune("19333", "phường", "Phường Đông Hà", at.quangTri),
    commune("19351", "phường", "Phường Nam Đông Hà", at.quangTri),
    commune("24649", "xã", "Xã Nam Dong", at.lamDong),
    commune("25217", "phường", "Phường Phước Long", at.dongNai),
    commune("25220", "phường", "Phường Phước Bình", at.dongNai),
    oldProvince("45", "Tỉnh Quảng Trị"),
    oldProvince("67", "Tỉnh Đắk Nông"),
    oldProvince("70", "Tỉnh Bình Phước"),
    district("688", "thị xã", "Thị xã Phước Long", at.binhPhuoc),
    district("381", "thị xã", "Thị xã Bỉm Sơn", at.thanhHoa),
    district("395", "huyện", "Huyện Thọ Xuân", at.thanhHoa),
    district("461", "thành phố", "Thành phố Đông Hà", at.oldQuangTri),
    district("662", "huyện", "Huyện Cư Jút", at.dakNong),
    oldCommune("14824", "xã", "Xã Quang Trung", at.bimSon),
    oldCommune("15598", "xã", "Xã Trường Xuân", at.thoXuan),
    oldCommune("19339", "phường", "Phường Đông Thanh", at.dongHaCity),
    oldCommune("24649", "xã", "Xã Nam Dong", at.cuJut),
    ...entries.map((entry) =>
      entry.kind === "office"
        ? unit(
            "office",
            officeCode(entry.no),
            entry.unit,
            entry.unit.startsWith("Phòng") ? "phòng" : "cơ quan",
            at.office(entry.no),
            at.phuocLongTown,
            ended,
          )
        : oldCommune(
            entry.unit_code ?? "",
            entry.unit.startsWith("Xã") ? "xã" : "phường",
            entry.unit,
            at.phuocLongTown,
          ),
    ),
  ];
}

/** Which units of the demo went over into which on 1 July 2025. */
export function demoSuccessions(): PlannedSuccession[] {
  const at = demoUnitId;
  const whole = (predecessorId: string, successorId: string) => ({ predecessorId, successorId, partial: false });
  const part = (predecessorId: string, successorId: string) => ({ predecessorId, successorId, partial: true });
  const communes = (codes: readonly string[], successor: string) =>
    codes.map((code) => whole(at.oldCommune(code), at.commune(successor)));
  return [
    ...communes(["25216", "25217", "25237", "25249"], "25217"),
    ...communes(["25219", "25220", "25245"], "25220"),
    ...communes(["14824"], "14818"),
    ...communes(["15598"], "15592"),
    ...communes(["19339"], "19333"),
    ...communes(["24649"], "24649"),
    part(at.phuocLongTown, at.commune("25217")),
    part(at.phuocLongTown, at.commune("25220")),
    part(at.bimSon, at.commune("14818")),
    part(at.thoXuan, at.commune("15592")),
    part(at.dongHaCity, at.commune("19333")),
    part(at.dongHaCity, at.commune("19351")),
    part(at.cuJut, at.commune("24649")),
    whole(at.binhPhuoc, at.dongNai),
    whole(at.oldQuangTri, at.quangTri),
    whole(at.dakNong, at.lamDong),
  ];
}
