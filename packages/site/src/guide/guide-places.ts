/**
 * Which page of the guide tells of a screen: its address below the unit's, `*` for what differs, by what a unit's address
 * begins with; "" are the screens outside any unit. Screens below a place have its page unless they name their own.
 */
export const GUIDE_PLACES: Record<string, readonly (readonly [place: string, page: string])[]> = {
  "/u": [
    ["", "hom-nay"],
    ["/dossiers", "tim-ho-so"],
    ["/dossiers/new", "tiep-nhan"],
    ["/dossiers/*", "xu-ly-ho-so"],
    ["/dossiers/*/apology", "tre-hen-xin-loi"],
    ["/notices", "nhac-viec"],
    ["/feedback", "gop-y"],
    ["/letters", "soan-thu"],
    ["/letters/sign", "ky-thu"],
    ["/letters/batches", "ky-thu"],
    ["/imports", "nhap-ho-so"],
    ["/models", "chon-mo-hinh"],
    ["/models/adopt", "chon-mo-hinh"],
    ["/models/adoption", "chon-mo-hinh"],
    ["/models/import", "soan-mo-hinh"],
    ["/models/*", "chon-mo-hinh"],
    ["/models/*/draft", "soan-mo-hinh"],
    ["/models/*/check", "soan-mo-hinh"],
    ["/models/*/discard", "soan-mo-hinh"],
    ["/models/*/publish", "soan-mo-hinh"],
    ["/models/*/versions", "soan-mo-hinh"],
    ["/surveys", "khao-sat"],
    ["/surveys/paper", "phieu-giay"],
    ["/surveys/officers", "danh-gia-can-bo"],
    ["/publications", "cong-bo-ket-qua"],
    ["/petitions", "don-thu"],
    ["/score", "bang-diem"],
    ["/index", "tu-cham-chi-so"],
    ["/settings", "cai-dat"],
    ["/settings/public", "trang-cong-khai"],
    ["/settings/calendar", "lich-lam-viec"],
    ["/settings/letters", "mau-thu"],
    ["/settings/causes", "mau-thu"],
    ["/settings/reminders", "nhac-viec"],
    ["/settings/staff", "can-bo"],
    ["/settings/reading-log", "nhat-ky-doc"],
    ["/settings/delegations", "giao-ky"],
    ["/settings/webhooks", "gui-su-kien"],
  ],
  "/o": [
    ["", "so-sanh"],
    ["/compare", "so-sanh"],
    ["/units", "so-sanh"],
    ["/surveys", "khao-sat"],
    ["/officers", "danh-gia-can-bo"],
    ["/register", "so-dang-ky"],
    ["/index", "tham-dinh-chi-so"],
    ["/frames", "khung-chi-so"],
    ["/yardsticks", "thuoc-do-chung"],
  ],
  "": [
    ["/sign-in", "dang-nhap"],
    ["/account", "dang-nhap"],
    ["/account/second-factor", "xac-thuc-hai-lop"],
    ["/sign-in/code", "xac-thuc-hai-lop"],
    ["/set-password", "dang-nhap"],
    ["/unlock", "dang-nhap"],
    ["/held", "dang-nhap"],
  ],
};

const partsOf = (path: string) => path.split("/").filter(Boolean);

/** The page of the guide for an address below a unit's; null where no place but the first one fits and the address is longer. */
export function guidePageOf(base: string, path: string): string | null {
  const parts = partsOf(path);
  const fitting = (GUIDE_PLACES[base] ?? [])
    .map(([place, page]) => ({ place: partsOf(place), page }))
    .filter(({ place }) => place.length <= parts.length && (place.length > 0 || parts.length === 0))
    .filter(({ place }) => place.every((part, at) => part === "*" || part === parts[at]));
  // The longest place, and of two the one that names more.
  const named = (place: readonly string[]) => place.filter((part) => part !== "*").length;
  fitting.sort((a, b) => b.place.length - a.place.length || named(b.place) - named(a.place));
  return fitting[0]?.page ?? null;
}

/** Address of the guide for a screen; its first page where none tells of it. */
export function guideHref(base: string, path: string): string {
  const page = guidePageOf(base, path);
  return page ? `/guide/${page}` : "/guide";
}
