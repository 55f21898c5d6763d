import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { LetterTone } from "@gandan/model/letter/letter-kinds";
import { LARGEST_BATCH, signing } from "@gandan/model/letter/signing-inputs";
import { capacityToday, type SigningCapacity } from "../delegation/signing-capacity";
import { readSetting } from "../settings/unit-setting";
import { kindNamed, loadKinds } from "./unit-kinds";
import { unreadyDrafts } from "./unready-drafts";

export interface SignableLetter {
  id: string;
  kind: string;
  /** Name of the kind. */
  kindTitle: string;
  tone: LetterTone;
  revision: number;
  honorific: string;
  addressee: string;
  externalCode: string | null;
  procedureName: string | null;
  cause: string | null;
  /** By when it has to be signed. */
  dueAt: Date | null;
  newDueAt: string | null;
  draftedBy: string | null;
  /** Written by the one who looks: another has to check it. */
  own: boolean;
  checkedBy: string | null;
  checkedAt: Date | null;
}

export interface SignableList {
  letters: SignableLetter[];
  /** All that wait, shown or not. */
  waiting: number;
  /** How the one who looks signs today; null when not at all. */
  capacity: Pick<SigningCapacity, "signer" | "delegationId"> | null;
  mayCheck: boolean;
  checkRequired: boolean;
}

/**
 * Letters that wait to be checked or signed, without drafts of the system that still lack something: as many as can be
 * signed at once, the most urgent first. They show who they are to, so the reading is logged.
 * @throws AppError FORBIDDEN
 */
export async function listSignable(ctx: UnitCtx): Promise<SignableList> {
  authorize(ctx, "letter:read");
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  return inUnit(ctx, async (_tx, sql) => {
    const capacity = await capacityToday(sql, ctx, localDateOf(toLocalMinute(now)));
    const unready = await unreadyDrafts(sql, unitId, now);
    const [letters, [count], setting, kinds] = await Promise.all([
      sql<Omit<SignableLetter, "kindTitle" | "tone">[]>`
        select l.id, l.kind, l.revision, coalesce(l.content ->> 'honorific', '') as honorific,
          coalesce(l.content ->> 'addressee', '') as addressee,
          d.external_code as "externalCode",
          nullif(concat_ws('. ', l.content ->> 'causeTitle', nullif(l.content ->> 'cause', '')), '') as cause,
          (select p.name from procedure p where p.code = d.procedure_code
            order by p.effective_from <= d.received_on desc, p.effective_from desc limit 1) as "procedureName",
          coalesce(l.due_at, case when l.kind = 'apology' then d.due_at end) as "dueAt",
          l.content ->> 'newDueAt' as "newDueAt", s.name as "draftedBy", l.drafted_by = ${actor} as own,
          c.name as "checkedBy", l.checked_at as "checkedAt"
        from letter l
        left join dossier d on d.unit_id = l.unit_id and d.id = l.dossier_id
        left join staff s on s.id::text = l.drafted_by
        left join staff c on c.id::text = l.checked_by
        where l.unit_id = ${unitId} and l.state in ('drafted', 'checked') and l.id <> all(${unready}::uuid[])
        order by coalesce(l.due_at, case when l.kind = 'apology' then d.due_at end) nulls last, l.drafted_at, l.id
        limit ${LARGEST_BATCH}`,
      sql<{ n: number }[]>`
        select count(*)::int as n from letter
        where unit_id = ${unitId} and state in ('drafted', 'checked') and id <> all(${unready}::uuid[])`,
      readSetting(sql, unitId, "signing", signing),
      loadKinds(sql, unitId),
    ]);
    const details = { state: "to-sign", rows: letters.length };
    await appendAudit(sql, { unitId, at: now, actor, action: "letter.list", details });
    return {
      letters: letters.map((letter) => {
        const { title, tone } = kindNamed(kinds, letter.kind);
        return { ...letter, kindTitle: title, tone };
      }),
      waiting: count!.n,
      capacity: capacity && { signer: capacity.signer, delegationId: capacity.delegationId },
      mayCheck: mayDo(ctx, "letter:check"),
      checkRequired: setting.value.checkRequired,
    };
  });
}
