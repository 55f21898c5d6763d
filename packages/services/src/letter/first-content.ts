import { foldText } from "@gandan/model/import/fold-text";
import type { Honorific, LetterContent } from "@gandan/model/letter/letter-content";
import type { LetterKind } from "@gandan/model/letter/letter-kinds";

interface KnownOfDossier {
  applicantName: string | null;
  officer: string | null;
}

/** Whom a letter of a kind addresses when nobody has said otherwise. */
function usualHonorific({ kind, tone, groups }: LetterKind): Honorific {
  if (kind === "marriage" || groups.includes("marriage")) return "Anh chị";
  if (tone === "condolence" || groups.includes("birth")) return "Gia đình";
  return "Ông/Bà";
}

/** What a draft begins with: as much as the dossier tells. */
export function firstContent(kind: LetterKind, dossier: KnownOfDossier | null): LetterContent {
  const honorific = usualHonorific(kind);
  const name = dossier?.applicantName?.trim() ?? "";
  const addressee = name && honorific === "Gia đình" ? `ông/bà ${name}` : name;
  const responsible = kind.tone === "apology" ? dossier?.officer?.trim() : undefined;
  return { honorific, addressee, ...(responsible ? { responsible } : {}) };
}

/** What the search of the list looks in: addressee and code, without accents. */
export function searchText(content: LetterContent, externalCode: string | null): string {
  return foldText(`${content.addressee} ${externalCode ?? ""}`);
}
