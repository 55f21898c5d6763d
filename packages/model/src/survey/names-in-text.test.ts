import { expect, it } from "vitest";
import { namesIn } from "./names-in-text";

it.each<[string, string[]]>([
  ["Nhanh, lịch sự.", []],
  ["Bộ phận Một cửa làm việc tốt. Ủy ban nhân dân phường cần thêm ghế.", []],
  ["Chị Hoa ở quầy 2 rất nhiệt tình", ["Chị Hoa"]],
  ["Cảm ơn anh Nam và cô Lan.", ["Nam", "Lan"]],
  ["Ông Trần Văn Bình đòi tiền", ["Ông Trần Văn Bình"]],
  ["hỏi Nguyễn Thị Thu Hà thì không trả lời", ["Nguyễn Thị Thu Hà"]],
  ["gọi lại cho tôi 0912 345 678", ["0912 345 678"]],
  ["số giấy tờ 045123456789 bị sai", ["045123456789"]],
  ["viết vào a.b@example.com nhé", ["a.b@example.com"]],
  ["can bo le thi binh thai do kem", ["Lê Thị Bình"]],
  ["lệ phí 50.000 đồng là hợp lý, chờ 15 phút", []],
])("finds who is named in: %s", (text, expected) => {
  expect(namesIn(text, ["Lê Thị Bình"])).toEqual(expected);
});
