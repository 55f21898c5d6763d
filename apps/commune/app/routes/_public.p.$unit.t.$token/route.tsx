import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { showSheet, takeSheet } from "../../answering/answering-page.server";

const byToken = ({ params: { unit: slug = "", token = "" } }: Pick<LoaderFunctionArgs, "params">) =>
  ({
    ask: ({ caller }) => caller.surveyAnswer.byToken({ slug, token }),
    answer: ({ caller }, sent) => caller.surveyAnswer.answerByToken({ slug, token, ...sent }),
    shared: false,
  }) satisfies Parameters<typeof showSheet>[1];

/** The one sheet of a dossier: what the QR code on its slip opens. */
export const loader = (args: LoaderFunctionArgs) => showSheet(args, byToken(args));
export const action = (args: ActionFunctionArgs) => takeSheet(args, byToken(args));
