import { authorize, type Role, rolesToGive } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { foldText } from "@gandan/model/import/fold-text";
import type { ListStaff, StaffId } from "@gandan/model/staff/staff-inputs";
import { localToday } from "../unit/local-today";
import { type Hindrance, hindranceOf } from "./staff-guard";
import { isOpen, type Person, readPeople, standingOf } from "./staff-people";

const PAGE_SIZE = 50;

export interface StaffEntry extends Person {
  standing: "working" | "coming" | "ended";
  /** Roles that hold or will hold. */
  open: Role[];
}

export interface StaffList {
  people: StaffEntry[];
  found: number;
  page: number;
  pageSize: number;
  /** Of all who work or will work here. */
  counts: { working: number; withoutPassword: number; ended: number };
  rolesToGive: Role[];
  today: LocalDate;
}

const entryOf = (person: Person, today: LocalDate): StaffEntry => ({
  ...person,
  standing: standingOf(person, today),
  open: [...new Set(person.roles.filter((held) => isOpen(held, today)).map(({ role }) => role))],
});

/** The unit's people by name, sought without accents by name, sign-in name, code or e-mail. @throws AppError FORBIDDEN */
export async function listStaff(ctx: UnitCtx, { q, role, state, page }: ListStaff): Promise<StaffList> {
  authorize(ctx, "staff:manage");
  const { unitId, now } = ctx;
  const today = localToday(now);
  const all = await inUnit(ctx, (_tx, sql) => readPeople(sql, unitId, { now, today }));
  const entries = all.map((person) => entryOf(person, today));
  const here = entries.filter(({ standing }) => standing !== "ended");
  const wanted = foldText(q);
  const found = entries.filter(
    (entry) =>
      (state === "all" || (entry.standing === "ended") === (state === "ended")) &&
      (state !== "no-password" || !entry.hasPassword) &&
      (role === "" || entry.roles.some((held) => held.role === role && (state === "ended" || isOpen(held, today)))) &&
      [entry.name, entry.signInName, entry.code, entry.email].some((text) => foldText(text ?? "").includes(wanted)),
  );
  const last = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const at = Math.min(page, last);
  return {
    people: found.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE),
    found: found.length,
    page: at,
    pageSize: PAGE_SIZE,
    counts: {
      working: here.length,
      withoutPassword: here.filter(({ hasPassword }) => !hasPassword).length,
      ended: entries.length - here.length,
    },
    rolesToGive: rolesToGive(ctx),
    today,
  };
}

export interface StaffPerson extends StaffEntry {
  /** Why the actor may not change the roles; null when they may. */
  hindrance: Hindrance | null;
  /** Why the actor may not change name, address and password. */
  accountHindrance: Hindrance | null;
  rolesToGive: Role[];
  today: LocalDate;
}

/** One person of the unit. @throws AppError FORBIDDEN; NOT_FOUND staff.notFound */
export async function readPerson(ctx: UnitCtx, { staffId }: StaffId): Promise<StaffPerson> {
  authorize(ctx, "staff:manage");
  const { unitId, now } = ctx;
  const today = localToday(now);
  const [person] = await inUnit(ctx, (_tx, sql) => readPeople(sql, unitId, { now, today, only: [staffId] }));
  if (!person) throw new AppError("NOT_FOUND", "staff.notFound");
  return {
    ...entryOf(person, today),
    hindrance: hindranceOf(ctx, person),
    accountHindrance: hindranceOf(ctx, person, { account: true }),
    rolesToGive: rolesToGive(ctx),
    today,
  };
}
