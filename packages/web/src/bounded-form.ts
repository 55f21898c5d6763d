/**
 * The form that a request sends, read no further than `most` bytes whatever it says of its length. Null when it is
 * longer, "broken" when it is no form.
 */
export async function boundedForm(request: Request, most: number): Promise<FormData | "broken" | null> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader?.cancel();
      return null;
    }
    parts.push(value);
  }
  const type = request.headers.get("content-type") ?? "";
  const whole = new Response(Buffer.concat(parts), { headers: { "Content-Type": type } });
  return whole.formData().catch(() => "broken" as const);
}
