import {
  deliverLetter,
  draftLetter,
  letterId,
  letterOfDossier,
  listLetters,
  returnLetter,
  signLetters,
  verifyLetter,
} from "@gandan/model/letter/letter-inputs";
import {
  deliverLetter as deliver,
  returnLetter as sendBack,
  withdrawLetter,
} from "@gandan/services/letter/change-letter";
import { draftLetter as draft } from "@gandan/services/letter/draft-letter";
import { listLetters as list, readLetterOf } from "@gandan/services/letter/list-letters";
import { printLetter } from "@gandan/services/letter/print-letter";
import { signLetters as sign } from "@gandan/services/letter/sign-letters";
import { verifyLetter as verify } from "@gandan/services/letter/verify-letter";
import { openProcedure, router, unitProcedure } from "./trpc";

/** Where the site is reached from outside: with TLS, but on the machine itself. */
const originOf = (host: string) => `${/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host) ? "http" : "https"}://${host}`;

export const letterRouter = router({
  list: unitProcedure.input(listLetters).query(({ ctx, input }) => list(ctx.unit, input)),
  ofDossier: unitProcedure.input(letterOfDossier).query(({ ctx, input }) => readLetterOf(ctx.unit, input)),
  draft: unitProcedure.input(draftLetter).mutation(({ ctx, input }) => draft(ctx.unit, input)),
  sign: unitProcedure.input(signLetters).mutation(({ ctx, input }) => sign(ctx.unit, input, originOf(ctx.host))),
  deliver: unitProcedure.input(deliverLetter).mutation(({ ctx, input }) => deliver(ctx.unit, input)),
  sendBack: unitProcedure.input(returnLetter).mutation(({ ctx, input }) => sendBack(ctx.unit, input)),
  withdraw: unitProcedure.input(letterId).mutation(({ ctx, input }) => withdrawLetter(ctx.unit, input)),
  print: unitProcedure.input(letterId).mutation(({ ctx, input }) => printLetter(ctx.unit, input)),
  verify: openProcedure.input(verifyLetter).query(({ ctx, input }) => verify(ctx, input)),
});
