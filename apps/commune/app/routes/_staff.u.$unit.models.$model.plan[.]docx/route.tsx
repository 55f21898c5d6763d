import type { LoaderFunctionArgs } from "@remix-run/node";
import { planFile } from "../../models/plan-file.server";

/** The plan of a model as DOCX; its making is logged. */
export const loader = (args: LoaderFunctionArgs) => planFile(args, "docx");
