import { signInForm } from "@gandan/model/session/session-inputs";
import { endOtherSessions, endSession, readSessions } from "@gandan/services/session/manage-sessions";
import { signInPerson, signOutPerson } from "@gandan/services/session/sign-in-person";
import { z } from "zod";
import { openProcedure, personProcedure, router } from "./trpc";

export const sessionRouter = router({
  signIn: openProcedure.input(signInForm).mutation(({ ctx, input }) => signInPerson(ctx, input)),
  signOut: openProcedure.mutation(({ ctx }) => signOutPerson(ctx)),
  list: personProcedure.query(({ ctx }) => readSessions(ctx)),
  end: personProcedure
    .input(z.object({ handle: z.string().min(1).max(100) }))
    .mutation(({ ctx, input }) => endSession(ctx, input.handle)),
  endOthers: personProcedure.mutation(({ ctx }) => endOtherSessions(ctx)),
});
