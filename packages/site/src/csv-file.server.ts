/** A cell of a CSV file; a leading sign that a spreadsheet would run as a formula is defused. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An answer that is a CSV file to keep, with the byte order mark that Excel needs for Vietnamese. */
export function csvFile(fileName: string, rows: readonly (readonly string[])[]): Response {
  const body = rows.map((row) => row.map(cell).join(",")).join("\r\n");
  return new Response(`\uFEFF${body}\r\n`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
    },
  });
}
