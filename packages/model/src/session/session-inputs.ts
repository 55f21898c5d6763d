import { z } from "zod";

export const signInForm = z.object({
  signInName: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
});
export type SignInForm = z.infer<typeof signInForm>;

const password = z.string().min(1).max(400);
/** Six digits of an authenticator, or a recovery code. */
const code = z.string().trim().min(1).max(60);

export const codeForm = z.object({ code });
export const unlockForm = z.object({ password });
export const removeFactorForm = z.object({ password, code });

const chosenTwice = { next: password, again: password };
const same = ({ next, again }: { next: string; again: string }) => next === again;
const differ = { path: ["again"], message: "mismatch" };

export const changePasswordForm = z.object({ current: password, ...chosenTwice }).refine(same, differ);
export type ChangePasswordForm = z.infer<typeof changePasswordForm>;

export const passwordLinkInput = z.object({ token: z.string().min(1).max(100) });
export const setPasswordForm = z.object({ ...passwordLinkInput.shape, ...chosenTwice }).refine(same, differ);
export type SetPasswordForm = z.infer<typeof setPasswordForm>;

/** What a form held when it was sent to a locked session: fields in their order. */
export const heldFormInput = z.object({
  address: z.string().min(1).max(2000),
  fields: z.array(z.tuple([z.string().max(200), z.string().max(50_000)])).max(500),
});
export type HeldFormInput = z.infer<typeof heldFormInput>;
