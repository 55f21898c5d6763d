import {
  changePasswordForm,
  codeForm,
  heldFormInput,
  passwordLinkInput,
  removeFactorForm,
  setPasswordForm,
  signInForm,
  unlockForm,
} from "@gandan/model/session/session-inputs";
import { dropHeldForm, holdForm, readHeldForm } from "@gandan/services/session/held-form";
import { changePassword, readLink, setPassword, unlock } from "@gandan/services/session/manage-password";
import { endOtherSessions, endSession, readSessions } from "@gandan/services/session/manage-sessions";
import {
  answerCode,
  beginSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
  removeSecondFactor,
  renewCodes,
} from "@gandan/services/session/second-factor";
import { signInPerson, signOutPerson } from "@gandan/services/session/sign-in-person";
import { z } from "zod";
import { gateProcedure, openProcedure, personProcedure, router } from "./trpc";

/** Setting up a second factor is all that someone may do who must have one and has none. */
const enrolProcedure = gateProcedure("open", "enrol");

export const sessionRouter = router({
  signIn: openProcedure.input(signInForm).mutation(({ ctx, input }) => signInPerson(ctx, input)),
  signOut: openProcedure.mutation(({ ctx }) => signOutPerson(ctx)),
  answerCode: gateProcedure("code")
    .input(codeForm)
    .mutation(({ ctx, input }) => answerCode(ctx, input.code)),
  unlock: gateProcedure("idle")
    .input(unlockForm)
    .mutation(({ ctx, input }) => unlock(ctx, input.password)),
  list: personProcedure.query(({ ctx }) => readSessions(ctx)),
  end: personProcedure
    .input(z.object({ handle: z.string().min(1).max(100) }))
    .mutation(({ ctx, input }) => endSession(ctx, input.handle)),
  endOthers: personProcedure.mutation(({ ctx }) => endOtherSessions(ctx)),
  factor: enrolProcedure.query(({ ctx }) => readSecondFactor(ctx)),
  beginFactor: enrolProcedure.mutation(({ ctx }) => beginSecondFactor(ctx)),
  confirmFactor: enrolProcedure.input(codeForm).mutation(({ ctx, input }) => confirmSecondFactor(ctx, input.code)),
  renewCodes: gateProcedure("open")
    .input(codeForm)
    .mutation(({ ctx, input }) => renewCodes(ctx, input.code)),
  removeFactor: gateProcedure("open")
    .input(removeFactorForm)
    .mutation(({ ctx, input }) => removeSecondFactor(ctx, input)),
  changePassword: gateProcedure("open")
    .input(changePasswordForm)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  passwordLink: openProcedure.input(passwordLinkInput).query(({ ctx, input }) => readLink(ctx, input.token)),
  setPassword: openProcedure.input(setPasswordForm).mutation(({ ctx, input }) => setPassword(ctx, input)),
  holdForm: gateProcedure("idle")
    .input(heldFormInput)
    .mutation(({ ctx, input }) => holdForm(ctx, input)),
  heldForm: personProcedure.query(({ ctx }) => readHeldForm(ctx)),
  dropHeldForm: personProcedure.mutation(({ ctx }) => dropHeldForm(ctx)),
});
