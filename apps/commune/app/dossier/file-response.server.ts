interface MadeFile {
  /** ASCII. */
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
}

/** A file with personal data as an answer: a PDF is shown by the browser to be printed, others are kept. */
export function fileResponse({ fileName, contentType, bytes }: MadeFile): Response {
  const way = contentType === "application/pdf" ? "inline" : "attachment";
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `${way}; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
