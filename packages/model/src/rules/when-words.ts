import type { Language } from "./define-rule-kind";
import type { When } from "./when";
import { CHANNEL_NAMES, GROUP_NAMES, nameList, weekdayName } from "./word-names";

/** The dossiers that conditions leave, as the subject of a sentence: "Hồ sơ thuộc thủ tục đã đăng ký, nhận vào thứ Sáu". */
export function whenWords(when: When | undefined, language: Language): string {
  if (when === undefined) return language === "vi" ? "Hồ sơ" : "A dossier";
  return language === "vi" ? vietnamese(when) : english(when);
}

function vietnamese(when: When): string {
  const parts: string[] = [];
  if (when.procedures === "registered") parts.push("thuộc thủ tục đã đăng ký");
  else if (when.procedures !== "all") parts.push(`thuộc thủ tục ${when.procedures.join(", ")}`);
  if (when.groups) parts.push(`về ${nameList(GROUP_NAMES, when.groups, "vi")}`);
  if (when.channels) parts.push(`nộp ${nameList(CHANNEL_NAMES, when.channels, "vi")}`);
  const times: string[] = [];
  if (when.received_before) times.push(`trước ${when.received_before}`);
  if (when.part_of_day) times.push(when.part_of_day === "morning" ? "buổi sáng" : "buổi chiều");
  if (when.weekdays) times.push(when.weekdays.map((day) => weekdayName(day, "vi")).join(", "));
  if (times.length > 0) parts.push(`nhận ${times.join(" ")}`);
  if (when.except_flags.length > 0) parts.push(`trừ hồ sơ có dấu ${when.except_flags.join(", ")}`);
  return ["Hồ sơ", parts.join(", ")].join(" ").trimEnd();
}

function english(when: When): string {
  const parts: string[] = [];
  if (when.procedures === "registered") parts.push("of a registered procedure");
  else if (when.procedures !== "all") parts.push(`of procedure ${when.procedures.join(", ")}`);
  if (when.groups) parts.push(`about ${nameList(GROUP_NAMES, when.groups, "en")}`);
  if (when.channels) parts.push(`handed in ${nameList(CHANNEL_NAMES, when.channels, "en")}`);
  const times: string[] = [];
  if (when.received_before) times.push(`before ${when.received_before}`);
  if (when.part_of_day) times.push(`in the ${when.part_of_day}`);
  if (when.weekdays) times.push(`on ${when.weekdays.map((day) => weekdayName(day, "en")).join(", ")}`);
  if (times.length > 0) parts.push(`received ${times.join(" ")}`);
  if (when.except_flags.length > 0) parts.push(`unless flagged ${when.except_flags.join(", ")}`);
  return ["A dossier", parts.join(", ")].join(" ").trimEnd();
}
