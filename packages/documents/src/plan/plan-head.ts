import type { ModelSource } from "@gandan/model/model/model-schema";
import type { OfficialDocument, Signature } from "../official/official-document";

/** Kinds of unit, in the order in which they are looked for. */
const UNIT_KIND = /(?:thị xã|thị trấn|thành phố|đặc khu|phường|xã|huyện|quận|tỉnh)\s+\p{Lu}/iu;
const BLANK = "     ";

/** The issuer without the units it lies in: "UBND phường Đông Thanh"; of a unit alone its People's Committee. */
export function issuerOf(unit: string): string {
  const name = unit.split(",")[0]?.trim() ?? unit;
  const place = UNIT_KIND.exec(name);
  return place?.index === 0 ? `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

const inFull = (name: string) => name.replace(/^UBND\b/, "Ủy ban nhân dân");

/** The issuer in two lines: of two that act together the second, else the place on its own. */
function issuerLines(issuer: string): string[] {
  const full = inFull(issuer);
  const second = full.indexOf(" và UBND");
  if (second > 0) return [full.slice(0, second), full.slice(second + 1)];
  const place = UNIT_KIND.exec(full);
  return place && place.index > 0 ? [full.slice(0, place.index).trim(), full.slice(place.index)] : [full];
}

/** Where the plan is given: the unit without its kind. */
function placeOf(issuer: string, unit: string): string {
  const place = UNIT_KIND.exec(issuer) ?? UNIT_KIND.exec(unit);
  if (!place) return "";
  const rest = (UNIT_KIND.test(issuer) ? issuer : unit).slice(place.index + place[0].length - 1);
  return rest.split(",")[0]?.trim() ?? "";
}

/** "ngày 08 tháng 8 năm 2023"; what is not known is left open to be written in. */
function dateWords(date: string): string {
  const [year, month, day] = date.split("-");
  return `ngày ${day ?? BLANK} tháng ${month ? (Number(month) > 2 ? Number(month) : month) : BLANK} năm ${year}`;
}

/** The lines above a document of `issuer` on a day, in the order of the head. */
export function planPlace(issuer: string, unit: string, date: string) {
  return {
    issuerLines: issuerLines(issuer),
    placeAndDate: [placeOf(issuer, unit), dateWords(date)].filter(Boolean).join(", "),
  };
}

const CHAIRMAN = { chairman: ["Chủ tịch"], vice: ["KT. Chủ tịch", "Phó Chủ tịch"] };

/** In which capacity a plan is signed; none where neither the model nor the issuer says it. */
function capacityOf(issuer: string, title: string | undefined): string[] | null {
  const committee = /^(?:UBND|Ủy ban nhân dân)/.test(issuer);
  if (!committee) return title ? title.split(",").map((line) => line.trim()) : null;
  return ["TM. Ủy ban nhân dân", ...(/^phó chủ tịch/i.test(title ?? "") ? CHAIRMAN.vice : CHAIRMAN.chairman)];
}

interface PlanHead
  extends Pick<
    OfficialDocument,
    "subject" | "issuer" | "issuerLines" | "number" | "placeAndDate" | "title" | "summary" | "recipients"
  > {
  signature: Signature | null;
  /** "Kế hoạch số 190/KH-UBND ngày 08 tháng 8 năm 2023 của UBND thị xã Phước Long" */
  cited: string;
}

/** What stands above and below a plan: who issues it, its number and date as far as they are known, who signs, who gets it. */
export function planHead(source: ModelSource, { owner, year, draft }: { owner: string; year: string; draft: boolean }) {
  const { unit = owner, document, signer_title: signer } = source.issued_by ?? {};
  const issuer = issuerOf(unit);
  // A model registered by a report has no plan of its own yet: neither number nor date nor title of it.
  const plan = document?.title.startsWith("Kế hoạch") ? document : undefined;
  const about = plan?.title.replace(/^Kế hoạch\s+/, "") ?? `thực hiện mô hình “${source.title}”`;
  const known = plan?.number && !plan.number.startsWith("/") ? plan.number : null;
  const number = known ?? `${BLANK}${plan?.number ?? "/KH-UBND"}`;
  const capacity = capacityOf(issuer, signer);
  const head: PlanHead = {
    subject: `Kế hoạch ${about}`,
    issuer,
    ...planPlace(issuer, unit, plan?.date ?? year),
    // Of a plan that was published without its number nothing is made up.
    number: plan && !plan.number ? null : `Số: ${number}`,
    title: "Kế hoạch",
    summary: about.charAt(0).toUpperCase() + about.slice(1),
    recipients: recipientsOf(source.plan?.recipients ?? []),
    signature: capacity && { capacity, hint: null, note: draft ? "(dự thảo, chưa ký)" : null, name: null },
    cited: [
      "Kế hoạch",
      plan && !plan.number ? "" : `số ${number}`,
      plan?.date?.length === 10 ? dateWords(plan.date) : "",
      `của ${issuer}`,
    ]
      .filter(Boolean)
      .join(" "),
  };
  return head;
}

/** With their punctuation; every document is kept by the registry. */
function recipientsOf(recipients: readonly string[]): string[] {
  const kept = recipients.some((one) => one.startsWith("Lưu")) ? recipients : [...recipients, "Lưu: VT"];
  return kept.map((one, at) => (at === kept.length - 1 ? `${one}.` : `${one};`));
}
