import type { LoaderFunctionArgs } from "@remix-run/node";
import { registerFile } from "../../oversight/register-file.server";

/** The register of the same address, as PDF; its making is logged. */
export const loader = (args: LoaderFunctionArgs) => registerFile(args, "pdf");
