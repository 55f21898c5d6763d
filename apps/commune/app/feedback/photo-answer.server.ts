/** A photo as an answer: by its own type and no other, in the page and nowhere else. */
export function photoAnswer({ type, bytes }: { type: string; bytes: Uint8Array }): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(bytes.length),
      "Content-Disposition": "inline",
      "Cache-Control": "private, max-age=3600",
    },
  });
}
