import type { InstallationKey } from "@gandan/auth/seal";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { dateOfDay, dayNumberOf, minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { takeStep as stepInput } from "@gandan/model/petition/petition-inputs";
import { PETITION_KINDS, type PetitionKind } from "@gandan/model/petition/petition-terms";
import { nameReader } from "../petition/name-readers";
import { receivePetition } from "../petition/receive-petition";
import { takeStep } from "../petition/take-step";
import { localToday } from "../unit/local-today";
import type { DemoDatabases } from "./demo-leader";
import { demoUnitId } from "./demo-units";

interface Sent {
  /** Days before today, at nine. */
  daysAgo: number;
  kind: PetitionKind;
  way: "web" | "desk" | "post";
  text: string;
  /** Empty for somebody who does not say. */
  name: string;
  address: string;
  contact: string;
  /** What was done, each so many days later. */
  later: readonly { days: number; step: "accepted" | "passed-on" | "resolved"; note?: string; told?: string }[];
}

/** Made-up petitions, the oldest first, as their numbers go; none has a last day within the next days. */
const SENT: readonly Sent[] = [
  {
    daysAgo: 55,
    kind: "complaint",
    way: "desk",
    text: "Tôi không đồng ý với quyết định thu phí vệ sinh hai lần trong tháng Tám. Đề nghị xem lại và trả lại một lần.",
    name: "Nguyễn Văn A",
    address: "Số 1, khu phố 1",
    contact: "0900 000 201",
    later: [
      { days: 3, step: "accepted", told: "Đã thụ lý. Mời Ông mang hai biên lai đến bộ phận tiếp công dân." },
      { days: 20, step: "resolved", note: "Kế toán đã đối chiếu.", told: "Đã hoàn lại một lần phí, kèm lời xin lỗi." },
    ],
  },
  {
    daysAgo: 12,
    kind: "denunciation",
    way: "post",
    text: "Có người tự ý mở bãi vật liệu trên đất công ở cuối khu phố 4, xe chạy cả đêm.",
    name: "Nguyễn Văn A",
    address: "Khu phố 4",
    contact: "",
    later: [{ days: 5, step: "accepted", note: "Giao tổ địa chính kiểm tra thực địa." }],
  },
  {
    daysAgo: 1,
    kind: "recommendation",
    way: "web",
    text: "Kiến nghị lắp thêm đèn và gương cầu ở ngã ba chợ, buổi tối hay có va chạm.",
    name: "",
    address: "",
    contact: "",
    later: [],
  },
];

const UNIT = demoUnitId.commune("19333");
/** The same at every load. */
const idOf = (n: number) => `00000000-0000-4000-8000-0000dec0${String(n).padStart(4, "0")}`;

async function staffId(db: DemoDatabases, signInName: string): Promise<string> {
  const [row] = await db.app.sql<{ id: string }[]>`select id from staff where sign_in_name = ${signInName}`;
  if (!row) throw new Error(`The demo has no account "${signInName}".`);
  return row.id;
}

/**
 * Lets one commune have a sealed register with made-up petitions: its chairman has named the desk for all kinds, the office
 * for all but denunciations. Wants the people of the demo.
 */
export async function fillDemoPetitions(db: DemoDatabases, key: InstallationKey, now: Date): Promise<void> {
  const [desk, office] = [await staffId(db, "motcua.dongha"), await staffId(db, "vanphong.dongha")];
  const chairman = await staffId(db, "chutich.dongha");
  const today = dayNumberOf(localToday(now));
  const at = (daysAgo: number) => toInstant(minuteOfDate(dateOfDay(today - daysAgo), "09:00"));
  const as = (id: string, role: "chairman" | "desk-officer", when: Date): UnitCtx => {
    const actor = { staffId: id, name: "Demo", roles: [{ unitId: UNIT, role }] };
    return { db, actor, unitId: UNIT, now: when, language: "vi" };
  };
  const naming = as(chairman, "chairman", at(60));
  const reference = "Quyết định số 12/QĐ-UBND";
  await nameReader(naming, { staffId: desk, kinds: [...PETITION_KINDS], reference }, "offered");
  await nameReader(naming, { staffId: office, kinds: ["complaint", "recommendation"], reference }, "offered");
  for (const [n, { daysAgo, kind, way, text, name, address, contact, later }] of SENT.entries()) {
    const petitionId = idOf(n);
    const received = at(daysAgo);
    await inUnit({ db, unitId: UNIT }, (_tx, sql) =>
      receivePetition(
        sql,
        { unitId: UNIT, now: received, key },
        {
          petitionId,
          kind,
          instance: 1,
          way,
          text,
          sender: { name, address, contact },
          files: [],
          receivedAt: received,
          registeredBy: way === "web" ? null : desk,
          barred: [],
        },
      ),
    );
    for (const [i, { days, ...done }] of later.entries()) {
      const ctx = as(desk, "desk-officer", at(daysAgo - days));
      const input = stepInput.parse({ petitionId, seen: i + 1, on: localToday(ctx.now), ...done });
      await takeStep(ctx, input, key);
    }
  }
}
