import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import type { Capacity } from "@gandan/model/delegation/delegation-inputs";
import { AppError } from "@gandan/model/error/app-error";
import type { LetterId } from "@gandan/model/letter/letter-inputs";

/** One step of a letter's way, by the server's clock. */
export interface LetterStep {
  step: "drafted" | "checked" | "signed" | "made" | "sent" | "came-back";
  at: Date;
  /** When it happened, as the officer stated it; null when it was noted at once. */
  statedAt: Date | null;
  person: string | null;
  how: "hand" | "post" | "e-mail" | null;
  /** Who took it, the number of the post, why it came back; of a signature by delegation its document. */
  note: string | null;
  /** Of a signature by delegation. */
  capacity: Capacity | null;
}

/**
 * The way of a letter, latest step first: by whom it was written, checked and signed, when its file was made, and each
 * time that it went out or came back. Nothing of whom it is to.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound
 */
export async function readLetterHistory(ctx: UnitCtx, { letterId }: LetterId): Promise<LetterStep[]> {
  authorize(ctx, "letter:read");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const steps = await sql<LetterStep[]>`
      with one as (select * from letter where unit_id = ${unitId} and id = ${letterId}),
      steps as (
        select 1 as place, 'drafted' as step, drafted_at as at, null::timestamptz as stated_at, drafted_by as actor,
          null as how, null as note, null as capacity from one
        union all select 2, 'checked', checked_at, null, checked_by, null, null, null from one where checked_at is not null
        union all select 3, 'signed', signed_at, null, signed_by, null, d.reference, d.capacity from one
          left join delegation d on d.unit_id = one.unit_id and d.id = one.delegation_id where signed_at is not null
        union all select 4, 'made', f.frozen_at, null, null, null, null, null from letter_file f
          where f.unit_id = ${unitId} and f.letter_id = ${letterId}
        union all select 4 + v.seq, v.outcome, v.at, v.stated_at, v.actor, v.how, v.note, null from letter_delivery v
          where v.unit_id = ${unitId} and v.letter_id = ${letterId}
      )
      select step, at, stated_at as "statedAt", s.name as person, how, note, capacity
      from steps left join staff s on s.id::text = steps.actor order by place desc`;
    if (steps.length === 0) throw new AppError("NOT_FOUND", "letter.notFound");
    return [...steps];
  });
}
