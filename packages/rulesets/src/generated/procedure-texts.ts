import { text as commune } from "./procedures/commune";

export const procedureTexts: Readonly<Record<string, string>> = {
  commune: commune,
};
