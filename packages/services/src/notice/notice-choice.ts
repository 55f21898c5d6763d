import { authorize, mayDo, type Permission } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { Sentence } from "@gandan/model/model/sentence";
import type { ChangeNoticeChoice } from "@gandan/model/notice/notice-inputs";
import { MAIL_KINDS, type MailKind } from "@gandan/model/notice/notice-kinds";
import { reminderSentences } from "@gandan/model/notice/reminder-plan";
import { loadJudge } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";
import { mailSettings } from "./mail-settings";

export interface NoticeMailState {
  id: string;
  state: "waiting" | "sent" | "failed" | "dropped";
  sendAt: Date;
  attempts: number;
  address: string | null;
  problem: string | null;
  reminders: number;
  endedAt: Date | null;
}

export interface NoticeChoice {
  address: string;
  mailOn: boolean;
  kinds: MailKind[];
  /** Kinds that can reach the person here, by what the roles may do. */
  offered: MailKind[];
  /** When officers are reminded now, as the model in force says; `model` null where the usual times hold. */
  plan: { sentence: Sentence; model: string | null };
  /** Whether the installation can send e-mail at all. */
  mailPossible: boolean;
  /** The person's last ten e-mails, the newest first. */
  mails: NoticeMailState[];
}

/** Who is told of what is of one area alone. */
const REACHES: Readonly<Partial<Record<MailKind, Permission>>> = {
  "officer-told": "officer-result:read",
  "officer-asked": "officer-result:own",
  "officer-replied": "officer-result:read",
  "publication-due": "publication:edit",
  "survey-quota": "survey:enter",
};

/**
 * How the person wants to be reminded in the unit, and how their last e-mails fared. Whoever has said nothing gets none;
 * the address of the account is offered.
 * @throws AppError FORBIDDEN
 */
export async function readNoticeChoice(ctx: UnitCtx): Promise<NoticeChoice> {
  authorize(ctx, "notice:read");
  const { unitId } = ctx;
  const { staffId } = ctx.actor;
  return inUnit(ctx, async (_tx, sql) => {
    const [[choice], [person], mails, judge] = await Promise.all([
      sql<{ address: string | null; mailOn: boolean; kinds: MailKind[] }[]>`
        select address, mail_on as "mailOn", kinds from notice_choice
        where unit_id = ${unitId} and staff_id = ${staffId}`,
      sql<{ email: string | null }[]>`select email from staff where id = ${staffId}`,
      sql<NoticeMailState[]>`
        select m.id, m.state, m.send_at as "sendAt", m.attempts, m.address, m.problem, m.ended_at as "endedAt",
          (select count(*)::int from notice_mail_item i where i.unit_id = m.unit_id and i.mail_id = m.id) as reminders
        from notice_mail m where m.unit_id = ${unitId} and m.staff_id = ${staffId}
        order by m.created_at desc, m.id desc limit 10`,
      loadJudge(sql, unitId, ctx.now),
    ]);
    const own = judge.ownVersionOn(localToday(ctx.now));
    const said = own?.source.reminders;
    return {
      address: choice?.address ?? person?.email ?? "",
      mailOn: choice?.mailOn ?? false,
      kinds: choice?.kinds ?? [...MAIL_KINDS],
      offered: MAIL_KINDS.filter((kind) => mayDo(ctx, REACHES[kind] ?? "notice:read")),
      plan: { sentence: reminderSentences(said), model: own && said ? own.title : null },
      mailPossible: mailSettings(process.env) !== null,
      mails,
    };
  });
}

/**
 * Changes how the person wants to be reminded in the unit. Audited without the address.
 * @throws AppError FORBIDDEN
 */
export async function changeNoticeChoice(ctx: UnitCtx, input: ChangeNoticeChoice): Promise<void> {
  authorize(ctx, "notice:read");
  const { unitId, now } = ctx;
  const { staffId } = ctx.actor;
  const { mailOn, kinds } = input;
  const address = input.address || null;
  await inUnit(ctx, async (_tx, sql) => {
    await sql`
      insert into notice_choice (unit_id, staff_id, address, mail_on, kinds, updated_at)
      values (${unitId}, ${staffId}, ${address}, ${mailOn}, ${kinds}, ${now})
      on conflict (unit_id, staff_id) do update set address = excluded.address, mail_on = excluded.mail_on,
        kinds = excluded.kinds, updated_at = excluded.updated_at`;
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: staffId,
      action: "notice.choose",
      subject: staffId,
      details: { mailOn, kinds },
    });
  });
}
