import { useT } from "@gandan/i18n/translation";

/** A version that another is measured against, as its reader knows it. */
export interface BaseVersion {
  versionId: string;
  version: number;
  place: "own" | "above" | "library";
  title: string;
  ownerName: string;
}

/** Names a base within a sentence: "bản 3", "mô hình “…” trong thư viện (bản 1)". */
export function useBaseName() {
  const t = useT();
  return ({ place, title, version, ownerName }: BaseVersion): string =>
    t(`model.diff.base.${place}`, { title, version, unit: ownerName });
}
