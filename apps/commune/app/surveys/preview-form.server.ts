import type { SurveyForm } from "@gandan/model/model/model-schema";
import { readAnswers } from "@gandan/model/survey/read-answers";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { showSheet, takeSheet } from "../answering/answering-page.server";

type Way = Parameters<typeof showSheet>[1];

/** The pages of a citizen for a form that is not asked: answers are read as usual and kept nowhere. */
function wayOf(read: () => Promise<{ formId: string; source: SurveyForm }>): Way {
  return {
    shared: true,
    preview: true,
    ask: async () => {
      const { formId, source } = await read();
      return { state: "open", formId, form: source, about: null, source: "point", stamp: "" };
    },
    answer: async (_call, { fields }) => {
      const { formId, source } = await read();
      const { problems } = readAnswers(source, fields);
      return problems.length > 0 ? { state: "refused", problems } : { state: "taken", again: false, formId };
    },
  };
}

type Read = Parameters<typeof wayOf>[0];

/** Whose language is tried is not the reader's own choice for the pages that follow. */
async function withoutChoice(page: Promise<Response>): Promise<Response> {
  const answer = await page;
  answer.headers.delete("Set-Cookie");
  return answer;
}

/** A form as citizens see it, to try. */
export const showPreview = (args: LoaderFunctionArgs, read: Read) => withoutChoice(showSheet(args, wayOf(read)));
export const tryPreview = (args: ActionFunctionArgs, read: Read) => withoutChoice(takeSheet(args, wayOf(read)));
