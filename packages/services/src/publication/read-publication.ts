import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { renderPdf } from "@gandan/documents/official/render-pdf";
import { AppError } from "@gandan/model/error/app-error";
import type {
  PublicationId,
  PublicPublication,
  PublicPublications,
} from "@gandan/model/publication/publication-inputs";
import { currentSnapshot, type PublicationSnapshot } from "@gandan/model/publication/publication-snapshot";
import type { TransactionSql } from "postgres";
import type { DocumentFile } from "../platform/write-document";
import type { RequestCtx } from "../session/request-ctx";
import { findUnitBySlug } from "../unit/find-unit";
import { paperOf } from "./sign-publication";

/** A publication with its figures; nothing of it is secret once it is published. */
export interface Publication {
  id: string;
  title: string;
  from: LocalDate;
  to: LocalDate;
  dueOn: LocalDate | null;
  state: "draft" | "published";
  revision: number;
  snapshot: PublicationSnapshot;
  remark: string;
  signedAt: Date | null;
  signer: string | null;
  checksum: string | null;
  /** SHA-256 of the paper. */
  hash: string | null;
  /** What it corrects, and why; what has corrected it, and why. */
  corrects: { id: string; at: Date; reason: string } | null;
  correctedBy: { id: string; at: Date; reason: string } | null;
}

type Row = Omit<Publication, "corrects" | "correctedBy"> & {
  correctsId: string | null;
  correctsAt: Date | null;
  correction: string | null;
  byId: string | null;
  byAt: Date | null;
  byReason: string | null;
};

async function findPublication(sql: TransactionSql, unitId: string, id: string): Promise<Publication | null> {
  const [row] = await sql<Row[]>`
    select p.id, p.title, p.period_from as "from", p.period_to as "to", p.due_on as "dueOn", p.state, p.revision, p.snapshot,
      p.remark, p.signed_at as "signedAt", p.signer, p.checksum, f.hash, p.correction,
      c.id as "correctsId", c.signed_at as "correctsAt", b.id as "byId", b.signed_at as "byAt", b.correction as "byReason"
    from publication p
    left join publication_file f on f.unit_id = p.unit_id and f.publication_id = p.id
    left join publication c on c.unit_id = p.unit_id and c.id = p.corrects
    left join publication b on b.unit_id = p.unit_id and b.corrects = p.id and b.state = 'published'
    where p.unit_id = ${unitId} and p.id = ${id} and p.state <> 'dropped'`;
  if (!row) return null;
  const { correctsId, correctsAt, correction, byId, byAt, byReason, ...publication } = row;
  return {
    ...publication,
    snapshot: currentSnapshot(publication.snapshot),
    corrects: correctsId ? { id: correctsId, at: correctsAt!, reason: correction ?? "" } : null,
    correctedBy: byId ? { id: byId, at: byAt!, reason: byReason ?? "" } : null,
  };
}

/**
 * A draft or publication of the unit.
 * @throws AppError FORBIDDEN; NOT_FOUND publication.notFound
 */
export async function readPublication(ctx: UnitCtx, { publicationId }: PublicationId) {
  authorize(ctx, "publication:read");
  return inUnit(ctx, async (_tx, sql) => {
    const publication = await findPublication(sql, ctx.unitId, publicationId);
    if (!publication) throw new AppError("NOT_FOUND", "publication.notFound");
    return { ...publication, may: { edit: mayDo(ctx, "publication:edit"), sign: mayDo(ctx, "publication:sign") } };
  });
}

const fileOf = (to: LocalDate, bytes: Uint8Array): DocumentFile => ({
  fileName: `cong-bo-${to}.pdf`,
  contentType: "application/pdf",
  bytes,
});

async function frozenPaper(sql: TransactionSql, unitId: string, id: string): Promise<DocumentFile | null> {
  const [row] = await sql<{ to: LocalDate; pdf: Buffer }[]>`
    select p.period_to as "to", f.pdf from publication p
    join publication_file f on f.unit_id = p.unit_id and f.publication_id = p.id
    where p.unit_id = ${unitId} and p.id = ${id} and p.state = 'published'`;
  return row ? fileOf(row.to, row.pdf) : null;
}

/**
 * The paper of a publication as it was signed; of a draft as it would look, marked as one.
 * @throws AppError FORBIDDEN; NOT_FOUND publication.notFound
 */
export async function printPublication(ctx: UnitCtx, { publicationId }: PublicationId): Promise<DocumentFile> {
  authorize(ctx, "publication:read");
  const { frozen, draft } = await inUnit(ctx, async (_tx, sql) => {
    const frozen = await frozenPaper(sql, ctx.unitId, publicationId);
    return { frozen, draft: frozen ? null : await paperOf(sql, ctx, publicationId, { draft: true }) };
  });
  if (frozen) return frozen;
  return fileOf(draft!.row.to, (await renderPdf(draft!.document)).bytes);
}

async function inPublic<T>(ctx: RequestCtx, slug: string, read: (sql: TransactionSql, unitId: string) => Promise<T>) {
  const unit = await findUnitBySlug(ctx.db, slug, ctx.now);
  if (!unit) throw new AppError("NOT_FOUND", "publication.notFound");
  return inUnit({ db: ctx.db, unitId: unit.id }, (_tx, sql) => read(sql, unit.id));
}

/** What a unit has published, for anyone. */
export interface PublicPublicationList {
  /** The newest first, the last ten years. */
  publications: {
    id: string;
    title: string;
    from: LocalDate;
    to: LocalDate;
    signedAt: Date;
    corrects: boolean;
    corrected: boolean;
  }[];
  /** Since when results stand there without a gap; null when the unit has not decided so. */
  standsSince: Date | null;
}

/**
 * What a unit has published, for anyone.
 * @throws AppError NOT_FOUND publication.notFound
 */
export function listPublished(ctx: RequestCtx, { slug }: PublicPublications): Promise<PublicPublicationList> {
  return inPublic(ctx, slug, async (sql, unitId) => {
    const publications = await sql<PublicPublicationList["publications"]>`
      select p.id, p.title, p.period_from as "from", p.period_to as "to", p.signed_at as "signedAt",
        p.corrects is not null as corrects,
        exists (select from publication c
          where c.unit_id = p.unit_id and c.corrects = p.id and c.state = 'published') as corrected
      from publication p where p.unit_id = ${unitId} and p.state = 'published'
      order by p.signed_at desc, p.id desc limit 50`;
    const [standing] = await sql<{ since: Date | null }[]>`
      select min(from_at) as since from publication_standing where unit_id = ${unitId} and to_at is null`;
    return { publications: [...publications], standsSince: standing?.since ?? null };
  });
}

/**
 * One publication for anyone; a draft is not there.
 * @throws AppError NOT_FOUND publication.notFound
 */
export function readPublished(ctx: RequestCtx, { slug, publicationId }: PublicPublication): Promise<Publication> {
  return inPublic(ctx, slug, async (sql, unitId) => {
    const publication = await findPublication(sql, unitId, publicationId);
    if (publication?.state !== "published") throw new AppError("NOT_FOUND", "publication.notFound");
    return publication;
  });
}

/**
 * The signed paper for anyone.
 * @throws AppError NOT_FOUND publication.notFound
 */
export function printPublished(ctx: RequestCtx, { slug, publicationId }: PublicPublication): Promise<DocumentFile> {
  return inPublic(ctx, slug, async (sql, unitId) => {
    const file = await frozenPaper(sql, unitId, publicationId);
    if (!file) throw new AppError("NOT_FOUND", "publication.notFound");
    return file;
  });
}
