import { z } from "zod";

/** The schema inside optional, default, nullable, pipes and the like. */
export function bareSchema(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let here = schema;
  while (
    here instanceof z.ZodOptional ||
    here instanceof z.ZodDefault ||
    here instanceof z.ZodPrefault ||
    here instanceof z.ZodNullable ||
    here instanceof z.ZodReadonly
  ) {
    here = here.def.innerType;
  }
  if (here instanceof z.ZodPipe) return bareSchema(here.def.in);
  return here instanceof z.ZodLazy ? bareSchema(here.def.getter()) : here;
}
