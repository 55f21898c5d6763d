import { installationKey } from "@gandan/auth/seal";
import type { Database } from "@gandan/db/connect";
import { databaseAway } from "@gandan/db/database-away";
import {
  findDeliveries,
  findFeedbackMails,
  findFeedbackReminders,
  findMails,
  findPetitionReminders,
  findReminders,
} from "@gandan/db/find-notices";
import type { UnitScope } from "@gandan/db/in-unit";
import { remindFeedback } from "../feedback/remind-feedback";
import { sendFeedbackMail } from "../feedback/send-feedback-mail";
import { issueNotices } from "../notice/issue-notices";
import { mailSettings } from "../notice/mail-settings";
import { openMailer } from "../notice/open-mailer";
import { sendMail } from "../notice/send-mail";
import { remindPetitions } from "../petition/remind-petitions";
import { allowedNetworks } from "../webhook/address-guard";
import { sendDelivery } from "../webhook/send-delivery";

export interface NoticeDuties {
  /** Tells the reminders whose time has come; true when there were any. */
  issueNotices: (signal: AbortSignal) => Promise<boolean>;
  /** Sends the e-mails whose time has come, where the installation sends any; true when there were any. */
  sendMails: (signal: AbortSignal) => Promise<boolean>;
  /** Sends the events for webhooks whose time has come; true when there were any. */
  sendDeliveries: (signal: AbortSignal) => Promise<boolean>;
  closeMailer: () => void;
}

/** Goes on with the others when one fails, which is told at the end; not when the database is away. */
async function each<T>(all: readonly T[], signal: AbortSignal, what: string, work: (one: T) => Promise<unknown>) {
  const failures: unknown[] = [];
  for (const one of all) {
    if (signal.aborted) break;
    try {
      await work(one);
    } catch (error) {
      if (databaseAway(error) !== null) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, what);
}

/** Receivers outside waited for at once. */
const AT_ONCE = 10;

/** The worker's part in reminders. @throws Error when the settings of e-mail or webhooks are half made */
export function noticeDuties(db: UnitScope["db"], finder: Database, env: NodeJS.ProcessEnv): NoticeDuties {
  const settings = mailSettings(env);
  const mailer = settings && openMailer(settings);
  const allowed = allowedNetworks(env);
  return {
    issueNotices: async (signal) => {
      const units = await findReminders(finder.sql, new Date());
      let looked = 0;
      await each(units, signal, "some units could not be reminded", async ({ unitId }) => {
        for (let some = 1; some > 0 && !signal.aborted; looked += some) {
          some = await issueNotices({ db, unitId }, new Date());
        }
      });
      const waiting = await findFeedbackReminders(finder.sql, new Date());
      await each(waiting, signal, "feedback of some units could not be reminded of", async ({ unitId }) => {
        for (let some = 1; some > 0 && !signal.aborted; looked += some) {
          some = await remindFeedback({ db, unitId }, new Date());
        }
      });
      const sealed = await findPetitionReminders(finder.sql, new Date());
      await each(sealed, signal, "petitions of some units could not be reminded of", async ({ unitId }) => {
        for (let some = 1; some > 0 && !signal.aborted; looked += some) {
          some = await remindPetitions({ db, unitId }, new Date());
        }
      });
      return looked > 0;
    },
    sendMails: async (signal) => {
      if (!mailer) return false;
      const mails = await findMails(finder.sql, new Date());
      await each(mails, signal, "some e-mails could not be handled", ({ unitId, mailId }) =>
        sendMail({ db, unitId }, mailId, new Date(), mailer),
      );
      const answers = await findFeedbackMails(finder.sql, new Date());
      await each(answers, signal, "some e-mails to citizens could not be handled", ({ unitId, ...which }) =>
        sendFeedbackMail({ db, unitId }, which, new Date(), { mailer, key: installationKey(env) }),
      );
      return mails.length + answers.length > 0;
    },
    sendDeliveries: async (signal) => {
      const deliveries = await findDeliveries(finder.sql, new Date());
      if (deliveries.length === 0) return false;
      const outward = { key: installationKey(env), allowed };
      const left = [...deliveries];
      const lanes = Array.from({ length: AT_ONCE }, () => left.splice(0, Math.ceil(deliveries.length / AT_ONCE)));
      await Promise.all(
        lanes.map((lane) =>
          each(lane, signal, "some events could not be handled", ({ unitId, deliveryId }) =>
            sendDelivery({ db, unitId }, deliveryId, new Date(), outward),
          ),
        ),
      );
      return true;
    },
    closeMailer: () => mailer?.close(),
  };
}
