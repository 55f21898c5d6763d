import type { OfficialDocument } from "@gandan/documents/official/official-document";
import { renderDocx } from "@gandan/documents/official/render-docx";
import { renderPdf } from "@gandan/documents/official/render-pdf";
import type { DocumentFormat } from "@gandan/model/model-editing/model-inputs";

export interface DocumentFile {
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A document as a file of the format asked for, under `name` with its ending. @throws RenderError */
export async function writeDocument(
  document: OfficialDocument,
  { name, format }: { name: string; format: DocumentFormat },
): Promise<DocumentFile> {
  const fileName = `${name}.${format}`;
  return format === "pdf"
    ? { fileName, contentType: "application/pdf", bytes: (await renderPdf(document)).bytes }
    : { fileName, contentType: DOCX, bytes: await renderDocx(document) };
}
