import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { LettersOfDossier } from "@gandan/model/letter/letter-inputs";
import type { Withdrawal } from "./keep-letters";
import type { LetterState } from "./letter-row";
import { loadKinds } from "./unit-kinds";

export interface DossierLetters {
  letters: {
    id: string;
    kindTitle: string;
    state: LetterState;
    withdrawnFor: Withdrawal | null;
    /** "08/2026" */
    number: string | null;
  }[];
  /** Kinds of which a letter can be begun: the dossier has no live one, and its state allows it. */
  kinds: { kind: string; title: string }[];
}

/**
 * The letters about one dossier, latest first, with what can be written about it now.
 * @throws AppError FORBIDDEN; NOT_FOUND dossier.notFound
 */
export async function lettersOfDossier(ctx: UnitCtx, { dossierId }: LettersOfDossier): Promise<DossierLetters> {
  authorize(ctx, "letter:read");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [[dossier], rows, kinds] = await Promise.all([
      sql<{ open: boolean; group: string }[]>`
        select finished_at is null and ended_at is null and due_at is not null as open, procedure_group as "group"
        from dossier where unit_id = ${unitId} and id = ${dossierId}`,
      sql<{ id: string; kind: string; state: LetterState; withdrawnFor: Withdrawal | null; number: string | null }[]>`
        select id, kind, state, withdrawn_for as "withdrawnFor", lpad(number::text, 2, '0') || '/' || year as number
        from letter where unit_id = ${unitId} and dossier_id = ${dossierId} order by drafted_at desc, id desc`,
      loadKinds(sql, unitId),
    ]);
    if (!dossier) throw new AppError("NOT_FOUND", "dossier.notFound");
    const titles = new Map(kinds.map(({ kind, title }) => [kind, title]));
    const live = new Set(rows.filter(({ state }) => state !== "withdrawn").map(({ kind }) => kind));
    const possible = kinds.filter(
      ({ kind, occasion, groups, ended }) =>
        !ended &&
        !live.has(kind) &&
        (occasion !== "late" || dossier.open) &&
        (groups.length === 0 || groups.some((group) => group === dossier.group)),
    );
    return {
      letters: rows.map(({ kind, ...row }) => ({ ...row, kindTitle: titles.get(kind) ?? kind })),
      kinds: mayDo(ctx, "letter:draft") ? possible.map(({ kind, title }) => ({ kind, title })) : [],
    };
  });
}
