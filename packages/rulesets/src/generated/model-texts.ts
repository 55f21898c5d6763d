import { text as dongThanh2024 } from "./models/dong-thanh-2024";
import { text as longGiang2023 } from "./models/long-giang-2023";
import { text as longPhuoc2023 } from "./models/long-phuoc-2023";
import { text as longThuy2023 } from "./models/long-thuy-2023";
import { text as namDong2024 } from "./models/nam-dong-2024";
import { text as phongGiaoDuc2023 } from "./models/phong-giao-duc-2023";
import { text as phuocBinh2023 } from "./models/phuoc-binh-2023";
import { text as phuocLong2023 } from "./models/phuoc-long-2023";
import { text as phuocTin2023 } from "./models/phuoc-tin-2023";
import { text as quangTrung2023 } from "./models/quang-trung-2023";
import { text as sonGiang2023 } from "./models/son-giang-2023";
import { text as thacMo2023 } from "./models/thac-mo-2023";
import { text as truongXuan2023 } from "./models/truong-xuan-2023";
import { text as yardstick2024 } from "./models/yardstick-2024";

export const modelTexts: Readonly<Record<string, string>> = {
  "dong-thanh-2024": dongThanh2024,
  "long-giang-2023": longGiang2023,
  "long-phuoc-2023": longPhuoc2023,
  "long-thuy-2023": longThuy2023,
  "nam-dong-2024": namDong2024,
  "phong-giao-duc-2023": phongGiaoDuc2023,
  "phuoc-binh-2023": phuocBinh2023,
  "phuoc-long-2023": phuocLong2023,
  "phuoc-tin-2023": phuocTin2023,
  "quang-trung-2023": quangTrung2023,
  "son-giang-2023": sonGiang2023,
  "thac-mo-2023": thacMo2023,
  "truong-xuan-2023": truongXuan2023,
  "yardstick-2024": yardstick2024,
};
