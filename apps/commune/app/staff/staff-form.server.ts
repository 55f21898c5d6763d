import type { TextKey, Translate } from "@gandan/i18n/translator";

const ERRORS: Record<string, TextKey> = {
  name: "staff.new.errorName",
  signInName: "staff.new.errorSignIn",
  email: "staff.new.errorEmail",
  from: "staff.new.errorDate",
  lastDay: "staff.new.errorDate",
  role: "staff.new.errorRole",
};

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** What a schema of the model gives back. */
export interface Schema<Input> {
  safeParse: (
    value: unknown,
  ) => { success: true; data: Input } | { success: false; error: { issues: readonly Issue[] } };
}

interface Read<Input> {
  input: Input | null;
  values: Record<string, string>;
  /** By the name of the field. */
  errors: Record<string, string>;
}

/** A form as the API takes it, or the words typed with what is wrong. */
export function readStaffForm<Input>(
  schema: Schema<Input>,
  form: FormData,
  t: Translate,
  more: Record<string, string> = {},
): Read<Input> {
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const parsed = schema.safeParse({ ...values, ...more });
  if (parsed.success) return { input: parsed.data, values, errors: {} };
  const errors = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0] ?? "");
    return [name, t(message === "order" ? "staff.new.errorOrder" : (ERRORS[name] ?? "error.invalid"))];
  });
  return { input: null, values, errors: Object.fromEntries(errors) };
}

/** The whole address of a link for a password, on the host by which the request came. */
export function linkAddress(request: Request, token: string): string {
  return new URL(`/set-password/${token}`, request.url).toString();
}
