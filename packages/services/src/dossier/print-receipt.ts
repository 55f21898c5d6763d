import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { type ReceiptSlip, receiptSlip } from "@gandan/documents/form/receipt-slip";
import { renderPdf } from "@gandan/documents/official/render-pdf";
import type { DossierId } from "@gandan/model/dossier/list-dossiers";
import { AppError } from "@gandan/model/error/app-error";

const OFFICE = "Trung tâm Phục vụ hành chính công";
const CHANNELS: Record<string, string> = {
  direct: "Trực tiếp",
  online: "Trực tuyến",
  post: "Bưu chính công ích",
  home: "Tiếp nhận tại nhà",
};

/** "08:20 ngày 20/11/2026" on the clock of Viet Nam. */
function written(instant: Date): string {
  const minute = toLocalMinute(instant);
  const clock = [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return `${clock} ngày ${localDateOf(minute).split("-").reverse().join("/")}`;
}

/** "Phường Đông Hà" → "phường Đông Hà" within a sentence. */
const within = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/**
 * Form 01 of a dossier as PDF: in Vietnamese, whatever language the officer reads. It shows the applicant's number, so its
 * printing is logged.
 * @throws AppError FORBIDDEN; NOT_FOUND dossier.notFound
 */
export async function printReceipt(
  ctx: UnitCtx,
  { dossierId }: DossierId,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  authorize(ctx, "dossier:read");
  const { unitId, now } = ctx;
  const slip = await inUnit(ctx, async (_tx, sql): Promise<ReceiptSlip> => {
    const [row] = await sql<
      {
        externalCode: string;
        applicantName: string | null;
        phone: string | null;
        officer: string | null;
        channel: string;
        receivedAt: Date;
        dueAt: Date | null;
        procedureCode: string;
        procedureName: string | null;
        papers: string[] | null;
        unitName: string;
        unitType: string;
      }[]
    >`
      select d.external_code as "externalCode", d.applicant_name as "applicantName", d.phone, d.officer, d.channel,
        d.received_at as "receivedAt", d.promised_at as "dueAt", d.procedure_code as "procedureCode",
        (select p.name from procedure p where p.code = d.procedure_code order by p.effective_from <= d.received_on desc,
          p.effective_from desc limit 1) as "procedureName",
        (select e.fact -> 'papers' from dossier_event e where e.unit_id = d.unit_id and e.dossier_id = d.id
          and e.fact ->> 'type' = 'received' order by e.seq limit 1) as papers,
        n.name as "unitName", n.type as "unitType"
      from dossier d
      join unit_name n on n.unit_id = d.unit_id and n.valid_from <= d.received_on
        and (n.valid_to is null or n.valid_to > d.received_on)
      where d.unit_id = ${unitId} and d.id = ${dossierId}`;
    if (!row) throw new AppError("NOT_FOUND", "dossier.notFound");
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: ctx.actor.staffId,
      action: "dossier.print-receipt",
      subject: dossierId,
    });
    const { unitName, unitType } = row;
    return {
      date: localDateOf(toLocalMinute(row.receivedAt)),
      unitName: within(unitName),
      place: unitName.slice(unitType.length).trim() || unitName,
      office: OFFICE,
      externalCode: row.externalCode,
      procedureName: row.procedureName ?? row.procedureCode,
      procedureCode: row.procedureCode,
      applicantName: row.applicantName ?? "",
      phone: row.phone,
      papers: row.papers ?? [],
      receivedAt: written(row.receivedAt),
      dueAt: row.dueAt && written(row.dueAt),
      channel: CHANNELS[row.channel] ?? row.channel,
      officer: row.officer ?? ctx.actor.name,
    };
  });
  const { bytes } = await renderPdf(receiptSlip(slip));
  return { fileName: `giay-tiep-nhan-${slip.externalCode.replace(/[^\w.-]/g, "-")}.pdf`, bytes };
}
