import { isRole, type Role, rolesToGive } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { foldText } from "@gandan/model/import/fold-text";
import {
  type RawStaffLine,
  readStaffLine,
  type StaffColumn,
  type StaffLine,
  type StaffLineError,
} from "@gandan/model/staff/staff-list";
import type { TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";
import { dayAfter, overlapOf } from "./change-roles";
import { hindranceOf } from "./staff-guard";
import { type HeldRole, isOpen, type Person, readPeople } from "./staff-people";

/** What a line will do. */
export interface PlannedLine extends StaffLine {
  outcome: "new" | "changed" | "same";
  /** Of a person who is known: what will be other than it is. */
  changes: ("joins" | "name" | "email" | "code" | "title" | "role" | "dates")[];
}

/** A person of the list, with what is to be written. */
export interface PlannedPerson {
  /** Null for somebody new. */
  staffId: string | null;
  name: string;
  signInName: string;
  email: string | null;
  code: string | null;
  title: string;
  account: boolean;
  post: boolean;
  roles: HeldRole[];
}

export interface StaffPlan {
  lines: PlannedLine[];
  errors: StaffLineError[];
  /** Of whom something is to be written. */
  people: PlannedPerson[];
}

interface Known {
  id: string;
  name: string;
  signInName: string;
  email: string | null;
  disabled: boolean;
}

/**
 * Sets a list of staff against the unit as it is: what each line will do, and what is wrong, cell by cell. A person is
 * known by code, then e-mail, then sign-in name; who is not in the list stays as they are.
 */
export async function planStaffList(
  ctx: UnitCtx,
  sql: TransactionSql,
  raw: readonly RawStaffLine[],
): Promise<StaffPlan> {
  const read = raw.map(readStaffLine);
  const errors = read.filter(Array.isArray).flat();
  const lines = read.filter((line): line is StaffLine => !Array.isArray(line));
  const unit = await readUnitStaff(ctx, sql, lines);
  const plan: StaffPlan = { lines: [], errors, people: [] };
  for (const group of groupLines(lines)) planPerson(ctx, unit, group, plan);
  plan.lines.sort((a, b) => a.line - b.line);
  plan.errors.sort((a, b) => a.line - b.line);
  return plan;
}

interface UnitStaff {
  people: Map<string, Person>;
  byCode: Map<string, string>;
  byEmail: Map<string, Known>;
  bySignIn: Map<string, Known>;
  /** Ids, addresses and sign-in names of people planned so far, with their lines. */
  seen: Map<string, number>;
}

async function readUnitStaff(
  { unitId, now }: UnitCtx,
  sql: TransactionSql,
  lines: readonly StaffLine[],
): Promise<UnitStaff> {
  const emails = lines.flatMap(({ email }) => email ?? []);
  const names = lines.flatMap(({ email, signInName }) => signInName ?? email ?? []);
  const known = await sql<Known[]>`
    select id, name, sign_in_name as "signInName", email, disabled_at is not null as disabled from staff
    where email = any(${emails}::text[]) or sign_in_name = any(${names}::text[])`;
  const people = await readPeople(sql, unitId, { now, today: localToday(now) });
  return {
    people: new Map(people.map((person) => [person.staffId, person])),
    byCode: new Map(people.flatMap(({ code, staffId }) => (code === null ? [] : [[foldText(code), staffId] as const]))),
    byEmail: new Map(known.flatMap((each) => (each.email === null ? [] : [[each.email, each] as const]))),
    bySignIn: new Map(known.map((each) => [each.signInName, each])),
    seen: new Map(),
  };
}

/** Lines of one person together: those with the same code, else the same e-mail, else the same sign-in name. */
function groupLines(lines: readonly StaffLine[]): [StaffLine, ...StaffLine[]][] {
  const groups = new Map<string, [StaffLine, ...StaffLine[]]>();
  for (const line of lines) {
    const key = line.code
      ? `code ${foldText(line.code)}`
      : line.email
        ? `email ${line.email}`
        : `name ${line.signInName}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
}

function planPerson(ctx: UnitCtx, unit: UnitStaff, group: readonly [StaffLine, ...StaffLine[]], plan: StaffPlan): void {
  const [first] = group;
  const before = plan.errors.length;
  const wrong: Wrong = (line, column, problem, details = {}) => {
    plan.errors.push({ line, column, problem, details });
  };
  for (const line of group) {
    for (const column of ["name", "email", "signInName"] as const) {
      const [a, b] = [line[column], first[column]];
      if (a !== null && b !== null && a !== b) wrong(line.line, column, "differs", { line: first.line, value: b });
    }
  }
  const found = findPerson(unit, first, wrong);
  const wanted = plan.errors.length > before ? null : wantedOf(found, first, wrong);
  if (!wanted) return;
  for (const key of new Set([wanted.person.staffId, wanted.person.email, wanted.person.signInName])) {
    if (key !== null && unit.seen.has(key)) wrong(first.line, "name", "twice", { line: unit.seen.get(key) ?? 0 });
    else if (key !== null) unit.seen.set(key, first.line);
  }
  const planned = group.map((line) => planRole(ctx, { line, first, found: found.person, ...wanted }, wrong));
  const { person } = wanted;
  const touched = !person.staffId || person.account || person.post || person.roles.length > 0;
  const hindrance = found.person && touched ? hindranceOf(ctx, found.person, { account: person.account }) : null;
  if (hindrance) wrong(first.line, "name", hindrance);
  if (!found.person && person.staffId && person.account) wrong(first.line, "name", "elsewhere");
  if (plan.errors.length > before) return;
  plan.lines.push(...planned);
  if (touched) plan.people.push(person);
}

interface Wanted {
  person: PlannedPerson;
  /** What will be other than it is, roles apart. */
  changes: PlannedLine["changes"];
}

/** The person as the list wants them; a cell left empty changes nothing. Null when there is no way to sign in. */
function wantedOf({ known, person }: Found, line: StaffLine, wrong: Wrong): Wanted | null {
  const now = person ?? known;
  const signInName = now?.signInName ?? line.signInName ?? line.email;
  if (!signInName) {
    wrong(line.line, "email", "noAddress");
    return null;
  }
  const email = line.email ?? now?.email ?? null;
  const code = line.code ?? person?.code ?? null;
  const title = line.title ?? person?.title ?? "";
  const changes: PlannedLine["changes"] = [];
  if (now && !person) changes.push("joins");
  if (now && now.name !== line.name) changes.push("name");
  if (now && now.email !== email) changes.push("email");
  const account = changes.includes("name") || changes.includes("email");
  if (person && person.code !== code) changes.push("code");
  if (person && person.title !== title) changes.push("title");
  const post = !person || person.code !== code || person.title !== title;
  const staffId = person?.staffId ?? known?.id ?? null;
  return { person: { staffId, name: line.name, signInName, email, code, title, account, post, roles: [] }, changes };
}

type Wrong = (line: number, column: StaffColumn, problem: string, details?: StaffLineError["details"]) => void;

/** Somebody of the unit, or somebody known from another one who joins; neither for somebody new. */
interface Found {
  known: Known | null;
  person: Person | null;
}

/** Whom the line means. */
function findPerson(unit: UnitStaff, line: StaffLine, wrong: Wrong): Found {
  const byCode = line.code ? (unit.byCode.get(foldText(line.code)) ?? null) : null;
  const byEmail = line.email ? (unit.byEmail.get(line.email) ?? null) : null;
  const signIn = line.signInName ?? (byCode || byEmail ? null : line.email);
  const bySignIn = signIn ? (unit.bySignIn.get(signIn) ?? null) : null;
  const id = byCode ?? byEmail?.id ?? bySignIn?.id ?? null;
  const person = id ? (unit.people.get(id) ?? null) : null;
  const known = byEmail?.id === id ? byEmail : bySignIn?.id === id ? bySignIn : null;
  if (byEmail && byEmail.id !== id) wrong(line.line, "email", "emailTaken", { value: line.email ?? "" });
  if (bySignIn && bySignIn.id !== id) wrong(line.line, "signInName", "nameTaken", { value: signIn ?? "" });
  if (byCode && line.signInName && person && person.signInName !== line.signInName) {
    wrong(line.line, "signInName", "signInFixed", { value: person.signInName });
  }
  if (person?.code && line.code && !byCode) wrong(line.line, "code", "codeDiffers", { value: person.code });
  const stranger = known && !person;
  if (stranger && (known.disabled || foldText(known.name) !== foldText(line.name))) {
    wrong(line.line, byEmail ? "email" : "signInName", byEmail ? "emailTaken" : "nameTaken", {
      value: line.email ?? "",
    });
  }
  return { known, person };
}

interface RolePlan extends Wanted {
  line: StaffLine;
  /** The person's first line, at which changes apart from roles are told. */
  first: StaffLine;
  found: Person | null;
}

/** What the line's role will do; adds it to what is to be written. */
function planRole(ctx: UnitCtx, { line, first, found, person, changes }: RolePlan, wrong: Wrong): PlannedLine {
  const today = localToday(ctx.now);
  const told = line === first ? [...changes] : [];
  const done = (outcome: PlannedLine["outcome"]): PlannedLine => ({ ...line, outcome, changes: told });
  const held = (found?.roles ?? []).filter(({ role }) => role === line.role);
  const current = line.from ? held.find(({ from }) => from === line.from) : held.find((each) => isOpen(each, today));
  const role = line.role as Role;
  const to = line.lastDay === null ? null : dayAfter(line.lastDay);
  const next: HeldRole = { role, from: line.from ?? current?.from ?? today, to };
  // A cell left empty says nothing of an end that is known.
  const same = current && (line.lastDay === null || current.to === to);
  if (same) return done(told.length > 0 ? "changed" : "same");
  if (!isRole(line.role) || !rolesToGive(ctx).includes(role)) wrong(line.line, "role", "roleBeyond");
  if (current) {
    // Ending is done on the person's page, where the unit's last chairman is looked after.
    if (current.to === null || (to !== null && to < current.to)) wrong(line.line, "lastDay", "endsThere");
  } else if (overlapOf([...held, ...person.roles], next)) {
    wrong(line.line, "from", "roleHeld");
  }
  person.roles.push(next);
  told.push(current ? "dates" : "role");
  return done(person.staffId ? "changed" : "new");
}
