// Writes the sample exports beside this script, the same bytes each time: node apps/commune/samples/write-samples.mjs
// All persons are made up. Times are of October 2025, on working days.
import { writeFileSync } from "node:fs";
import { workbook } from "./write-sheet.mjs";

const HEADERS = [
  "Mã hồ sơ",
  "Mã TTHC",
  "Thủ tục hành chính",
  "Chủ hồ sơ",
  "Số điện thoại",
  "Hình thức nộp",
  "Cán bộ thụ lý",
  "Ngày tiếp nhận",
  "Ngày hẹn trả",
  "Ngày yêu cầu bổ sung",
  "Ngày bổ sung",
  "Ngày xử lý xong",
  "Ngày trả kết quả",
  "Ngày kết thúc",
  "Trạng thái",
  "Ngày gửi thư xin lỗi",
  "Nguyên nhân",
  "Ngày hẹn lại",
  "Đơn vị chịu trách nhiệm",
  "Cách khắc phục",
  "Người ký",
];
const DATES = new Set(HEADERS.filter((header) => header.startsWith("Ngày")));

/** Code, name, working days to the appointment (0: the same day). */
const PROCEDURES = [
  ["1.001193", "Đăng ký khai sinh", 0],
  ["2.000815", "Chứng thực bản sao từ bản chính", 0],
  ["1.000894", "Đăng ký kết hôn", 1],
  ["1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân", 3],
  ["2.000635", "Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh", 0],
  ["1.000656", "Đăng ký khai tử", 0],
  ["1.001612", "Đăng ký thành lập hộ kinh doanh", 3],
];
const FAMILIES = ["Nguyễn Văn", "Trần Thị", "Lê Văn", "Phạm Thị", "Hoàng Văn", "Vũ Thị"];
const OFFICERS = ["Đỗ Văn M", "Bùi Thị N", "Đặng Văn P"];
const CHANNELS = ["Trực tiếp", "Trực tuyến", "Trực tiếp", "Bưu chính công ích"];

/** Working days of October 2025. */
const DAYS = Array.from({ length: 31 }, (_, i) => i + 1).filter((day) => {
  const weekday = new Date(Date.UTC(2025, 9, day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
});

/** A time as minutes since 1970 on the clock of Viet Nam: the nth working day of the month, hour and minute. */
const at = (workingDay, hour, minute) =>
  Date.UTC(2025, 9, DAYS[Math.min(workingDay, DAYS.length - 1)], hour, minute) / 60_000;
const two = (n) => String(n).padStart(2, "0");
const wall = (minutes) => {
  const time = new Date(minutes * 60_000);
  const date = `${two(time.getUTCDate())}/${two(time.getUTCMonth() + 1)}/${time.getUTCFullYear()}`;
  return `${date} ${two(time.getUTCHours())}:${two(time.getUTCMinutes())}`;
};

/** One dossier; every 11th is late, every second of these with a letter, every 13th was asked for a supplement. */
function dossier(n) {
  const [code, name, term] = PROCEDURES[n % PROCEDURES.length];
  const day = Math.floor((n * 16) / 200);
  const received = at(day, 7 + (n % 4), (n * 7) % 60);
  const due = term === 0 ? at(day, 17, 0) : at(day + term, 7 + (n % 4), (n * 7) % 60);
  const late = n % 11 === 0;
  const letter = late && n % 2 === 0;
  const open = n % 17 === 0;
  const withdrawn = n % 47 === 0;
  const asked = n % 13 === 0 && term === 3;
  const finished = late
    ? at(day + term + 1, 10, n % 60)
    : term === 0
      ? at(day, 14, n % 60)
      : at(day + term - 1, 15, n % 60);
  const ended = open || withdrawn ? null : finished;
  return {
    "Mã hồ sơ": `H10.25-251001-${String(n).padStart(4, "0")}`,
    "Mã TTHC": code,
    "Thủ tục hành chính": name,
    "Chủ hồ sơ": `${FAMILIES[n % FAMILIES.length]} ${String.fromCharCode(65 + (n % 26))}`,
    "Số điện thoại": `0900000${String(n).padStart(3, "0")}`,
    "Hình thức nộp": CHANNELS[n % CHANNELS.length],
    "Cán bộ thụ lý": OFFICERS[n % OFFICERS.length],
    "Ngày tiếp nhận": received,
    "Ngày hẹn trả": due,
    "Ngày yêu cầu bổ sung": asked ? received + 60 : null,
    "Ngày bổ sung": asked ? at(day + 1, 8, 0) : null,
    "Ngày xử lý xong": ended,
    "Ngày trả kết quả": ended === null ? null : ended + 15,
    "Ngày kết thúc": withdrawn ? received + 90 : ended === null ? null : n % 19 === 0 ? ended + 1440 : ended + 20,
    "Trạng thái": withdrawn ? "Công dân yêu cầu rút" : open ? "Đang xử lý" : "Đã trả kết quả",
    "Ngày gửi thư xin lỗi": letter ? due - 30 : null,
    "Nguyên nhân": letter ? "Hệ thống liên thông gián đoạn" : "",
    "Ngày hẹn lại": letter ? at(day + term + 2, 16, 0) : null,
    "Đơn vị chịu trách nhiệm": letter ? "Bộ phận Tư pháp - Hộ tịch" : "",
    "Cách khắc phục": letter ? "Trả kết quả tại nhà" : "",
    "Người ký": letter ? "Chủ tịch" : "",
  };
}

const quote = (text) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const textOf = (header, value) =>
  value === null || value === undefined
    ? ""
    : DATES.has(header) && typeof value === "number"
      ? wall(value)
      : String(value);
function csv(rows) {
  const lines = [HEADERS, ...rows.map((row) => HEADERS.map((header) => textOf(header, row[header])))];
  return `\uFEFF${lines.map((line) => line.map(quote).join(",")).join("\r\n")}\r\n`;
}

const rows = Array.from({ length: 200 }, (_, i) => dossier(i + 1));

/** Two good rows, then one row for each thing that can be wrong. */
const good = dossier(1);
const faulty = [
  good,
  dossier(2),
  { ...dossier(3), "Mã hồ sơ": "" },
  { ...dossier(4), "Mã hồ sơ": good["Mã hồ sơ"] },
  { ...dossier(5), "Mã hồ sơ": "X".repeat(61) },
  { ...dossier(6), "Mã TTHC": "9.999999" },
  { ...dossier(7), "Mã TTHC": "" },
  { ...dossier(8), "Hình thức nộp": "Bồ câu đưa thư" },
  { ...dossier(9), "Trạng thái": "Không rõ" },
  { ...dossier(10), "Ngày tiếp nhận": "31/02/2025" },
  { ...dossier(12), "Ngày tiếp nhận": "" },
  { ...dossier(13), "Ngày xử lý xong": "01/01/2099 08:00" },
  { ...dossier(14), "Ngày xử lý xong": "30/09/2025 08:00" },
  { ...dossier(15), "Ngày hẹn trả": "30/09/2025 17:00" },
  { ...dossier(16), "Ngày xử lý xong": "", "Ngày trả kết quả": "", "Ngày kết thúc": "" },
  { ...dossier(22), "Người ký": "Bảo vệ" },
  { ...dossier(18), "Mã TTHC": "1.004859", "Ngày hẹn trả": "" },
  { ...dossier(20), "Mã TTHC": "9.999999", "Ngày tiếp nhận": "hôm qua" },
];

const write = (name, contents) => writeFileSync(new URL(name, import.meta.url), contents);
write("ho-so-mau.csv", csv(rows));
write("ho-so-loi.csv", csv(faulty));
write(
  "ho-so-mau.xlsx",
  workbook(
    "Hồ sơ",
    HEADERS,
    rows.map((row) => HEADERS.map((header) => row[header] ?? null)),
    DATES,
  ),
);
