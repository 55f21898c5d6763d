import { createHash } from "node:crypto";
import type { SiteCall } from "@gandan/api/open-site";
import { translator } from "@gandan/i18n/translator";
import type { AppLoadContext } from "@remix-run/node";
import { orResponse } from "../caller.server";
import { type KeptFile, publicFiles } from "./kept-pages";
import { publicUnitOf } from "./public-unit.server";

interface Args {
  request: Request;
  context: AppLoadContext;
  params: { unit?: string | undefined };
}

interface PublicFile {
  bytes: Uint8Array;
  contentType: string;
  fileName?: string;
}

/**
 * Answers a request for a file of a unit that anybody may have; made once, and again when something of the unit has
 * changed. An error of the API is an answer of its status.
 * @param name tells the unit's files apart
 */
export async function publicFile(
  { request, context, params }: Args,
  name: string,
  make: (caller: SiteCall["caller"], slug: string) => Promise<PublicFile>,
): Promise<Response> {
  const slug = params.unit ?? "";
  const file = await orResponse(translator(context.language), fileOf(context, `${slug}/${name}`, slug, make));
  const headers = new Headers({
    "Content-Type": file.contentType,
    "Cache-Control": "no-cache",
    ETag: `"${file.tag}"`,
  });
  if (request.headers.get("if-none-match") === `"${file.tag}"`) return new Response(null, { status: 304, headers });
  if (file.fileName) headers.set("Content-Disposition", `inline; filename="${file.fileName}"`);
  headers.set("Content-Length", String(file.bytes.length));
  return new Response(request.method === "HEAD" ? null : file.bytes, { headers });
}

async function fileOf(
  context: AppLoadContext,
  key: string,
  slug: string,
  make: (caller: SiteCall["caller"], slug: string) => Promise<PublicFile>,
): Promise<KeptFile> {
  const known = publicFiles.get(key);
  if (known) return known;
  const unit = await publicUnitOf(context, slug);
  return publicFiles.getOrMake(key, unit.id, async () => {
    const { caller } = await context.site();
    const { bytes, contentType, fileName = null } = await make(caller, slug);
    const tag = createHash("sha1").update(bytes).digest("base64url");
    return { bytes: new Uint8Array(bytes), contentType, fileName, tag };
  });
}
