import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { showSheet, takeSheet } from "../../answering/answering-page.server";

const atPoint = ({ params: { unit: slug = "", code = "" } }: Pick<LoaderFunctionArgs, "params">) =>
  ({
    ask: ({ caller }) => caller.surveyAnswer.atPoint({ slug, code }),
    answer: ({ caller }, sent) => caller.surveyAnswer.answerAtPoint({ slug, code, ...sent }),
    shared: true,
  }) satisfies Parameters<typeof showSheet>[1];

/** The sheet of a point: what its QR code opens. */
export const loader = (args: LoaderFunctionArgs) => showSheet(args, atPoint(args));
export const action = (args: ActionFunctionArgs) => takeSheet(args, atPoint(args));
