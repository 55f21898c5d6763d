import { createHmac } from "node:crypto";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { type AddressProblem, type AllowedNetworks, addressToReach } from "./address-guard";

export interface SignedPost {
  id: string;
  event: string;
  /** JSON text. */
  body: string;
  /** Signed with the body: old ones are known as such. */
  at: Date;
}

export type PostProblem = AddressProblem | "redirect" | "status" | "timeout" | "connection";
export type PostAnswer = { status: number; problem: PostProblem | null } | { status: null; problem: PostProblem };

/** From the first step to the answer's head. */
const TIMEOUT_MS = 10_000;
/** Of an answer nothing is kept; more than this is not even waited for. */
const ANSWER_LIMIT = 64 * 1024;

/**
 * The signature of a delivery: HMAC-SHA256 with the webhook's secret over "<seconds since 1970>.<body>", as
 * `t=<seconds>,v1=<hex>` in the header X-GanDan-Signature.
 */
export function signatureOf(secret: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const mac = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${mac}`;
}

/**
 * Posts an event, signed, to an address outside; follows no redirect, waits at most ten seconds, and keeps nothing of the
 * answer but its status. Any 2xx is a success.
 */
export async function postSigned(
  url: string,
  secret: string,
  { id, event, body, at }: SignedPost,
  allowed: AllowedNetworks,
): Promise<PostAnswer> {
  const target = new URL(url);
  const reached = await addressToReach(target, allowed);
  if ("problem" in reached) return { status: null, problem: reached.problem };
  const bytes = Buffer.from(body, "utf8");
  const send = target.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const request = send(target, {
      method: "POST",
      // A connection of its own, to the very address that was looked at.
      agent: false,
      lookup: (_host, options, found) =>
        options.all
          ? (found as (e: null, all: object[]) => void)(null, [reached])
          : found(null, reached.address, reached.family),
      signal,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-length": bytes.length,
        "user-agent": "GanDan-Webhook/1",
        "x-gandan-event": event,
        "x-gandan-delivery": id,
        "x-gandan-signature": signatureOf(secret, body, at),
      },
    });
    request.on("error", () => resolve({ status: null, problem: signal.aborted ? "timeout" : "connection" }));
    request.on("response", (answer) => {
      const status = answer.statusCode ?? 0;
      const problem = status >= 200 && status < 300 ? null : status >= 300 && status < 400 ? "redirect" : "status";
      resolve({ status, problem });
      let length = 0;
      answer.on("error", () => {});
      answer.on("data", (piece: Buffer) => {
        length += piece.length;
        if (length > ANSWER_LIMIT) request.destroy();
      });
    });
    request.end(bytes);
  });
}
