/** Seam for TOTP and for a provincial account (OIDC): what a sign-in asks for after the password. */
export interface SecondFactor {
  kind: "totp" | "oidc";
  /** True when the person has set it up (`staff.factors`). */
  isSetUp: (factors: Record<string, unknown>) => boolean;
  verify: (factors: Record<string, unknown>, code: string, now: Date) => Promise<boolean>;
}
