import type { Gate } from "@gandan/auth/session";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { AppError, type AppErrorCode } from "@gandan/model/error/app-error";
import type { RequestCtx } from "@gandan/services/session/request-ctx";
import { unitCtxOf } from "@gandan/services/session/request-ctx";
import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";

const HTTP_CODE: Record<AppErrorCode, TRPCError["code"]> = {
  UNAUTHORIZED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  CONFLICT: "CONFLICT",
  INVALID: "BAD_REQUEST",
  TOO_MANY: "TOO_MANY_REQUESTS",
};

const t = initTRPC.context<RequestCtx>().create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: error.cause instanceof AppError ? error.cause.key : "unexpected",
    data: { ...shape.data, stack: undefined, details: error.cause instanceof AppError ? error.cause.details : {} },
  }),
});

/** The one place where a service's `AppError` becomes an error of the API. Anything else stays an internal error without its text. */
const mapErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof AppError) {
    const cause = result.error.cause;
    throw new TRPCError({ code: HTTP_CODE[cause.code], message: cause.key, cause });
  }
  return result;
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Open to anyone: sign-in only. */
export const openProcedure = t.procedure.use(mapErrors);

/** For a person whose session stands before one of these gates; with "open" also for one with nothing left to prove. */
export const gateProcedure = (...gates: (Gate | "open")[]) =>
  openProcedure.use(({ ctx, next }) => {
    const { session, gate } = ctx;
    const who = session && gates.includes("open") ? session : gate && gates.includes(gate.kind) ? gate.who : null;
    if (!who) throw new AppError("UNAUTHORIZED", "session.expired");
    return next({ ctx: { ...ctx, who } });
  });

/** For a signed-in person, whatever the unit. */
export const personProcedure = openProcedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new AppError("UNAUTHORIZED", "session.expired");
  return next({ ctx: { ...ctx, session: ctx.session } });
});

/** For a signed-in person acting in one unit: `unitId` comes with the input, the person's roles there decide. */
export const unitProcedure = personProcedure.input(z.object({ unitId: z.uuid() })).use(({ ctx, input, next }) => {
  const unit: UnitCtx = unitCtxOf(ctx, input.unitId);
  return next({ ctx: { unit } });
});
