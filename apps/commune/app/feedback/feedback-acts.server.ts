import {
  answerFeedback,
  assignFeedback,
  declineFeedback,
  restoreFeedback,
  sortFeedback,
  thankFeedback,
} from "@gandan/model/feedback/feedback-inputs";
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { problemOf, unitCaller } from "../caller.server";

/** What came back from a deed that was not done. */
export interface FeedbackFailure {
  problem: string;
  /** The form that it was. */
  act: string;
  text: string;
  contact?: undefined;
}

/** Who gave the feedback, as the answer to a look; it stands in no address. */
export interface ShownContact {
  contact: { name: string; phone: string; email: string };
  problem?: undefined;
}

/** Does what a form of a feedback's page says, and goes back to the page. */
export async function actOnFeedback(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const act = String(form.get("act") ?? "");
  const text = String(form.get("text") ?? "").replace(/\r\n/g, "\n");
  const feedbackId = args.params.feedback ?? "";
  const seen = form.get("seen");
  const refuse = (problem: string, status: number) =>
    data({ problem, act, text } satisfies FeedbackFailure, { status });
  const back = (done: string) => redirect(`${path}/feedback/${feedbackId}?done=${done}`);
  try {
    switch (act) {
      case "contact":
        return data({
          contact: await caller.feedback.contact({ unitId, feedbackId }),
        } satisfies ShownContact);
      case "answer": {
        const asked = answerFeedback.safeParse({ feedbackId, seen, text });
        if (!asked.success) return refuse(t("feedback.staff.errors.text"), 400);
        await caller.feedback.answer({ unitId, ...asked.data });
        return back(form.get("again") ? "corrected" : "answered");
      }
      case "decline": {
        const asked = declineFeedback.safeParse({ feedbackId, seen, text, reason: form.get("reason") });
        if (!asked.success) {
          const about = asked.error.issues.some(({ path: [field] }) => field === "reason") ? "reason" : "text";
          return refuse(t(`feedback.staff.errors.${about}`), 400);
        }
        await caller.feedback.decline({ unitId, ...asked.data });
        return back("declined");
      }
      case "restore": {
        await caller.feedback.restore({ unitId, ...restoreFeedback.parse({ feedbackId, seen }) });
        return back("restored");
      }
      case "sort": {
        const topic = form.get("topic");
        await caller.feedback.sort({ unitId, ...sortFeedback.parse({ feedbackId, seen, topic }) });
        return back("sorted");
      }
      case "thank": {
        const { letterId } = await caller.feedback.thank({ unitId, ...thankFeedback.parse({ feedbackId, seen }) });
        return redirect(`${path}/letters/${letterId}`);
      }
      case "assign": {
        const staffId = form.get("staff") || null;
        await caller.feedback.assign({ unitId, ...assignFeedback.parse({ feedbackId, seen, staffId }) });
        return back("assigned");
      }
      default:
        return redirect(`${path}/feedback/${feedbackId}`);
    }
  } catch (error) {
    return refuse(problemOf(t, error).text, 409);
  }
}
