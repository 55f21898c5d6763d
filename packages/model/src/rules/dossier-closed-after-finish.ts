import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { z } from "zod";
import type { DossierColumns } from "../dossier/dossier-columns";
import { NEVER } from "../dossier/dossier-facts";
import { MET, type OutcomeCode, PENDING, type Reason } from "../outcome/outcome";
import { reason } from "../outcome/reason-keys";
import { defineDossierRuleKind } from "./define-rule-kind";
import { afterFinishFlipsAt, afterFinishOutcome, unfinishedReason } from "./due-outcome";
import { TermClock, termParam, termWords } from "./term-param";

function limitOf(within: TermClock, cols: DossierColumns, i: number): number {
  const finished = cols.finishedAt[i]!;
  return finished === NEVER ? NEVER : within.dueAt(finished);
}

function judge(within: TermClock, cols: DossierColumns, i: number, asOf: number): OutcomeCode {
  return afterFinishOutcome(cols, i, cols.closedAt[i]!, limitOf(within, cols, i), asOf);
}

function block(
  within: TermClock,
  cols: DossierColumns,
  from: number,
  to: number,
  asOf: number,
  out: Uint32Array,
  word: number,
  shift: number,
): void {
  for (let i = from; i < to; i++) out[2 * i + word]! |= judge(within, cols, i, asOf) << shift;
}

function reasonOf(within: TermClock, calendar: OfficeCalendar, cols: DossierColumns, i: number, asOf: number): Reason {
  const finishedAt = cols.finishedAt[i]!;
  if (finishedAt === NEVER) return unfinishedReason(cols, i);
  const closedAt = cols.closedAt[i]!;
  const limitAt = limitOf(within, cols, i);
  const code = judge(within, cols, i, asOf);
  if (code === MET) return reason("dossier.closed", { closedAt, finishedAt });
  if (code === PENDING) return reason("dossier.closeAwaited", { finishedAt, limitAt });
  if (closedAt === NEVER) return reason("dossier.closeForgotten", { finishedAt, limitAt });
  const lateMinutes = calendar.workingMinutesBetween(limitAt, closedAt);
  return reason("dossier.closedLate", { closedAt, finishedAt, limitAt, lateMinutes });
}

/** Whoever finishes the work also closes the dossier in the system (plan 003, III.1.2: "quên bấm kết thúc"). */
export const dossierClosedAfterFinish = defineDossierRuleKind({
  kind: "dossier.closed-after-finish",
  params: z.strictObject({ within: termParam.default("same-day") }),
  sampled: true,
  stricter: { within: "shorter" },
  sentence: ({ within }, language) =>
    language === "vi"
      ? `Hồ sơ được bấm kết thúc trên hệ thống ${termWords(within, "vi")} kể từ khi giải quyết xong.`
      : `The dossier is closed in the system ${termWords(within, "en")} once the work is finished.`,
  compile: ({ within }, { calendar }) => {
    const term = new TermClock(within, calendar);
    return {
      judge: (cols, i, asOf) => judge(term, cols, i, asOf),
      block: (cols, from, to, asOf, out, word, shift) => block(term, cols, from, to, asOf, out, word, shift),
      reason: (cols, i, asOf) => reasonOf(term, calendar, cols, i, asOf),
      flipsAt: (cols, i, asOf) => afterFinishFlipsAt(cols, i, cols.closedAt[i]!, limitOf(term, cols, i), asOf),
    };
  },
});
