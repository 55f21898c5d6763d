import type { InstallationKey } from "@gandan/auth/seal";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { office } from "@gandan/model/settings/office-inputs";
import type { TransactionSql } from "postgres";
import { afterTry, LEASE } from "../notice/mail-tries";
import type { Mailer } from "../notice/open-mailer";
import { readSetting } from "../settings/unit-setting";
import { composeFeedbackMail, type Told } from "./compose-feedback-mail";
import { secretOf } from "./feedback-secret";
import { numberOf } from "./receive-feedback";

/** An answer told later than this was told by other ways, or not at all. */
const FRESH = 3 * 86_400_000;

interface Claimed {
  attempts: number;
  createdAt: Date;
}

interface Ready extends Claimed {
  kind: string;
  year: number;
  number: number;
  dueAt: Date;
  needsAnswer: boolean;
  email: string;
  language: "vi" | "en";
}

const TOLD: Readonly<Record<string, Told>> = { received: "received", corrected: "corrected" };

interface WhichMail {
  feedbackId: string;
  seq: number;
}

/** Takes a mail on for one try; undefined when another does, or it is not its time. */
async function claim(sql: TransactionSql, unitId: string, { feedbackId, seq }: WhichMail, now: Date) {
  const [row] = await sql<Claimed[]>`
    update feedback_mail set attempts = attempts + 1, send_at = ${new Date(now.getTime() + LEASE)}
    where (unit_id, feedback_id, seq) in (
      select unit_id, feedback_id, seq from feedback_mail
      where unit_id = ${unitId} and feedback_id = ${feedbackId} and seq = ${seq} and state = 'waiting'
        and send_at <= ${now}
      for update skip locked)
    returning attempts, created_at as "createdAt"`;
  return row;
}

/** The unit by its last name, and where citizens reach it; null: where the installation is reached. */
async function siteOf(sql: TransactionSql, unitId: string) {
  const [[unit], desk] = await Promise.all([
    sql<{ name: string; slug: string; host: string | null }[]>`
      select n.name, u.slug,
        (select min(host) from unit_host where unit_id = u.id and confirmed_at is not null) as host
      from unit u join unit_name n on n.unit_id = u.id where u.id = ${unitId} order by n.valid_from desc limit 1`,
    readSetting(sql, unitId, "office", office),
  ]);
  const { name, slug, host } = unit!;
  return { name, slug, origin: host ? `https://${host}` : desk.value.publicAddress || null };
}

/**
 * Sends one e-mail about a feedback to who left an address, in the language in which they wrote; tried again like other
 * e-mails, under the same Message-ID.
 *
 * It carries the secret link, at the receipt and with the answer: no table knows that link, not even its hash, since it is
 * made of the feedback's id and the key of the installation. It is made anew here for the letter alone, and lies in the
 * citizen's mail box and nowhere else, as on the page that showed it first. What was typed at the desk comes to its citizen
 * by this way only. The price: at an address that was mistyped a stranger can read the feedback; so the letter says whom it
 * is from and how to end it, it holds no word of the feedback, and an address gets few of them.
 * @returns "gone" when another sends it; "dropped" when the contact was taken away, or it is no news
 */
export async function sendFeedbackMail(
  scope: UnitScope,
  which: WhichMail,
  now: Date,
  { mailer, key }: { mailer: Pick<Mailer, "send" | "publicUrl">; key: InstallationKey },
): Promise<"sent" | "again" | "failed" | "dropped" | "gone"> {
  const { unitId } = scope;
  const { feedbackId, seq } = which;
  const found = await inUnit(scope, async (_tx, sql) => {
    const claimed = await claim(sql, unitId, which, now);
    if (!claimed) return undefined;
    const [row] = await sql<Omit<Ready, keyof Claimed>[]>`
      select e.kind, f.year, f.number, f.due_at as "dueAt", f.needs_answer as "needsAnswer", c.email, c.language
      from feedback f
      join feedback_event e on e.unit_id = f.unit_id and e.feedback_id = f.id and e.seq = ${seq}
      join feedback_contact c on c.unit_id = f.unit_id and c.feedback_id = f.id and c.email <> ''
      where f.unit_id = ${unitId} and f.id = ${feedbackId}`;
    if (row && now.getTime() - claimed.createdAt.getTime() < FRESH) {
      return { ...claimed, ...row, unit: await siteOf(sql, unitId) };
    }
    await sql`
      update feedback_mail set state = 'dropped', ended_at = ${now}
      where unit_id = ${unitId} and feedback_id = ${feedbackId} and seq = ${seq}`;
    return null;
  });
  if (found === undefined) return "gone";
  if (found === null) return "dropped";
  const { unit, kind, email, language, attempts, dueAt, needsAnswer } = found;
  const origin = unit.origin ?? mailer.publicUrl;
  const mail = composeFeedbackMail({
    told: TOLD[kind] ?? "answered",
    language,
    unitName: unit.name,
    number: numberOf(found),
    dueAt: needsAnswer ? dueAt : null,
    url: origin && `${origin}/p/${unit.slug}/feedback/${secretOf(key, unitId, feedbackId)}`,
  });
  let failure: unknown;
  try {
    await mailer.send(`${feedbackId}.${seq}`, email, mail);
  } catch (error) {
    failure = error;
  }
  const { end, sendAt, problem } = afterTry(failure, attempts, now);
  // What a server says of an address it refuses may be the address.
  const told = problem?.replaceAll(email, "…") ?? null;
  await inUnit(scope, async (_tx, sql) => {
    await sql`
      update feedback_mail set problem = ${told}, state = ${end === "again" ? "waiting" : end},
        ended_at = ${end === "again" ? null : now}, send_at = ${sendAt}
      where unit_id = ${unitId} and feedback_id = ${feedbackId} and seq = ${seq} and state = 'waiting'
        and attempts = ${attempts}`;
  });
  return end;
}
