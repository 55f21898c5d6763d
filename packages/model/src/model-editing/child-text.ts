import { stringify } from "yaml";
import type { ModelSource } from "../model/model-schema";

/** The text of a new model that extends another and says nothing of its own yet but who issues it, and on what basis. */
export function childText(child: {
  id: string;
  title: string;
  issuer: string;
  /** Id of the extended model; `above` is it in full. */
  extends: string;
  above: ModelSource;
}): string {
  const basis = child.above.issued_by?.document;
  const text = {
    schema: 1,
    id: child.id,
    ...(child.above.type === "yardstick" ? { type: child.above.type } : {}),
    title: child.title,
    extends: child.extends,
    issued_by: { unit: child.issuer },
    ...(basis ? { legal_basis: [basis] } : {}),
  };
  return stringify(text, { lineWidth: 0 });
}
