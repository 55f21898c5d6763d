import type { LetterTone } from "./letter-kinds";

/** Grows when a delivered text changes: letters written by an older one say so. */
export const DELIVERED_VERSION = "delivered-2";

const APOLOGY = `# Thư xin lỗi
## Về việc chậm trả kết quả hồ sơ {mã hồ sơ}

Lúc {lúc nhận}, Ủy ban nhân dân {đơn vị} tiếp nhận hồ sơ “{thủ tục}” của {xưng hô}, hẹn trả kết quả lúc {lúc hẹn}. Chúng tôi rất tiếc phải báo để {xưng hô} biết: hồ sơ không thể hoàn thành kịp giờ hẹn.

*Nguyên nhân:* {nguyên nhân}.

*Ngày hẹn mới:* {hẹn mới}.

*Người chịu trách nhiệm:* {người chịu trách nhiệm}[, {bộ phận chịu trách nhiệm}].

[*Cách khắc phục:* {cách khắc phục}.]

[{lời riêng}]

Thay mặt Ủy ban nhân dân {đơn vị}, tôi chân thành xin lỗi {xưng hô} vì đã để {xưng hô} phải chờ đợi và mong được thông cảm./.
`;

const THANKS = `# Thư cảm ơn

Ủy ban nhân dân {đơn vị} trân trọng cảm ơn {xưng hô} đã {việc}.

Sự quan tâm và góp ý thẳng thắn của {xưng hô} giúp chúng tôi phục vụ người dân tốt hơn mỗi ngày. Đó là đóng góp quý báu cho quê hương {đơn vị}.

[{lời riêng}]

Rất mong {xưng hô} tiếp tục đồng hành cùng chính quyền địa phương. Kính chúc {xưng hô} dồi dào sức khỏe, hạnh phúc và thành công./.
`;

const BIRTH = `# Thư chúc mừng

Ủy ban nhân dân {đơn vị} vui mừng được biết gia đình vừa chào đón thành viên mới: cháu *{tên bé}*[, sinh ngày {ngày sinh}].

Thay mặt Ủy ban nhân dân {đơn vị}, tôi gửi tới gia đình lời chúc mừng nồng nhiệt nhất. Chúc cháu {tên bé} mạnh khỏe, hay ăn chóng lớn, ngoan ngoãn, học giỏi và mai sau là người công dân có ích cho quê hương, đất nước.

[{lời riêng}]

Kèm theo thư này là Giấy khai sinh của cháu. Kính chúc gia đình luôn mạnh khỏe, bình an và hạnh phúc./.
`;

const MARRIAGE = `# Thư chúc mừng

Ủy ban nhân dân {đơn vị} vui mừng chúc mừng hạnh phúc của chú rể *{chú rể}* và cô dâu *{cô dâu}* nhân ngày đăng ký kết hôn.

Chúc hai bạn luôn yêu thương, tôn trọng và cùng nhau vun đắp một gia đình no ấm, tiến bộ, hạnh phúc; hiếu thảo với ông bà, cha mẹ và là những công dân gương mẫu của {đơn vị}.

[{lời riêng}]

Trân trọng trao tới hai bạn Giấy chứng nhận kết hôn cùng lời chúc trăm năm hạnh phúc./.
`;

const CONDOLENCE = `# Thư chia buồn

Ủy ban nhân dân {đơn vị} vô cùng thương tiếc được tin {người mất} đã từ trần[ ngày {ngày mất}].

Trước mất mát lớn lao này, thay mặt cán bộ và nhân dân {đơn vị}, tôi xin gửi tới gia đình lời chia buồn sâu sắc nhất. Xin thành kính thắp nén tâm hương tưởng nhớ {người mất}.

[{lời riêng}]

Mong gia đình nén đau thương, giữ gìn sức khỏe để vượt qua những ngày khó khăn này. Nếu gia đình cần giúp đỡ, xin báo cho Ủy ban nhân dân {đơn vị}; chúng tôi luôn ở bên gia đình./.
`;

const CONGRATULATION = `# Thư chúc mừng

Ủy ban nhân dân {đơn vị} trân trọng chúc mừng {xưng hô} nhân dịp {việc}.

[{lời riêng}]

Kính chúc {xưng hô} dồi dào sức khỏe, hạnh phúc và gặt hái nhiều thành công./.
`;

const OTHER = `# Thư ngỏ

Ủy ban nhân dân {đơn vị} trân trọng gửi tới {xưng hô} lời chào và thông tin về {việc}.

[{lời riêng}]

Trân trọng cảm ơn {xưng hô}./.
`;

const BY_KIND: Readonly<Record<string, string>> = { birth: BIRTH, marriage: MARRIAGE };
const BY_TONE: Readonly<Record<LetterTone, string>> = {
  apology: APOLOGY,
  thanks: THANKS,
  congratulation: CONGRATULATION,
  condolence: CONDOLENCE,
  other: OTHER,
};

/** The text with which a kind of letter comes; a kind of the unit's own begins with that of its tone. */
export function deliveredText(kind: string, tone: LetterTone): string {
  return BY_KIND[kind] ?? BY_TONE[tone];
}
