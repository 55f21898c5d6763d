import type { UnitCtx } from "@gandan/auth/unit-context";
import { dateOfDay, dayNumberOf, minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import type { DeclineReason, Topic } from "@gandan/model/feedback/feedback-inputs";
import { answerFeedback, declineFeedback } from "../feedback/answer-feedback";
import { doDeed, lockFeedback } from "../feedback/feedback-events";
import { receiveFeedback } from "../feedback/receive-feedback";
import { localToday } from "../unit/local-today";
import type { DemoDatabases } from "./demo-leader";
import { demoUnitId } from "./demo-units";

interface Told {
  /** Days before today, at half past eight. */
  daysAgo: number;
  topic: Topic;
  text: string;
  place?: string;
  name?: string;
  phone?: string;
  /** What happened, each so many days later. */
  later?: readonly { days: number; answer?: string; decline?: readonly [DeclineReason, string]; solved?: true }[];
}

/** Made-up words as citizens send them; the oldest first, as their numbers go. */
const TOLD: readonly Told[] = [
  {
    daysAgo: 40,
    topic: "facility",
    text: "Ghế ở sảnh chờ ít quá, hôm đông người già phải đứng.",
    place: "Bộ phận một cửa",
    later: [
      { days: 2, answer: "Chúng tôi đã kê thêm mười ghế ở sảnh chờ từ sáng nay." },
      { days: 3, solved: true },
    ],
  },
  {
    daysAgo: 33,
    topic: "procedure",
    text: "Bảng hướng dẫn giấy tờ đăng ký kết hôn ghi chưa rõ cần bản chính hay bản sao.",
    name: "Trần Văn Sơn",
    phone: "0900 000 101",
    later: [{ days: 3, answer: "Chúng tôi đã sửa bảng: mang bản chính để đối chiếu, không cần bản sao chứng thực." }],
  },
  {
    daysAgo: 26,
    topic: "praise",
    text: "Cán bộ quầy hộ tịch hướng dẫn dễ hiểu, trả kết quả sớm hơn giấy hẹn. Cảm ơn.",
  },
  {
    daysAgo: 20,
    topic: "neighbourhood",
    text: "Cột điện trước ngõ nghiêng, mưa gió rất nguy hiểm.",
    place: "Ngõ 5, tổ dân phố 2",
    later: [
      { days: 1, decline: ["elsewhere", "Việc này do điện lực phụ trách. Chúng tôi đã chuyển và đề nghị xử lý ngay."] },
    ],
  },
  {
    daysAgo: 12,
    topic: "neighbourhood",
    text: "Rác để ở đầu đường mấy ngày chưa có xe lấy.",
    place: "Đầu đường vào chợ",
  },
  {
    daysAgo: 2,
    topic: "procedure",
    text: "Mong mở quầy chứng thực thêm sáng thứ Bảy cho người đi làm.",
    name: "Nguyễn Thị Hạnh",
    phone: "0900 000 102",
  },
];

/** The communes of the demo in whose boxes it lies: one whose model sets a term for answers, and one without. */
const BOXES = [demoUnitId.commune("15592"), demoUnitId.commune("19333")];

/** The same at every load, so that one that was cut short goes on. */
const idOf = (box: number, n: number) => `00000000-0000-4000-8000-0000feed${box}${String(n).padStart(3, "0")}`;

function leader(db: DemoDatabases, unitId: string, now: Date): UnitCtx {
  const actor = { staffId: "demo", name: "Demo", roles: [{ unitId, role: "chairman" as const }] };
  return { db, actor, unitId, now, language: "vi" };
}

/** Lets citizens of two communes have sent feedback in the last weeks, some of it answered. Deterministic for a day. */
export async function fillDemoFeedback(db: DemoDatabases, now: Date): Promise<void> {
  const today = dayNumberOf(localToday(now));
  for (const [box, unitId] of BOXES.entries()) {
    for (const [n, told] of TOLD.entries()) {
      const at = (days: number) => toInstant(minuteOfDate(dateOfDay(today - told.daysAgo + days), "08:30"));
      const id = idOf(box, n);
      const { topic, text, place = "", name = "", phone = "" } = told;
      const taken = {
        id,
        topic,
        text,
        place,
        contact: { name, phone, email: "" },
        language: "vi",
        photos: [],
      } as const;
      await inUnit({ db, unitId }, (_tx, sql) =>
        receiveFeedback(sql, unitId, at(0), { ...taken, source: "web", actor: "citizen" }),
      );
      const done = await inUnit({ db, unitId }, async (_tx, sql) => (await lockFeedback(sql, unitId, id)).seq - 1);
      for (const [i, { days, answer, decline, solved }] of (told.later ?? []).entries()) {
        if (i < done) continue;
        const ctx = leader(db, unitId, at(days));
        const seen = { feedbackId: id, seen: i + 1 };
        if (answer) await answerFeedback(ctx, { ...seen, text: answer });
        if (decline) await declineFeedback(ctx, { ...seen, reason: decline[0], text: decline[1] });
        if (solved) {
          await inUnit(ctx, async (_tx, sql) =>
            doDeed(sql, await lockFeedback(sql, unitId, id), {
              unitId,
              now: ctx.now,
              actor: "citizen",
              kind: "solved",
            }),
          );
        }
      }
    }
  }
}
