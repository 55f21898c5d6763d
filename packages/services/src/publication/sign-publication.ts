import { createHash } from "node:crypto";
import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { notePublicChange } from "@gandan/db/public-change";
import { signatureBlock } from "@gandan/documents/letter/signature-block";
import { renderPdf } from "@gandan/documents/official/render-pdf";
import { publicationDocument } from "@gandan/documents/publication/publication-document";
import { AppError } from "@gandan/model/error/app-error";
import type { SeenPublication, StandPublication } from "@gandan/model/publication/publication-inputs";
import {
  canonicalText,
  currentSnapshot,
  type PublicationSnapshot,
} from "@gandan/model/publication/publication-snapshot";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { loadJudge } from "../outcome/load-judge";
import { officeOn } from "../settings/office-of-unit";
import { localToday } from "../unit/local-today";
import { lockDraft, lockPublications, note } from "./draft-publication";
import { wantedOn } from "./wanted-here";

interface FullDraft {
  slug: string;
  title: string;
  from: LocalDate;
  to: LocalDate;
  snapshot: PublicationSnapshot;
  remark: string;
  corrects: string | null;
  correction: string | null;
  correctedOn: LocalDate | null;
}

/** Everything of a publication that its paper shows, on a day. */
export async function paperOf(sql: TransactionSql, ctx: UnitCtx, publicationId: string, { draft }: { draft: boolean }) {
  const { unitId, now } = ctx;
  const today = localToday(now);
  const [row] = await sql<FullDraft[]>`
    select p.slug, p.title, p.period_from as "from", p.period_to as "to", p.snapshot, p.remark, p.corrects, p.correction,
      (c.signed_at at time zone 'Asia/Ho_Chi_Minh')::date as "correctedOn"
    from publication p left join publication c on c.unit_id = p.unit_id and c.id = p.corrects
    where p.unit_id = ${unitId} and p.id = ${publicationId}`;
  if (!row) throw new AppError("NOT_FOUND", "publication.notFound");
  const [judge, office] = await Promise.all([loadJudge(sql, unitId, now), officeOn(sql, unitId, today)]);
  const clause = wantedOn(judge, today).find(({ slug }) => slug === row.slug)?.clause ?? null;
  row.snapshot = currentSnapshot(row.snapshot);
  const { title, from, to, snapshot, remark, correction, correctedOn } = row;
  const head = ctx.actor.roles.some(({ unitId: of, role }) => of === unitId && role === "chairman");
  const signer = {
    capacity: head ? ("head" as const) : ("deputy" as const),
    title: "Phó Chủ tịch",
    name: ctx.actor.name,
  };
  const document = publicationDocument({
    unit: office.unitName.charAt(0).toUpperCase() + office.unitName.slice(1),
    title,
    date: today,
    period: { from, to },
    snapshot,
    remark,
    clause,
    corrects: correction && correctedOn ? { date: correctedOn, reason: correction } : null,
    signature: signatureBlock(draft ? null : signer),
    draft,
  });
  return { row, document, signer: `${ctx.actor.name}, ${head ? "Chủ tịch" : signer.title}` };
}

/**
 * Signs a draft as it was seen: its figures and its paper are frozen with their hashes, and it stands on the public page.
 * @throws AppError FORBIDDEN; NOT_FOUND publication.notFound; CONFLICT publication.notDraft, publication.changed; INVALID
 * publication.nothingToShow, unit.ended
 */
export async function signPublication(ctx: UnitCtx, seen: SeenPublication): Promise<{ checksum: string }> {
  authorize(ctx, "publication:sign");
  const { unitId, now } = ctx;
  const { publicationId } = seen;
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    await lockPublications(sql, unitId);
    await lockDraft(sql, unitId, seen);
    const { row, document, signer } = await paperOf(sql, ctx, publicationId, { draft: false });
    if (row.remark === "" && row.snapshot.forms.every(({ questions }) => questions.every(({ n }) => n === 0))) {
      throw new AppError("INVALID", "publication.nothingToShow");
    }
    const { bytes } = await renderPdf(document);
    const { slug, title, from, to, snapshot, remark, corrects, correction } = row;
    const signed = {
      unitId,
      slug,
      title,
      from,
      to,
      snapshot,
      remark,
      corrects,
      correction,
      signer,
      at: now.toISOString(),
    };
    const checksum = sha256(canonicalText(signed));
    await sql`
      update publication
      set state = 'published', checksum = ${checksum}, signed_by = ${ctx.actor.staffId}, signer = ${signer}, signed_at = ${now}
      where unit_id = ${unitId} and id = ${publicationId}`;
    await sql`
      insert into publication_file (unit_id, publication_id, pdf, hash)
      values (${unitId}, ${publicationId}, ${Buffer.from(bytes)}, ${sha256(bytes)})`;
    await sql`
      update notice set withdrawn_at = ${now}
      where unit_id = ${unitId} and area = 'publication' and code = ${title} and withdrawn_at is null`;
    await note(sql, ctx, "publication.sign", publicationId, {
      slug,
      from,
      to,
      checksum,
      ...(corrects ? { corrects } : {}),
    });
    await notePublicChange(sql, unitId);
    return { checksum };
  });
}

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

/**
 * Lets results stand on the public page without a gap from now on, or ends that.
 * @throws AppError FORBIDDEN; NOT_FOUND publication.unknown; CONFLICT publication.standing; INVALID unit.ended
 */
export async function standPublication(ctx: UnitCtx, { slug, on }: StandPublication): Promise<void> {
  authorize(ctx, "publication:sign");
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  const today = localToday(now);
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, today);
    await lockPublications(sql, unitId);
    const judge = await loadJudge(sql, unitId, now);
    const wanted = wantedOn(judge, today).find((one) => one.slug === slug);
    if (on && !wanted?.continuous) throw new AppError("NOT_FOUND", "publication.unknown");
    const rows = on
      ? await sql`
          insert into publication_standing (unit_id, slug, from_at, from_by) values (${unitId}, ${slug}, ${now}, ${actor})
          on conflict do nothing returning 1`
      : await sql`
          update publication_standing set to_at = ${now}, to_by = ${actor}
          where unit_id = ${unitId} and slug = ${slug} and to_at is null returning 1`;
    if (rows.length === 0) throw new AppError("CONFLICT", "publication.standing");
    await note(sql, ctx, on ? "publication.stand" : "publication.end", slug, {});
    await notePublicChange(sql, unitId);
  });
}
