import {
  endCause,
  endKind,
  letterKindOf,
  moveCause,
  previewText,
  restoreText,
  saveCause,
  saveKind,
  saveText,
  setDrafting,
} from "@gandan/model/letter/kind-inputs";
import {
  beginLetter,
  draftLetter,
  letterId,
  lettersOfDossier,
  listLetters,
  verifyLetter,
} from "@gandan/model/letter/letter-inputs";
import {
  changeSigning,
  checkLetters,
  deliverLetter,
  letterBatch,
  returnLetter,
  signLetters,
  takeBackLetter,
} from "@gandan/model/letter/signing-inputs";
import { returnLetter as sendBack, uncheckLetter, withdrawLetter } from "@gandan/services/letter/change-letter";
import { readSigning, changeSigning as saveSigning } from "@gandan/services/letter/change-signing";
import { checkLetters as check } from "@gandan/services/letter/check-letters";
import { deliverLetter as deliver, takeBackLetter as takeBack } from "@gandan/services/letter/deliver-letter";
import { draftLetter as draft } from "@gandan/services/letter/draft-letter";
import * as causes from "@gandan/services/letter/keep-causes";
import * as kinds from "@gandan/services/letter/keep-kinds";
import * as texts from "@gandan/services/letter/keep-texts";
import { lettersOfDossier as ofDossier } from "@gandan/services/letter/letters-of-dossier";
import { listLetters as list } from "@gandan/services/letter/list-letters";
import { listSignable } from "@gandan/services/letter/list-signable";
import * as preview from "@gandan/services/letter/preview-text";
import { printLetter } from "@gandan/services/letter/print-letter";
import { readBatch, readBatchProgress, remakeLetter } from "@gandan/services/letter/read-batch";
import { beginLetter as begin, readLetter } from "@gandan/services/letter/read-letter";
import { readLetterHistory } from "@gandan/services/letter/read-letter-history";
import { signLetters as sign } from "@gandan/services/letter/sign-letters";
import { verifyLetter as verify } from "@gandan/services/letter/verify-letter";
import { originOf } from "./origin-of";
import { openProcedure, router, unitProcedure } from "./trpc";

export const letterRouter = router({
  list: unitProcedure.input(listLetters).query(({ ctx, input }) => list(ctx.unit, input)),
  ofDossier: unitProcedure.input(lettersOfDossier).query(({ ctx, input }) => ofDossier(ctx.unit, input)),
  begin: unitProcedure.input(beginLetter).query(({ ctx, input }) => begin(ctx.unit, input)),
  read: unitProcedure.input(letterId).query(({ ctx, input }) => readLetter(ctx.unit, input)),
  history: unitProcedure.input(letterId).query(({ ctx, input }) => readLetterHistory(ctx.unit, input)),
  draft: unitProcedure.input(draftLetter).mutation(({ ctx, input }) => draft(ctx.unit, input)),
  signable: unitProcedure.query(({ ctx }) => listSignable(ctx.unit)),
  check: unitProcedure.input(checkLetters).mutation(({ ctx, input }) => check(ctx.unit, input)),
  uncheck: unitProcedure.input(letterId).mutation(({ ctx, input }) => uncheckLetter(ctx.unit, input)),
  sign: unitProcedure.input(signLetters).mutation(({ ctx, input }) => sign(ctx.unit, input, originOf(ctx.host))),
  batch: unitProcedure.input(letterBatch).query(({ ctx, input }) => readBatch(ctx.unit, input)),
  batchProgress: unitProcedure.input(letterBatch).query(({ ctx, input }) => readBatchProgress(ctx.unit, input)),
  remake: unitProcedure.input(letterId).mutation(({ ctx, input }) => remakeLetter(ctx.unit, input)),
  deliver: unitProcedure.input(deliverLetter).mutation(({ ctx, input }) => deliver(ctx.unit, input)),
  takeBack: unitProcedure.input(takeBackLetter).mutation(({ ctx, input }) => takeBack(ctx.unit, input)),
  sendBack: unitProcedure.input(returnLetter).mutation(({ ctx, input }) => sendBack(ctx.unit, input)),
  withdraw: unitProcedure.input(letterId).mutation(({ ctx, input }) => withdrawLetter(ctx.unit, input)),
  print: unitProcedure.input(letterId).mutation(({ ctx, input }) => printLetter(ctx.unit, input)),
  signing: unitProcedure.query(({ ctx }) => readSigning(ctx.unit)),
  changeSigning: unitProcedure.input(changeSigning).mutation(({ ctx, input }) => saveSigning(ctx.unit, input)),
  kinds: unitProcedure.query(({ ctx }) => kinds.listKinds(ctx.unit)),
  saveKind: unitProcedure.input(saveKind).mutation(({ ctx, input }) => kinds.saveKind(ctx.unit, input)),
  setDrafting: unitProcedure.input(setDrafting).mutation(({ ctx, input }) => kinds.setDrafting(ctx.unit, input)),
  endKind: unitProcedure.input(endKind).mutation(({ ctx, input }) => kinds.endKind(ctx.unit, input)),
  text: unitProcedure.input(letterKindOf).query(({ ctx, input }) => texts.readLetterText(ctx.unit, input)),
  saveText: unitProcedure.input(saveText).mutation(({ ctx, input }) => texts.saveText(ctx.unit, input)),
  previewText: unitProcedure.input(previewText).mutation(({ ctx, input }) => preview.previewText(ctx.unit, input)),
  printPreview: unitProcedure.input(previewText).mutation(({ ctx, input }) => preview.printPreview(ctx.unit, input)),
  restoreText: unitProcedure.input(restoreText).mutation(({ ctx, input }) => texts.restoreText(ctx.unit, input)),
  causes: unitProcedure.query(({ ctx }) => causes.listCauses(ctx.unit)),
  saveCause: unitProcedure.input(saveCause).mutation(({ ctx, input }) => causes.saveCause(ctx.unit, input)),
  endCause: unitProcedure.input(endCause).mutation(({ ctx, input }) => causes.endCause(ctx.unit, input)),
  moveCause: unitProcedure.input(moveCause).mutation(({ ctx, input }) => causes.moveCause(ctx.unit, input)),
  verify: openProcedure.input(verifyLetter).query(({ ctx, input }) => verify(ctx, input)),
});
