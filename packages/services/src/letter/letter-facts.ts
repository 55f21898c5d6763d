import type { ApologyField, DossierFact, SignerRole } from "@gandan/model/dossier/dossier-event";
import { causeOf } from "@gandan/model/letter/letter-content";
import type { LetterRow } from "./letter-row";

interface LetterEvent {
  externalCode: string;
  fact: DossierFact;
}

/** What a letter becomes among the events of its dossier when it is signed, for the rules that ask for it. */
export function factOfSigning(row: LetterRow, signer: SignerRole): LetterEvent | null {
  const { content, externalCode, tone } = row;
  if (tone !== "apology" || externalCode === null) return null;
  const { responsible, newDueAt, remedy } = content;
  const cause = causeOf(content);
  const said: Record<ApologyField, unknown> = { cause, "new-due": newDueAt, responsible, remedy };
  const fields = (Object.keys(said) as ApologyField[]).filter((field) => said[field]);
  return { externalCode, fact: { type: "apologised", fields, signer, cause, responsible, newDueAt } };
}

/** What a letter becomes among the events of its dossier when it goes out: rules ask for it with the result. */
export function factOfSending({ tone, externalCode }: LetterRow): LetterEvent | null {
  if (tone === "apology" || externalCode === null) return null;
  return { externalCode, fact: { type: "letter-sent", letter: tone } };
}
