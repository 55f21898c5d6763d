import { text as phuocLong2023 } from "./registers/phuoc-long-2023";

export const registerTexts: Readonly<Record<string, string>> = {
  "phuoc-long-2023": phuocLong2023,
};
