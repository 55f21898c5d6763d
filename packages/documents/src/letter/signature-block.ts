import type { Signature } from "../official/official-document";

/** In which way a letter of the People's Committee is signed: by its chairman, or for the chairman. */
export interface LetterSigner {
  capacity: "head" | "deputy" | "by-order" | "authorised";
  /** Of the one who signs, as printed: "Phó Chủ tịch". A chairman's own is not asked. */
  title: string;
  name: string;
}

const LINES = {
  head: () => ["TM. Ủy ban nhân dân", "Chủ tịch"],
  deputy: (title: string) => ["TM. Ủy ban nhân dân", "KT. Chủ tịch", title],
  "by-order": (title: string) => ["TL. Chủ tịch", title],
  authorised: (title: string) => ["TUQ. Chủ tịch", title],
} as const;

/**
 * The signature of a letter: on behalf of the committee (TM.), by a deputy for its head (KT.), by order (TL.) or by
 * written authority (TUQ.), as Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7 has it; of a draft, where it will stand.
 */
export function signatureBlock(signer: LetterSigner | null): Signature {
  const capacity = LINES[signer?.capacity ?? "head"](signer?.title ?? "");
  return { capacity, hint: null, note: signer ? "(đã ký)" : "(dự thảo, chưa ký)", name: signer?.name ?? null };
}
