import { makePasswordLinks, type PasswordLink } from "@gandan/auth/password-links";
import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { ChangePerson, StaffId } from "@gandan/model/staff/staff-inputs";
import { refuseTaken, writePost } from "./add-person";
import { auditStaff } from "./audit-staff";
import { beginStaffChange, hindranceOf, personToChange } from "./staff-guard";
import { readPeople, standingOf } from "./staff-people";

/**
 * Corrects name, e-mail, code and title of a person. Name and e-mail of someone who works for other units too stay.
 * @throws AppError FORBIDDEN staff.self | staff.beyond | staff.elsewhere; CONFLICT staff.emailTaken | staff.codeTaken;
 *   NOT_FOUND staff.notFound
 */
export async function changePerson(ctx: UnitCtx, input: ChangePerson): Promise<void> {
  const { unitId } = ctx;
  const { staffId, name, email, code, title } = input;
  await inUnit(ctx, async (_tx, sql) => {
    await beginStaffChange(ctx, sql);
    const before = await personToChange(ctx, sql, staffId);
    const account = before.name !== name || before.email !== email;
    if (account) await personToChange(ctx, sql, staffId, { account: true });
    await refuseTaken(sql, unitId, { staffId, email, code });
    if (account) await sql`update staff set name = ${name}, email = ${email} where id = ${staffId}`;
    await writePost(sql, { unitId, staffId, code, title: title ?? "" });
    const changed = [
      ...(before.name !== name ? ["name"] : []),
      ...(before.email !== email ? ["email"] : []),
      ...(before.code !== code ? ["code"] : []),
      ...(before.title !== (title ?? "") ? ["title"] : []),
    ];
    await auditStaff(sql, ctx, "change", staffId, { changed });
  });
}

/**
 * A link by which the person sets a new password; earlier links count no more, the password stays until then.
 * @throws AppError FORBIDDEN staff.self | staff.beyond | staff.elsewhere; NOT_FOUND staff.notFound | staff.roleGone
 */
export async function makePersonLink(
  ctx: UnitCtx,
  { staffId }: StaffId,
): Promise<{ token: string; expiresAt: Date; name: string }> {
  return inUnit(ctx, async (_tx, sql) => {
    const today = await beginStaffChange(ctx, sql);
    const person = await personToChange(ctx, sql, staffId, { account: true });
    if (standingOf(person, today) === "ended") throw new AppError("NOT_FOUND", "staff.roleGone");
    const [link] = await makePasswordLinks(sql, [staffId], { actor: ctx.actor.staffId, now: ctx.now });
    if (!link) throw new AppError("NOT_FOUND", "staff.notFound");
    await auditStaff(sql, ctx, "link", staffId);
    return { token: link.token, expiresAt: link.expiresAt, name: person.name };
  });
}

export type PersonLink = PasswordLink & { name: string; signInName: string; code: string | null; email: string | null };

/** A link for each person of the unit who has no password yet and whom the actor may look after. @throws AppError FORBIDDEN */
export async function makeFirstLinks(ctx: UnitCtx): Promise<PersonLink[]> {
  authorize(ctx, "staff:manage");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const today = await beginStaffChange(ctx, sql);
    const people = (await readPeople(sql, unitId, { now, today })).filter(
      (person) =>
        !person.hasPassword &&
        standingOf(person, today) !== "ended" &&
        hindranceOf(ctx, person, { account: true }) === null,
    );
    const ids = people.map(({ staffId }) => staffId);
    const links = new Map(
      (await makePasswordLinks(sql, ids, { actor: actor.staffId, now })).map((link) => [link.staffId, link]),
    );
    if (ids.length > 0) await auditStaff(sql, ctx, "link", unitId, { people: ids });
    return people.flatMap(({ staffId, name, signInName, code, email }) => {
      const link = links.get(staffId);
      return link ? [{ ...link, name, signInName, code, email }] : [];
    });
  });
}
