const TYPES: Record<string, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A file as an answer: a PDF is shown by the browser to be printed, others are kept. The name is ASCII. */
export function fileResponse({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): Response {
  const type = TYPES[fileName.slice(fileName.lastIndexOf(".") + 1)] ?? "application/octet-stream";
  const way = type === TYPES.pdf ? "inline" : "attachment";
  return new Response(bytes as BodyInit, {
    headers: { "Content-Type": type, "Content-Disposition": `${way}; filename="${fileName}"` },
  });
}
