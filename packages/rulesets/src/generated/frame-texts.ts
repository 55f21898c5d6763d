import { text as parCommune2026 } from "./frames/par-commune-2026";

export const frameTexts: Readonly<Record<string, string>> = {
  "par-commune-2026": parCommune2026,
};
