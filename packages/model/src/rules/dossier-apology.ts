import { z } from "zod";
import {
  APOLOGY_FIELDS,
  apologyFieldBits,
  type DossierColumns,
  SIGNER_ROLES,
  signerCode,
} from "../dossier/dossier-columns";
import { apologyField, signerRole } from "../dossier/dossier-event";
import { NEVER } from "../dossier/dossier-facts";
import { MET, MISSED, NOT_APPLICABLE, type OutcomeCode, PENDING, type Reason } from "../outcome/outcome";
import { reason } from "../outcome/reason-keys";
import { defineDossierRuleKind } from "./define-rule-kind";
import { dueFlipsAt, dueOutcome } from "./due-outcome";
import { APOLOGY_FIELD_NAMES, nameList, SIGNER_NAMES } from "./word-names";

const DAY = 1440;

interface Apology {
  endOfDay: boolean;
  requires: number;
  /** Bit per signer's role; no signer (code 255) has none. */
  signers: number;
}

function limitOf(rule: Apology, due: number): number {
  return rule.endOfDay ? Math.floor(due / DAY) * DAY + DAY - 1 : due;
}

function signed(rule: Apology, cols: DossierColumns, i: number): boolean {
  const signer = cols.apologySigner[i]!;
  return signer < 32 && ((rule.signers >>> signer) & 1) === 1;
}

function judge(rule: Apology, cols: DossierColumns, i: number, asOf: number): OutcomeCode {
  const due = cols.dueAt[i]!;
  const onTime = dueOutcome(cols, i, due, asOf);
  if (onTime === PENDING) return PENDING;
  if (onTime !== MISSED) return NOT_APPLICABLE;
  const limit = limitOf(rule, due);
  const apology = cols.apologyAt[i]!;
  if (apology <= limit && (cols.apologyFields[i]! & rule.requires) === rule.requires && signed(rule, cols, i))
    return MET;
  return asOf <= limit ? PENDING : MISSED;
}

function block(
  rule: Apology,
  cols: DossierColumns,
  from: number,
  to: number,
  asOf: number,
  out: Uint32Array,
  word: number,
  shift: number,
): void {
  for (let i = from; i < to; i++) out[2 * i + word]! |= judge(rule, cols, i, asOf) << shift;
}

function reasonOf(rule: Apology, cols: DossierColumns, i: number, asOf: number): Reason {
  const dueAt = cols.dueAt[i]!;
  const code = judge(rule, cols, i, asOf);
  if (code === NOT_APPLICABLE)
    return dueAt === NEVER ? reason("dossier.noDue", {}) : reason("dossier.notLate", { dueAt });
  if (dueOutcome(cols, i, dueAt, asOf) === PENDING) {
    return dueAt === NEVER
      ? reason("dossier.awaitingAcceptance", { receivedAt: cols.receivedAt[i]! })
      : reason("dossier.notLateYet", { dueAt });
  }
  const limitAt = limitOf(rule, dueAt);
  const apologyAt = cols.apologyAt[i]!;
  if (code === MET) return reason("dossier.apologyInTime", { apologyAt, limitAt });
  if (code === PENDING) return reason("dossier.apologyAwaited", { limitAt });
  if (apologyAt === NEVER) return reason("dossier.apologyMissing", { limitAt });
  if (apologyAt > limitAt) return reason("dossier.apologyLate", { apologyAt, limitAt });
  const missing = rule.requires & ~cols.apologyFields[i]!;
  if (missing !== 0) {
    const words = APOLOGY_FIELDS.filter((_, bit) => ((missing >>> bit) & 1) === 1);
    return reason("dossier.apologyIncomplete", { apologyAt, missingWords: words.join(",") });
  }
  return reason("dossier.apologySigner", { apologyAt, signerWord: SIGNER_ROLES[cols.apologySigner[i]!] ?? "nobody" });
}

/** A late dossier has a written apology before its time is over, complete and signed by whom the rule names (plan 002, II.1.1 and II.2.2). */
export const dossierApology = defineDossierRuleKind({
  kind: "dossier.apology",
  params: z.strictObject({
    before: z.enum(["due", "end-of-due-day"]).default("due"),
    requires: z.array(apologyField).default([]),
    signed_by: z.array(signerRole).min(1).default(["chairman", "vice-chairman", "head-of-office", "officer"]),
  }),
  sampled: true,
  stricter: { requires: "superset", signed_by: "subset" },
  sentence: ({ before, requires, signed_by }, language) => {
    const fields = nameList(APOLOGY_FIELD_NAMES, requires, language);
    const signers = nameList(SIGNER_NAMES, signed_by, language);
    if (language === "vi") {
      const limit = before === "due" ? "trước khi hết hạn" : "chậm nhất trong ngày đến hạn";
      return `Hồ sơ trễ hẹn có thư xin lỗi ${limit}${fields && `, nêu rõ ${fields}`}, do ${signers.replace(/, (?=[^,]*$)/, " hoặc ")} ký.`;
    }
    const limit = before === "due" ? "before its time is over" : "by the end of the day it is due";
    return `A late dossier has an apology ${limit}${fields && ` that states ${fields}`}, signed by ${signers.replace(/, (?=[^,]*$)/, " or ")}.`;
  },
  compile: ({ before, requires, signed_by }) => {
    const rule: Apology = {
      endOfDay: before === "end-of-due-day",
      requires: apologyFieldBits(requires),
      signers: signed_by.reduce((mask, role) => mask | (1 << signerCode(role)), 0),
    };
    return {
      judge: (cols, i, asOf) => judge(rule, cols, i, asOf),
      block: (cols, from, to, asOf, out, word, shift) => block(rule, cols, from, to, asOf, out, word, shift),
      reason: (cols, i, asOf) => reasonOf(rule, cols, i, asOf),
      flipsAt: (cols, i, asOf) => {
        if (judge(rule, cols, i, asOf) !== PENDING) return NEVER;
        const due = cols.dueAt[i]!;
        const late = dueOutcome(cols, i, due, asOf) === MISSED;
        return late ? limitOf(rule, due) + 1 : dueFlipsAt(cols, i, due, asOf);
      },
    };
  },
});
