import type { TestDatabase } from "@gandan/db/test-database";

const HEADERS =
  "Mã hồ sơ;Mã TTHC;Thủ tục hành chính;Chủ hồ sơ;Số điện thoại;Hình thức nộp;Ngày tiếp nhận;Ngày hẹn trả;Ngày xử lý xong;Ngày trả kết quả;Ngày kết thúc;Trạng thái";

const two = (n: number) => String(n).padStart(2, "0");

/** One row of an export: received on a working day of September 2026, due on the next one, finished unless told otherwise. */
export function fileRow(
  n: number,
  changes: Partial<Record<"code" | "procedure" | "received" | "finished" | "state", string>> = {},
) {
  const day = two((n % 4) + 7);
  const finished = changes.finished ?? `${day}/09/2026 16:00`;
  return [
    changes.code ?? `H${String(n).padStart(6, "0")}`,
    changes.procedure ?? "2.000815",
    "Chứng thực bản sao",
    `Nguyễn Văn ${n}`,
    "0900000000",
    n % 2 ? "Trực tiếp" : "Trực tuyến",
    changes.received ?? `${day}/09/2026 08:${two(n % 60)}`,
    `${two((n % 4) + 8)}/09/2026 08:${two(n % 60)}`,
    finished,
    finished,
    finished,
    changes.state ?? (finished ? "Đã trả kết quả" : "Đang xử lý"),
  ].join(";");
}

/** The bytes of a CSV file with a byte order mark. */
export function fileOf(rows: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${[HEADERS, ...rows].join("\r\n")}\r\n`);
}

/** `n` good rows. */
export const goodRows = (n: number, from = 1) => Array.from({ length: n }, (_, i) => fileRow(from + i));

/** All that dossiers of a unit consist of, without what differs between two runs by its nature. */
export async function contentsOf({ root }: TestDatabase, unitId: string) {
  const dossiers = await root`
    select external_code, received_on, state, received_at, due_at, finished_at, closed_at, channel, applicant_name, last_seq
    from dossier where unit_id = ${unitId} order by external_code`;
  const events = await root`
    select d.external_code, e.seq, e.at, e.fact from dossier_event e
    join dossier d on d.unit_id = e.unit_id and d.id = e.dossier_id where e.unit_id = ${unitId} order by 1, 2`;
  return { dossiers: dossiers.map((row) => ({ ...row })), events: events.map((row) => ({ ...row })) };
}
