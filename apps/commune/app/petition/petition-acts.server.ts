import type { Caller } from "@gandan/api/root.router";
import {
  barReader,
  handOverPetition,
  petitionId,
  revealSender,
  takeBackStep,
  takeStep,
} from "@gandan/model/petition/petition-inputs";
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { problemOf, unitCaller } from "../caller.server";
import { fieldsOf, wrongFields } from "./petition-fields";

type Opened = Awaited<ReturnType<Caller["petition"]["open"]>>;

/** The answer to a form of a petition's page. What was opened stands in no address, and is gone with the answer. */
export interface PetitionAnswer {
  opened: Opened | null;
  revealed: boolean;
  problem: string | null;
  /** The step whose form it was, with what was typed and what is wrong. */
  step: string;
  values: Record<string, string>;
  errors: Record<string, string>;
}

const NOTHING: PetitionAnswer = { opened: null, revealed: false, problem: null, step: "", values: {}, errors: {} };
const FIELDS = ["on", "kind", "towards", "told", "note"] as const;

/** Does what a form of a petition's page says: opens it, shows its sender, takes a step or takes one back. */
export async function actOnPetition(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const values = fieldsOf(await args.request.formData());
  const which = { petitionId: args.params.petition ?? "" };
  const back = (done: string) => redirect(`${path}/petitions/${which.petitionId}?done=${done}`);
  const refuse = (answer: Partial<PetitionAnswer>, status = 422) => data({ ...NOTHING, ...answer }, { status });
  const asked = petitionId.safeParse(which);
  if (!asked.success) return refuse({ problem: t("error.petition.notFound") }, 404);
  try {
    switch (values.intent) {
      case "open":
        return data({ ...NOTHING, opened: await caller.petition.open({ unitId, ...asked.data }) });
      case "reveal": {
        const reveal = revealSender.safeParse({ ...which, reason: values.reason });
        if (!reveal.success) return refuse({ errors: { reason: t("petition.page.errors.reason") } });
        const opened = await caller.petition.revealSender({ unitId, ...reveal.data });
        return data({ ...NOTHING, opened, revealed: true });
      }
      case "step": {
        const step = takeStep.safeParse({ ...which, ...values });
        if (!step.success) {
          const wrong = wrongFields(step.error, FIELDS).map((name) => [name, t(`petition.page.errors.${name}`)]);
          return refuse({ step: values.step ?? "", values, errors: Object.fromEntries(wrong) });
        }
        await caller.petition.takeStep({ unitId, ...step.data });
        // Who gave it a kind for which somebody else is named sees it no more.
        return step.data.step === "classified" ? redirect(`${path}/petitions`) : back("step");
      }
      case "back": {
        await caller.petition.takeBack({ unitId, ...takeBackStep.parse({ ...which, seq: values.seq }) });
        return back("back");
      }
      case "hand-over": {
        const asked = handOverPetition.safeParse({ ...which, seen: values.seen, successor: values.successor });
        if (!asked.success) return refuse({ problem: t("error.petition.noSuccessor") });
        const { number } = await caller.petition.handOver({ unitId, ...asked.data });
        return redirect(`${path}/petitions/${which.petitionId}?${new URLSearchParams({ handed: number })}`);
      }
      case "bar": {
        await caller.petition.bar({ unitId, ...barReader.parse({ ...which, staffId: values.staffId }) });
        return values.self ? redirect(`${path}/petitions`) : back("barred");
      }
      default:
        return redirect(`${path}/petitions/${which.petitionId}`);
    }
  } catch (error) {
    return refuse({ problem: problemOf(t, error).text, step: values.step ?? "", values }, 409);
  }
}
