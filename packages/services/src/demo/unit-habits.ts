import { TWO_TIERS_FROM } from "@gandan/db/unit/list-dates";
import { register } from "@gandan/rulesets/library";
import { demoUnitId } from "./demo-units";

/** How a unit of the demo works: made up, so that units differ in what their rules say of them. Shares are 0..1. */
export interface UnitHabits {
  unitId: string;
  /** Begins the codes of its dossiers. */
  code: string;
  /** First day and first day after the last; null while the unit goes on. */
  from: string;
  to: string | null;
  /** Dossiers a working day on average. */
  perDay: number;
  /** How often each procedure is asked for. */
  procedures: readonly (readonly [code: string, weight: number])[];
  /** Procedures whose result the unit promises on the same day. */
  sameDay: ReadonlySet<string>;
  /** Of dossiers with a term of days, finished late. */
  late: number;
  /** Of same-day procedures, not finished that day; on Fridays more. */
  carriedOver: number;
  carriedOverFriday: number;
  /** Of late dossiers: apology before the deadline, after it; what is left gets none. */
  apologyInTime: number;
  apologyLate: number;
  /** Of apologies, those that lack a field or the right signer. */
  apologyIncomplete: number;
  supplement: number;
  /** Of dossiers with a supplement, asked a second time. */
  secondSupplement: number;
  /** Of late dossiers, appointed anew twice. */
  twiceReappointed: number;
  /** Finished, closed in the system only days later; of these some never. */
  forgottenClosing: number;
  online: number;
  home: number;
  /** Of births, marriages and deaths without the letter that the model asks for; null where none is asked for. */
  letterMissing: number | null;
  officers: readonly string[];
}

const communeMix: UnitHabits["procedures"] = [
  ["2.000815", 30],
  ["2.000884", 10],
  ["1.001193", 9],
  ["1.004873", 8],
  ["2.000635", 8],
  ["1.000656", 5],
  ["1.000894", 5],
  ["2.001035", 6],
  ["1.001022", 1],
  ["1.004859", 2],
  ["2.000908", 2],
  ["1.004845", 1],
  ["1.011607", 2],
  ["1.004194", 4],
];
/** Communes took over business registration and building permits from the districts in July 2025. */
const communeMixNow: UnitHabits["procedures"] = [
  ...communeMix,
  ["1.001612", 5],
  ["1.013227", 2],
  ["1.013228", 1],
  ["1.013225", 2],
];

type Share = Partial<Omit<UnitHabits, "unitId" | "code" | "from" | "to" | "perDay">>;

const usual = {
  late: 0.08,
  carriedOver: 0.06,
  carriedOverFriday: 0.12,
  apologyInTime: 0.5,
  apologyLate: 0.25,
  apologyIncomplete: 0.15,
  supplement: 0.08,
  secondSupplement: 0.15,
  twiceReappointed: 0.08,
  forgottenClosing: 0.08,
  online: 0.25,
  home: 0.02,
  letterMissing: null,
  officers: ["Nguyễn Thị A", "Trần Văn B", "Lê Thị C"],
};

const codesOf = (line: number, kind: "office" | "commune") =>
  (register()?.entries ?? []).find((entry) => entry.no === line && entry.kind === kind)?.procedures ?? [];
const codeSet = (line: number, kind: "office" | "commune") => new Set(codesOf(line, kind).map(({ code }) => code));

function old(code: string, perDay: number, share: Share): UnitHabits {
  return {
    ...usual,
    procedures: communeMix,
    sameDay: new Set<string>(),
    ...share,
    unitId: demoUnitId.oldCommune(code),
    code,
    from: "2024-01-01",
    to: TWO_TIERS_FROM,
    perDay,
  };
}

/** A commune of Phước Long, by its line in the register. */
const ofTown = (line: number, code: string, perDay: number, share: Share) =>
  old(code, perDay, { sameDay: codeSet(line, "commune"), ...share });

function now(code: string, perDay: number, sameDay: readonly string[], share: Share): UnitHabits {
  return {
    ...usual,
    procedures: communeMixNow,
    ...share,
    sameDay: new Set(sameDay),
    unitId: demoUnitId.commune(code),
    code,
    from: TWO_TIERS_FROM,
    to: null,
    perDay,
  };
}

function office(line: number, perDay: number, share: Share): UnitHabits {
  const codes = codesOf(line, "office").map(({ code }) => code);
  return {
    ...old("", perDay, { ...share, procedures: codes.map((code) => [code, 1] as const), sameDay: new Set(codes) }),
    unitId: demoUnitId.office(line),
    code: `688-${String(line).padStart(2, "0")}`,
  };
}

const copies = ["2.000815", "2.000884", "2.000635"];
const civilStatus = ["1.001193", "1.000894", "1.000656"];

/** All units with dossiers. Phước Tín apologises best, Long Giang hardly; Sơn Giang forgets to close; Thác Mơ carries over. */
export function unitHabits(): UnitHabits[] {
  return [
    ofTown(1, "25217", 2.2, { late: 0.04, carriedOver: 0.015, carriedOverFriday: 0.03, apologyInTime: 0.7 }),
    ofTown(2, "25216", 2.2, { late: 0.12, carriedOver: 0.13, carriedOverFriday: 0.4, apologyInTime: 0.4 }),
    ofTown(3, "25237", 1.4, { late: 0.07, forgottenClosing: 0.3 }),
    ofTown(4, "25220", 2, {
      late: 0.06,
      carriedOver: 0.05,
      carriedOverFriday: 0.08,
      secondSupplement: 0.4,
      supplement: 0.14,
    }),
    ofTown(5, "25219", 1.6, { late: 0.09, carriedOverFriday: 0.18 }),
    ofTown(6, "25245", 1.1, {
      late: 0.2,
      carriedOver: 0.17,
      carriedOverFriday: 0.25,
      apologyInTime: 0.12,
      apologyLate: 0.3,
      online: 0.1,
      home: 0.06,
    }),
    ofTown(7, "25249", 1.2, {
      late: 0.06,
      carriedOver: 0.03,
      carriedOverFriday: 0.06,
      apologyInTime: 0.85,
      apologyLate: 0.1,
      apologyIncomplete: 0.05,
    }),
    office(2, 0.5, { carriedOver: 0.15 }),
    office(5, 0.9, { carriedOver: 0.1, supplement: 0.12 }),
    office(6, 0.7, { late: 0.2, carriedOver: 0.35, carriedOverFriday: 0.5, secondSupplement: 0.3 }),
    office(7, 0.4, { carriedOver: 0.25 }),
    office(9, 0.15, {}),
    office(10, 0.6, { carriedOver: 0.02, carriedOverFriday: 0.03, forgottenClosing: 0.03 }),
    old("14824", 2, { late: 0.06, letterMissing: 0.12, apologyInTime: 0.6, home: 0.05 }),
    old("15598", 1.6, { late: 0.1, letterMissing: 0.35, apologyInTime: 0.35 }),
    old("19339", 2.8, { late: 0.09, apologyInTime: 0.45, apologyIncomplete: 0.3, twiceReappointed: 0.15 }),
    old("24649", 2.2, { late: 0.11, secondSupplement: 0.25, online: 0.15 }),
    now("14818", 5, [...civilStatus, "2.000815"], {
      late: 0.05,
      carriedOver: 0.03,
      letterMissing: 0.15,
      apologyInTime: 0.6,
    }),
    now("15592", 3.2, ["1.001193", "2.000815"], { late: 0.12, carriedOver: 0.09, letterMissing: 0.3, home: 0.05 }),
    now("19333", 7.5, [...civilStatus, ...copies], {
      late: 0.08,
      apologyIncomplete: 0.22,
      carriedOverFriday: 0.16,
      twiceReappointed: 0.12,
      online: 0.45,
      officers: ["Nguyễn Thị A", "Trần Văn B", "Lê Thị C", "Phạm Văn D", "Hoàng Thị E"],
    }),
    now("24649", 4, copies, { late: 0.12, secondSupplement: 0.25, apologyInTime: 0.35 }),
    now("25217", 5, copies, { late: 0.07, carriedOverFriday: 0.1, apologyInTime: 0.6, online: 0.4 }),
    now("25220", 4, [...copies, "1.000894"], {
      late: 0.16,
      carriedOver: 0.1,
      forgottenClosing: 0.16,
      apologyInTime: 0.3,
    }),
  ];
}
