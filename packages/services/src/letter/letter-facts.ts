import { type ApologyField, type DossierFact, letterKind, type SignerRole } from "@gandan/model/dossier/dossier-event";
import type { LetterRow } from "./letter-row";

/** What a letter becomes among the events of its dossier when it is signed, for the rules that ask for it. */
export function factOfSigning(row: LetterRow, signer: SignerRole): { externalCode: string; fact: DossierFact } | null {
  const { content, externalCode } = row;
  const fields: ApologyField[] = ["cause", "new-due", "responsible", ...(content.remedy ? (["remedy"] as const) : [])];
  const { cause, responsible, newDueAt } = content;
  return { externalCode, fact: { type: "apologised", fields, signer, cause, responsible, newDueAt } };
}

/** What a letter becomes among the events of its dossier when it goes out: rules ask for it with the result. */
export function factOfSending(row: LetterRow): { externalCode: string; fact: DossierFact } | null {
  const letter = letterKind.safeParse(row.kind);
  if (!letter.success || letter.data === "apology") return null;
  return { externalCode: row.externalCode, fact: { type: "letter-sent", letter: letter.data } };
}
