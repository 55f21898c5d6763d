import type { TextKey } from "@gandan/i18n/translator";
import { letterId } from "@gandan/model/letter/letter-inputs";
import { deliverLetter, returnLetter, takeBackLetter } from "@gandan/model/letter/signing-inputs";
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { problemOf, unitCaller } from "../caller.server";
import { readStatedAt } from "./letter-form.server";

/** What the address says was done, and how it is told. */
export const LETTER_DEEDS: Record<string, TextKey> = {
  saved: "letter.saved",
  unchecked: "signing.act.unchecked",
  returned: "signing.act.returned",
  delivered: "signing.act.delivered",
  "took-back": "signing.act.tookBack",
};

/** Does with one letter what its form asks for, of those of `LetterActs`; then shows the letters that now stand beside it. */
export async function actOnLetter(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const asked = ["uncheck", "sendBack", "deliver", "takeBack"].find((name) => form.has(name));
  const id = asked ? form.get(asked) : null;
  const wrong = (key: TextKey) => data({ problem: t(key) }, 422);
  const done = (state: string, deed: string) => redirect(`${path}/letters?state=${state}&done=${deed}`);
  try {
    switch (asked) {
      case "uncheck": {
        const input = letterId.safeParse({ letterId: id });
        if (!input.success) return wrong("error.letter.notFound");
        await caller.letter.uncheck({ unitId, ...input.data });
        return done("drafted", "unchecked");
      }
      case "sendBack": {
        const input = returnLetter.safeParse({ letterId: id, remark: form.get("remark") });
        if (!input.success) return wrong("letter.remarkError");
        await caller.letter.sendBack({ unitId, ...input.data });
        return done("returned", "returned");
      }
      case "deliver": {
        const stated = readStatedAt(form);
        if (!stated) return wrong("signing.act.statedError");
        const note = form.get("note") ?? "";
        const input = deliverLetter.safeParse({ letterId: id, how: form.get("how"), note, ...stated });
        if (!input.success) return wrong("error.field.choice");
        await caller.letter.deliver({ unitId, ...input.data });
        return done("delivered", "delivered");
      }
      case "takeBack": {
        const input = takeBackLetter.safeParse({ letterId: id, reason: form.get("reason") });
        if (!input.success) return wrong("signing.act.reasonError");
        await caller.letter.takeBack({ unitId, ...input.data });
        return done("signed", "took-back");
      }
      default:
        return wrong("error.invalid");
    }
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ problem: text }, code === "CONFLICT" ? 409 : 422);
  }
}
