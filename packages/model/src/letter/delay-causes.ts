/** A cause of delay for the form of an apology: its words stand in the letter. */
export interface DelayCause {
  /** Lower-case words joined by hyphens, or a unit's own id. */
  cause: string;
  title: string;
}

/** The causes that come with the system, in words that a citizen understands and that blame nobody outside. */
export const DELIVERED_CAUSES: readonly DelayCause[] = [
  { cause: "verification", title: "Cần thêm thời gian xác minh thông tin để bảo đảm quyền lợi của người nộp hồ sơ" },
  { cause: "other-office", title: "Chưa nhận được ý kiến của cơ quan phối hợp" },
  { cause: "higher-office", title: "Đang chờ kết quả của cơ quan cấp trên" },
  { cause: "system", title: "Hệ thống thông tin gián đoạn, chưa xử lý được hồ sơ" },
  { cause: "many-dossiers", title: "Số hồ sơ tăng cao, chúng tôi bố trí chưa kịp người giải quyết" },
  { cause: "officer-away", title: "Công chức phụ trách vắng mặt đột xuất, việc bàn giao chưa kịp thời" },
  { cause: "site-visit", title: "Việc kiểm tra thực địa phải lùi lại do thời tiết" },
  { cause: "our-mistake", title: "Sơ suất của chúng tôi trong quá trình giải quyết hồ sơ" },
];

/** What a unit keeps of a cause: its own, or its change of a delivered one. */
export interface KeptCause extends DelayCause {
  position: number;
  ended: boolean;
}

export interface UnitCause extends KeptCause {
  delivered: boolean;
}

/** All causes of a unit in the order in which its form offers them; ended ones last. */
export function causesOfUnit(kept: readonly KeptCause[]): UnitCause[] {
  const byId = new Map(kept.map((each) => [each.cause, each]));
  const delivered = DELIVERED_CAUSES.map((each, position): UnitCause => {
    const own = byId.get(each.cause);
    byId.delete(each.cause);
    return { ...each, position, ended: false, ...own, delivered: true };
  });
  const own = [...byId.values()].map((each): UnitCause => ({ ...each, delivered: false }));
  return [...delivered, ...own].sort((a, b) => Number(a.ended) - Number(b.ended) || a.position - b.position);
}
