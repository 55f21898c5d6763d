import type { TextKey, Translate } from "@gandan/i18n/translator";
import { changeOffice } from "@gandan/model/settings/office-inputs";

const ERRORS: Record<string, TextKey> = {
  deskName: "settings.office.deskNameError",
  letterSymbol: "settings.office.letterSymbolError",
  place: "settings.office.placeError",
  phone: "settings.office.phoneError",
  publicAddress: "settings.office.publicAddressError",
};

/** The form of the office as the API takes it, or the words typed with what is wrong by the name of the field. */
export function readOfficeForm(form: FormData, t: Translate) {
  const { revision, ...values } = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const parsed = changeOffice.safeParse({ revision: Number(revision), office: values });
  if (parsed.success) return { input: parsed.data, values };
  const names = parsed.error.issues.map(({ path }) => String(path.at(-1) ?? ""));
  return { values, errors: Object.fromEntries(names.map((name) => [name, t(ERRORS[name] ?? "error.invalid")])) };
}
