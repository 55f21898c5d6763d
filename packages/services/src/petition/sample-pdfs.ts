import { deflateSync } from "node:zlib";

/** A PDF of one empty page, with more in its catalogue, and objects packed into a stream. */
export function samplePdf({ catalog = "", packed = "", trailer = "" } = {}): Buffer<ArrayBuffer> {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
  ];
  const parts = ["%PDF-1.7\n"];
  for (const [i, text] of objects.entries()) parts.push(`${i + 1} 0 obj\n${text}\nendobj\n`);
  if (packed !== "") {
    const body = deflateSync(packed).toString("latin1");
    parts.push(`4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${body.length} >>\n`);
    parts.push(`stream\n${body}\nendstream\nendobj\n`);
  }
  const start = parts.join("").length;
  parts.push(`xref\n0 4\n${"0000000000 65535 f \n".repeat(4)}`);
  parts.push(`trailer\n<< /Size 4 /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.from(parts.join(""), "latin1");
}
