import { translator } from "@gandan/i18n/translator";
import { expect, it } from "vitest";
import { readingDetail } from "./reading-detail";

const inVietnamese = (details: Record<string, unknown>) => readingDetail(translator("vi"), details);

it("tells what was looked for in the words of the pages, not in codes", () => {
  expect(inVietnamese({ found: 3, queue: "due-today", page: 1 })).toBe("3 hồ sơ, hàng việc Đến hạn hôm nay");
  expect(inVietnamese({ rows: 2, filters: { queue: "friday", q: "" }, page: 2 })).toBe(
    "2 dòng, trang 2, hàng việc Không để qua thứ Sáu",
  );
  expect(inVietnamese({ number: "12/2026", reason: "verify" })).toBe("số 12/2026, lý do: Xác minh họ tên, địa chỉ");
});

it("keeps a word that it does not know, and leaves out what is no word", () => {
  expect(inVietnamese({ queue: "once-was", unitId: "x", hours: 8 })).toBe("hàng việc once-was");
});
