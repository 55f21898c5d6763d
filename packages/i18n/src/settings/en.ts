import type { TextShape } from "../text-shape";
import type { settingsVi } from "./vi";

export const settingsEn: TextShape<typeof settingsVi> = {
  title: "Settings",
  lead: "What the unit decides for itself. Each change leaves an entry in the log: who, when, from what to what.",
  tabs: "Kinds of settings",
  saved: "Saved. New papers say this from now on; papers already signed stay as they are.",
  changedLast: "Last changed at {{time}} by {{person}}.",
  never: "Nobody has changed this yet: the usual words are in use.",
  readOnly: "This account may only read. The chairman and the office may change it.",
  history: {
    title: "Changes",
    by: "{{time}}, {{person}}",
    change: "{{field}}: “{{from}}” became “{{to}}”",
    cleared: "(empty)",
    restore: "Put it back",
    restoreOne: "Put it back as it was before {{time}}",
  },
  office: {
    tab: "Unit",
    title: "The unit on its papers",
    deskName: "Name of the desk on papers",
    deskNameHint: "For example: Trung tâm Phục vụ hành chính công",
    deskNameError: "Write the name of the desk, 3 to 150 characters.",
    letterSymbol: "Symbol behind the number of a letter of apology",
    letterSymbolHint: "Stands behind the number and the stroke: Số: 08/TXL-UBND",
    letterSymbolError: "Write letters and digits joined by hyphens, such as TXL-UBND.",
    place: "Place",
    placeHint: "In “{{place}}, ngày …”. Left empty: {{place}}.",
    placeError: "More than 80 characters. Write it shorter.",
    phone: "Telephone of the desk",
    phoneHint: "Printed on receipts and slips, for citizens to ask",
    phoneError: "Write a telephone number, such as 0233 3852 123.",
    publicAddress: "Public address of this site",
    publicAddressHint:
      "Behind the code on signed letters, such as https://xuanlap.gov.vn. Left empty: the address in use.",
    publicAddressError: "Write https:// and the name of the site, nothing behind it, such as https://xuanlap.gov.vn.",
  },
};
