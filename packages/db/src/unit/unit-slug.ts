/** Name in ASCII and code, as in addresses: "Phường Quang Trung", "14818" → "phuong-quang-trung-14818". */
export function unitSlug(name: string, code: string): string {
  return `${name} ${code}`
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
