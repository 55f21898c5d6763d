import type { Entry, Loose } from "./model-entries";
import { isLoose } from "./model-entries";
import type { Finding, Path } from "./model-problem";

/** Points are written with at most a few decimals: sums are compared to a millionth. */
export const roundPoints = (points: number): number => Math.round(points * 1e6) / 1e6;

/** Sum of the scorecard's lines (its own and those taken over) against its total. */
export function checkScorecard(
  source: Loose,
  own: readonly Entry[],
  kept: readonly Entry[],
  inheritedTotal: unknown,
): Finding[] {
  const findings: Finding[] = [];
  const card = source.scorecard;
  for (const line of own.filter((entry) => entry.type === "score-line")) {
    const zero = line.value.zero_at ?? 0;
    const full = line.value.full_at ?? 1;
    if (typeof zero === "number" && typeof full === "number" && zero >= full) {
      const name = line.value.zero_at === undefined ? "full_at" : "zero_at";
      findings.push({ key: "score-bounds", path: [...line.path, name], at: "value", params: { zero, full } });
    }
  }
  const lines = [...kept, ...own].filter((entry) => entry.type === "score-line");
  const points = lines.flatMap(({ value }) =>
    typeof value.points === "number" && value.points > 0 ? [value.points] : [],
  );
  const total = isLoose(card) ? (card.total ?? 100) : inheritedTotal;
  // A line without points is a fault of its own; the sum would only repeat it.
  if (typeof total !== "number" || total <= 0 || !lines.length || points.length < lines.length) return findings;
  const sum = roundPoints(points.reduce((a, b) => a + b, 0));
  if (sum !== total) {
    const path: Path = !isLoose(card) ? ["omit"] : card.total === undefined ? ["scorecard"] : ["scorecard", "total"];
    const params = { sum, total, difference: roundPoints(Math.abs(sum - total)) };
    findings.push({
      key: "score-sum",
      path,
      at: card && isLoose(card) && card.total !== undefined ? "value" : "key",
      params,
    });
  }
  return findings;
}

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** Months and days that exist, and starts that are not after ends. */
export function checkDates(source: Loose, own: readonly Entry[]): Finding[] {
  const findings: Finding[] = [];
  const order = (holder: unknown, path: Path, from: string, to: string) => {
    if (!isLoose(holder)) return;
    const [start, end] = [holder[from], holder[to]];
    if (typeof start === "string" && typeof end === "string" && isDay(start) && isDay(end) && start > end) {
      findings.push({ key: "date-order", path: [...path, to], at: "value", params: { from: start, to: end } });
    }
  };
  const documentDate = (document: unknown, path: Path) => {
    const date = isLoose(document) ? document.date : undefined;
    if (typeof date === "string" && /^\d{4}-\d{2}$/.test(date) && !isDay(`${date}-01`)) {
      findings.push({ key: "bad-date", path: [...path, "date"], at: "value", params: { value: date } });
    }
  };
  order(source.effective, ["effective"], "from", "to");
  if (isLoose(source.issued_by)) documentDate(source.issued_by.document, ["issued_by", "document"]);
  if (Array.isArray(source.legal_basis)) {
    for (const [index, document] of source.legal_basis.entries()) documentDate(document, ["legal_basis", index]);
  }
  for (const { type, value, path } of own) {
    if (type === "task") order(value, path, "from", "due");
    const by: unknown = isLoose(value.recurs) ? value.recurs.by : undefined;
    if (!Array.isArray(by)) continue;
    for (const [index, day] of by.entries()) {
      // 29 February is a real day of some years.
      if (typeof day === "string" && /^\d{2}-\d{2}$/.test(day) && !isDay(`2024-${day}`)) {
        findings.push({
          key: "bad-month-day",
          path: [...path, "recurs", "by", index],
          at: "value",
          params: { value: day },
        });
      }
    }
  }
  return findings;
}
