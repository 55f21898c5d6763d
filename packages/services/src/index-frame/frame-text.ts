import { loadIndexFrame } from "@gandan/model/index/load-index-frame";
import { openModelText } from "@gandan/model/model-editing/edit-document";
import { frameTexts } from "@gandan/rulesets/generated/frame-texts";

/** The frame of the library to start from, marked as a sample. */
const SAMPLE = "par-commune-2026";

/** Text of the library's sample frame; undefined when there is none. */
export const sampleText = (): string | undefined => frameTexts[SAMPLE];

/** Reads the text of a frame, or says what is wrong with it and where. */
export const readFrameText = (yaml: string) => loadIndexFrame(yaml, { file: "khung-chi-so.yaml" });

/** The text of a frame for another year: the year itself, and where id and title name it. Throws AppError `model.badYaml`. */
export function textForYear(yaml: string, year: number): string {
  const document = openModelText(yaml);
  const before = String(document.get("year"));
  for (const key of ["id", "title"]) {
    document.set(key, String(document.get(key)).replaceAll(before, String(year)));
  }
  document.set("year", year);
  return document.toString({ lineWidth: 0 });
}
