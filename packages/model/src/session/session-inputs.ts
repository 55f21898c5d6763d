import { z } from "zod";

export const signInForm = z.object({
  signInName: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
});
export type SignInForm = z.infer<typeof signInForm>;
