import type { Caller } from "@gandan/api/root.router";
import { heldFormInput } from "@gandan/model/session/session-inputs";

/** Keeps the form of a request that met a locked session; false when there is none, or a file in it. */
export async function holdSent(caller: Caller, request: Request, address: string): Promise<boolean> {
  if (request.bodyUsed) return false;
  const form = await request.clone().formData();
  const parsed = heldFormInput.safeParse({ address, fields: [...form] });
  if (!parsed.success || parsed.data.fields.length === 0) return false;
  await caller.session.holdForm(parsed.data);
  return true;
}
