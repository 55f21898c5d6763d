import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";
import type { EntryValue } from "@gandan/model/import/difference-lines";

/** A phone number is known by its shape and its last three digits; whole numbers are shown on request only. */
export const withoutDigits = (phone: string) => phone.replace(/\d(?=(?:\D*\d){3})/g, "•");

/** What stands in an entry of a dossier, in words. `phones` whether telephone numbers are told whole. */
export function entryText(t: Translate, format: Format, value: EntryValue, phones: "whole" | "hidden"): string {
  if (value === null) return t("import.reconcile.nothing");
  if ("time" in value) return format.dateTime(value.time);
  if ("channel" in value) return t(`dossier.channel.${value.channel}`);
  if ("signer" in value) return t(`dossier.signer.${value.signer}`);
  if ("phone" in value) return phones === "whole" ? value.phone : withoutDigits(value.phone);
  return value.text;
}
