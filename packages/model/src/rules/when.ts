import { minuteOfDay } from "@gandan/calendar/local-time";
import { z } from "zod";
import { CHANNELS, channelCode, type DossierColumns, type DossierWords } from "../dossier/dossier-columns";
import { channel } from "../dossier/dossier-event";
import { DOSSIER_GROUPS, dossierGroupCode } from "../dossier/dossier-group";
import type { Reason } from "../outcome/outcome";
import { reason } from "../outcome/reason-keys";
import type { RuleEnv } from "./define-rule-kind";

const DAY = 1440;
const NOON = 720;

/** Which dossiers a rule is for; what is left out does not restrict. Weekdays and times are those of receipt. */
export const whenParam = z.strictObject({
  /** "registered": those the unit has registered for its model; "all"; or national codes. */
  procedures: z.union([z.enum(["registered", "all"]), z.array(z.string().min(1)).min(1)]).default("all"),
  groups: z.array(z.enum(DOSSIER_GROUPS)).min(1).optional(),
  channels: z.array(channel).min(1).optional(),
  /** ISO: 1 Monday … 7 Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).optional(),
  /** Morning ends at noon. */
  part_of_day: z.enum(["morning", "afternoon"]).optional(),
  /** "15:00": a dossier received at 15:00 is no longer within. */
  received_before: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time")
    .optional(),
  except_flags: z.array(z.string().min(1)).default([]),
});
export type When = z.infer<typeof whenParam>;

const ALL = 0xffffffff;

function maskOf(codes: readonly number[] | undefined): number {
  return codes === undefined ? ALL : codes.reduce((mask, code) => mask | (1 << code), 0);
}

/** Conditions worked into masks and tables, tested by {@link whenHolds}. */
export class CompiledWhen {
  readonly groups: number;
  readonly channels: number;
  readonly weekdays: number;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly anyTime: boolean;
  readonly anyWord: boolean;
  /** By procedure code: 1 where the rule applies. By flag-set code: 1 where a flag excepts the dossier. */
  procedureHit = new Uint8Array(0);
  excepted = new Uint8Array(0);
  private readonly procedures: ReadonlySet<string> | null;
  private readonly flags: ReadonlySet<string>;
  private boundTo: DossierWords | null = null;
  private boundProcedures = 0;
  private boundFlagSets = 0;

  constructor(when: When | undefined, env: RuleEnv) {
    const { procedures = "all", groups, channels, weekdays, part_of_day: part, received_before: before } = when ?? {};
    if (procedures === "all") this.procedures = null;
    else this.procedures = procedures === "registered" ? env.registered : new Set(procedures);
    this.flags = new Set(when?.except_flags);
    this.groups = maskOf(groups?.map(dossierGroupCode));
    this.channels = maskOf(channels?.map(channelCode));
    this.weekdays = maskOf(weekdays);
    this.fromMinute = part === "afternoon" ? NOON : 0;
    this.toMinute = Math.min(part === "morning" ? NOON : DAY, before === undefined ? DAY : minuteOfDay(before));
    this.anyTime = this.weekdays === ALL && this.fromMinute === 0 && this.toMinute === DAY;
    this.anyWord = this.procedures === null && this.flags.size === 0;
  }

  /** Must precede {@link whenHolds} whenever procedures or flag sets may have been added to `words`. */
  bind(words: DossierWords): void {
    if (this.anyWord) return;
    const procedures = words.procedures.words;
    const flagSets = words.flagSets.words;
    if (this.boundTo === words && this.boundProcedures === procedures.length && this.boundFlagSets === flagSets.length)
      return;
    this.boundTo = words;
    this.boundProcedures = procedures.length;
    this.boundFlagSets = flagSets.length;
    this.procedureHit = Uint8Array.from(procedures, (word) => Number(this.procedures?.has(word) ?? true));
    this.excepted = Uint8Array.from(flagSets, (word) => Number(word.split(" ").some((flag) => this.flags.has(flag))));
  }
}

/** Whether the rule is for row `i`. */
export function whenHolds(when: CompiledWhen, cols: DossierColumns, i: number): boolean {
  if (!when.anyWord) {
    if (when.procedureHit[cols.procedure[i]!] === 0) return false;
    if (when.excepted[cols.flagSet[i]!] === 1) return false;
  }
  if (((when.groups >>> cols.group[i]!) & 1) === 0 || ((when.channels >>> cols.channel[i]!) & 1) === 0) return false;
  return when.anyTime || timeHolds(when, cols.receivedAt[i]!);
}

function timeHolds(when: CompiledWhen, receivedAt: number): boolean {
  const day = Math.floor(receivedAt / DAY);
  const minute = receivedAt - day * DAY;
  return ((when.weekdays >>> (((day + 3) % 7) + 1)) & 1) === 1 && minute >= when.fromMinute && minute < when.toMinute;
}

/** Which condition keeps the rule away from row `i`, for which {@link whenHolds} is false. */
export function whenReason(when: CompiledWhen, cols: DossierColumns, i: number): Reason {
  if (!when.anyWord && when.procedureHit[cols.procedure[i]!] === 0) return reason("dossier.otherProcedure", {});
  if (!when.anyWord && when.excepted[cols.flagSet[i]!] === 1) return reason("dossier.excepted", {});
  if (((when.groups >>> cols.group[i]!) & 1) === 0) {
    return reason("dossier.otherGroup", { groupWord: DOSSIER_GROUPS[cols.group[i]!]! });
  }
  if (((when.channels >>> cols.channel[i]!) & 1) === 0) {
    return reason("dossier.otherChannel", { channelWord: CHANNELS[cols.channel[i]!]! });
  }
  return reason("dossier.otherTime", { receivedAt: cols.receivedAt[i]! });
}
