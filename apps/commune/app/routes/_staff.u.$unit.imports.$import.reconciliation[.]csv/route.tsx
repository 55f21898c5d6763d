import type { LoaderFunctionArgs } from "@remix-run/node";
import { reconciliationFile } from "../../import/reconciliation-sheet.server";

export const loader = (args: LoaderFunctionArgs) => reconciliationFile(args, "csv");
