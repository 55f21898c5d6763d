import { foldText } from "./fold-text";
import { IMPORT_FIELDS, type ImportField, type ImportMapping } from "./import-mapping";

/** Headers as provincial systems write them, folded; the likeliest first. */
const HEADERS: Record<ImportField, readonly string[]> = {
  code: ["ma ho so", "so ho so", "ma bien nhan", "so bien nhan", "ma so ho so", "dossier code"],
  procedure: [
    "ma tthc",
    "ma thu tuc",
    "ma thu tuc hanh chinh",
    "thu tuc hanh chinh",
    "ten thu tuc hanh chinh",
    "ten thu tuc",
    "ten tthc",
    "thu tuc",
    "tthc",
    "procedure",
  ],
  applicant: [
    "chu ho so",
    "ten chu ho so",
    "nguoi nop",
    "ho ten nguoi nop",
    "nguoi nop ho so",
    "ho va ten",
    "ca nhan to chuc",
    "to chuc ca nhan",
    "applicant",
  ],
  phone: ["so dien thoai", "dien thoai", "sdt", "so dt", "phone"],
  channel: ["hinh thuc nop", "hinh thuc tiep nhan", "kenh nop", "hinh thuc", "kenh tiep nhan", "channel"],
  officer: [
    "can bo thu ly",
    "nguoi thu ly",
    "can bo xu ly",
    "nguoi xu ly",
    "chuyen vien",
    "cong chuc thu ly",
    "officer",
  ],
  state: ["trang thai", "trang thai ho so", "tinh trang", "tinh trang ho so", "state"],
  receivedAt: ["ngay nop", "ngay nop ho so", "ngay nhan", "ngay nhan ho so", "thoi diem nop", "received"],
  acceptedAt: ["ngay tiep nhan", "thoi gian tiep nhan", "thoi diem tiep nhan", "ngay tiep nhan ho so", "accepted"],
  dueAt: ["ngay hen tra", "han tra", "ngay hen tra ket qua", "han xu ly", "ngay hen", "hen tra", "due"],
  supplementRequestedAt: [
    "ngay yeu cau bo sung",
    "yeu cau bo sung",
    "ngay yeu cau bo sung lan 1",
    "ngay yeu cau bo sung 1",
  ],
  supplementedAt: ["ngay bo sung", "ngay da bo sung", "ngay bo sung lan 1", "ngay nop bo sung", "ngay bo sung 1"],
  supplementRequestedAt2: ["ngay yeu cau bo sung lan 2", "ngay yeu cau bo sung 2", "yeu cau bo sung lan 2"],
  supplementedAt2: ["ngay bo sung lan 2", "ngay bo sung 2", "ngay nop bo sung lan 2"],
  finishedAt: [
    "ngay xu ly xong",
    "ngay hoan thanh",
    "ngay co ket qua",
    "thoi diem xu ly xong",
    "xu ly xong",
    "finished",
  ],
  handedOverAt: ["ngay tra ket qua", "ngay tra", "ngay tra kq", "thoi diem tra ket qua", "ngay nhan ket qua"],
  closedAt: ["ngay ket thuc", "ngay ket thuc ho so", "thoi diem ket thuc", "ket thuc", "closed"],
  withdrawnAt: ["ngay rut", "ngay rut ho so", "ngay cong dan rut"],
  refusedAt: ["ngay tu choi", "ngay tu choi tiep nhan", "ngay khong tiep nhan"],
  stoppedAt: ["ngay dung xu ly", "ngay dung", "ngay huy"],
  apologyAt: ["ngay gui thu xin loi", "ngay xin loi", "ngay thu xin loi", "thu xin loi"],
  apologyCause: ["nguyen nhan", "nguyen nhan cham", "ly do cham", "ly do tre han", "ly do tre hen"],
  promisedAt: ["ngay hen lai", "ngay hen tra lai", "ngay hen moi", "han moi", "gia han den"],
  apologyResponsible: ["don vi chiu trach nhiem", "nguoi chiu trach nhiem", "trach nhiem"],
  apologyRemedy: ["cach khac phuc", "bien phap khac phuc", "huong khac phuc"],
  apologySigner: ["nguoi ky", "chuc vu nguoi ky", "nguoi ky thu xin loi"],
};

/** The mapping that the headers of a file suggest; fields without a telling header stay out. Each column is used once. */
export function guessMapping(headers: readonly string[]): ImportMapping {
  const byFolded = new Map<string, string>();
  for (const header of headers) {
    const folded = foldText(header);
    if (folded && !byFolded.has(folded)) byFolded.set(folded, header);
  }
  const columns: ImportMapping["columns"] = {};
  for (const field of IMPORT_FIELDS) {
    const known = HEADERS[field].find((name) => byFolded.has(name));
    if (known !== undefined) columns[field] = byFolded.get(known)!;
  }
  return { columns, dateOrder: "dmy" };
}

/** True for a row that looks like headers: it names a dossier's code and one thing more. */
export function looksLikeHeaders(cells: readonly string[]): boolean {
  const { columns } = guessMapping(cells);
  return columns.code !== undefined && Object.keys(columns).length > 1;
}
